/** Owns the quiet menu with which a person sets a finding aside for a while, or brings it back. */
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { localise } from '../../../electron/core/messages/localise.ts';
import { says } from '../../../electron/core/messages/says.ts';
import { quote } from '../../../electron/core/messages/value.ts';
import { type Finding, findingKey } from '../../../electron/core/report/finding.ts';
import { daysBefore, localDay } from '../../../electron/core/text/time.ts';
import { LONGEST_REASON, type WaiverRules, waiverRefusal } from '../../../electron/core/waivers/waivers.ts';

const words = says('waiver-menu', {
  hour: 'For an hour',
  morning: 'Until tomorrow morning',
  week: 'For a week',
  month: 'For 30 days',
  day: 'Until a day…',
  bringBack: 'Show again',
  bringBackNamed: 'Show again: {title}',
  snooze: 'Snooze…',
  snoozeNamed: 'Snooze…: {title}',
  howLong: 'How long',
  lastDay: 'Last day',
  chooseDay: 'Choose the last day.',
  why: 'Why',
  about: 'For more than a day, say why. It comes back by itself, and sooner if it gets worse.',
  aboutRequired: 'Until then Greenroom says “with something to look at”.',
  submit: 'Snooze',
  submitNamed: 'Snooze: {title}',
  failed: 'This couldn’t be stored. Try again.',
});

const HOUR_MS = 3_600_000;

const endOfDay = (day: string): Date => new Date(`${day}T23:59:59.999`);
const dayAhead = (now: number, days: number): string => daysBefore(localDay(new Date(now)), -days);

/** What is offered, with the days that it takes; the end is counted from the click. */
const offers: readonly {
  readonly id: 'hour' | 'morning' | 'week' | 'month';
  readonly days: number;
  readonly end: (now: number) => Date;
}[] = [
  { id: 'hour', days: 0, end: (now) => new Date(now + HOUR_MS) },
  { id: 'morning', days: 1, end: (now) => new Date(`${dayAhead(now, 1)}T09:00`) },
  { id: 'week', days: 7, end: (now) => endOfDay(dayAhead(now, 7)) },
  { id: 'month', days: 30, end: (now) => endOfDay(dayAhead(now, 30)) },
];

interface Props {
  readonly finding: Finding;
  readonly rules: WaiverRules;
  readonly now: number;
  readonly onSetAside: (key: string, until: string, reason: string) => Promise<string | null>;
  readonly onBringBack: (key: string) => Promise<void>;
}

export const WaiverMenu = ({ finding, rules, now, onSetAside, onBringBack }: Props) => {
  const [open, setOpen] = useState(false);
  const [offer, setOffer] = useState('hour');
  const [day, setDay] = useState('');
  const [reason, setReason] = useState('');
  const [result, setResult] = useState('');
  const key = findingKey(finding);
  const button = useRef<HTMLButtonElement>(null);
  const first = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    if (open) first.current?.focus();
  }, [open]);
  const onEscape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    setOpen(false);
    button.current?.focus();
  };
  const failed = (): void => setResult(words.failed);

  if (finding.state === 'waived') {
    if (finding.waiver.by === 'organisation') return null;
    return (
      <>
        <button
          type="button"
          aria-label={words.bringBackNamed({ title: quote(finding.title) })}
          onClick={() => void onBringBack(key).catch(failed)}
        >
          {words.bringBack}
        </button>
        <p className="note" role="status">
          {result}
        </p>
      </>
    );
  }
  if (waiverRefusal(finding, rules) !== null || rules.longestDays === 0) return null;

  const waive = (event: FormEvent): void => {
    event.preventDefault();
    const end = offer === 'day' ? endOfDay(day) : offers.find((one) => one.id === offer)?.end(Date.now());
    if (end === undefined || Number.isNaN(end.getTime())) {
      setResult(words.chooseDay);
      return;
    }
    onSetAside(key, end.toISOString(), reason).then(
      (refusal) => setResult(refusal === null ? '' : localise(refusal)),
      failed,
    );
  };
  return (
    <div className="set-aside">
      <button
        type="button"
        ref={button}
        aria-label={words.snoozeNamed({ title: quote(finding.title) })}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {words.snooze}
      </button>
      {open && (
        <form onSubmit={waive} onKeyDown={onEscape}>
          <label>
            {words.howLong}
            <select ref={first} value={offer} onChange={(event) => setOffer(event.currentTarget.value)}>
              {offers
                .filter((one) => one.days <= rules.longestDays)
                .map((one) => (
                  <option key={one.id} value={one.id}>
                    {words[one.id]}
                  </option>
                ))}
              <option value="day">{words.day}</option>
            </select>
          </label>
          {offer === 'day' && (
            <label>
              {words.lastDay}
              <input
                type="date"
                required
                min={dayAhead(now, 0)}
                max={dayAhead(now, rules.longestDays)}
                value={day}
                onChange={(event) => setDay(event.currentTarget.value)}
              />
            </label>
          )}
          <label>
            {words.why}
            <input
              type="text"
              maxLength={LONGEST_REASON}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          </label>
          <p className="note">
            {words.about} {finding.required && words.aboutRequired}
          </p>
          <button type="submit" aria-label={words.submitNamed({ title: quote(finding.title) })}>
            {words.submit}
          </button>
          <p className="note" role="status">
            {result}
          </p>
        </form>
      )}
    </div>
  );
};
