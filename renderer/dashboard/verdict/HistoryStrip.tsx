/** Owns the strip of the last 90 days: one mark a day, its words beside it; arrow keys go from day to day. */
import { useId, useState } from 'react';
import { messages } from '../../../electron/core/messages/messages.ts';
import { says } from '../../../electron/core/messages/says.ts';
import { instant, list, type Value } from '../../../electron/core/messages/value.ts';
import { HISTORY_DAYS, type HistoryDay } from '../../../electron/core/report/history.ts';
import type { Verdict } from '../../../electron/core/report/verdict.ts';
import { verdictNames } from '../../../electron/core/text/phrases.ts';
import { daysBefore, localDay } from '../../../electron/core/text/time.ts';
import { StateMark, stateOfVerdict } from '../../components/Marks.tsx';

const words = says('history', {
  legend: 'The last {n, number} days',
  day: '{day}',
  checked: '{day}: {verdict}. {n, plural, one {# check} other {# checks}}.',
  checkedWorse: '{day}: {verdict}. {n, plural, one {# check} other {# checks}}; the worst that day: {worst}.',
  summary: 'Checked on {checked, number} of the last {n, number} days: {verdicts}.',
});

const counted = messages('history.counted', {
  ready: 'ready on {n, number}',
  caution: 'ready with something to look at on {n, number}',
  'not-ready': 'not ready on {n, number}',
  undetermined: 'couldn’t be told on {n, number}',
});
const verdicts: readonly Verdict[] = ['ready', 'caution', 'not-ready', 'undetermined'];

/** Midnight here, of a day of the calendar. */
const nameOf = (day: string): Value => instant(`${day}T00:00`, 'weekday');
/** 1 is Monday. */
const weekday = (day: string): number => ((new Date(day).getUTCDay() + 6) % 7) + 1;

const wordsOf = ({ day, last, worst, checks }: HistoryDay): string => {
  const values = { day: nameOf(day), verdict: verdictNames[last], n: checks };
  return worst === last ? words.checked(values) : words.checkedWorse({ ...values, worst: verdictNames[worst] });
};

/** "Checked on 12 of the last 90 days: ready on 8, not ready on 4." */
const summary = (days: readonly HistoryDay[]): string => {
  const parts = verdicts.flatMap((verdict) => {
    const n = days.filter((one) => one.last === verdict).length;
    return n === 0 ? [] : [counted[verdict]({ n })];
  });
  return words.summary({ checked: days.length, n: HISTORY_DAYS, verdicts: list(parts) });
};

export const HistoryStrip = ({ history, now }: { readonly history: readonly HistoryDay[]; readonly now: number }) => {
  const name = useId();
  const [chosen, setChosen] = useState<string | null>(null);
  const today = localDay(new Date(now));
  const days = Array.from({ length: HISTORY_DAYS }, (_, index) => daysBefore(today, HISTORY_DAYS - 1 - index));
  const known = new Map(history.filter((one) => days.includes(one.day)).map((one) => [one.day, one]));
  if (known.size === 0) return null;
  const shown = known.get(chosen ?? '') ?? [...known.values()][0];
  return (
    <fieldset className="history">
      <legend>{words.legend({ n: HISTORY_DAYS })}</legend>
      <div className="days">
        {days.map((day, index) => {
          const one = known.get(day);
          const style = index === 0 ? { gridRowStart: weekday(day) } : undefined;
          return one === undefined ? (
            <span className="day" style={style} key={day} />
          ) : (
            <label
              className={`day checked ${stateOfVerdict[one.last]}`}
              style={style}
              key={day}
              title={words.day({ day: nameOf(day) })}
            >
              <input type="radio" name={name} checked={one === shown} onChange={() => setChosen(day)} />
              <StateMark state={stateOfVerdict[one.last]} />
              <span className="hidden-words">{wordsOf(one)}</span>
            </label>
          );
        })}
      </div>
      <div className="told">
        {/* A reader hears it with the day itself. */}
        {shown !== undefined && <p aria-hidden="true">{wordsOf(shown)}</p>}
        <p className="note">{summary([...known.values()])}</p>
      </div>
    </fieldset>
  );
};
