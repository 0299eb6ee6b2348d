/** Owns the wall: whether one can join this call now, the time, the next meeting, and the way to the other pages. */
import { type Ref, useState } from 'react';
import { says } from '../../electron/core/messages/says.ts';
import type { Report } from '../../electron/core/report/report.ts';
import { moment } from '../../electron/core/text/clock-time.ts';
import { Announcer } from '../components/Announcer.tsx';
import { Sign } from '../components/Sign.tsx';
import type { ReportStore } from '../report-store.ts';
import { usePassed } from '../time-and-network.ts';
import { type Answer, minutesStrip, type Ready, waitingFor } from './answer.ts';
import { MeetingCard } from './MeetingCard.tsx';
import { type Place, Places } from './Places.tsx';
import { VerdictRing } from './VerdictRing.tsx';

const words = says('wall', {
  menu: 'Menu',
  justNow: 'Checked just now',
  checked: 'Checked {moment}',
  checkedLimit: 'Checked {moment}. Time ran out, so not everything could be told.',
  start: 'Check this computer',
  restart: 'Check again',
  busy: 'Checking…',
  notStarted: 'The check couldn’t start. Try once more; if that doesn’t help, restart Greenroom.',
});

const SLOW_AFTER_MS = 3000;
const JUST_NOW_MS = 120_000;

const checkedWords = (report: Report, now: number): string => {
  if (report.durationMs >= report.deadlineMs) return words.checkedLimit({ moment: moment(report.startedAt, now) });
  const age = now - Date.parse(report.startedAt);
  return age < JUST_NOW_MS ? words.justNow : words.checked({ moment: moment(report.startedAt, now) });
};

/** True when the run that goes on has lasted longer than a person expects. */
const useSlow = (running: Ready['snapshot']['running']): boolean =>
  usePassed(running === null ? null : Date.parse(running.startedAt), SLOW_AFTER_MS);

/** Minutes to go, a cell each; what the fixes take is filled. The sentence above says the same. */
const MinutesStrip = ({ left, used }: { readonly left: number; readonly used: number }) => (
  <div className="strip" aria-hidden="true">
    {Array.from({ length: left }, (_, cell) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: cells have no name but their place.
      <i key={cell} className={cell < used ? 'used' : undefined} />
    ))}
    <i className="door-cell" />
  </div>
);

interface Props {
  readonly page: Ready;
  readonly answer: Answer;
  readonly now: number;
  /** Nothing is left to do but to join. */
  readonly joins: boolean;
  readonly store: ReportStore;
  readonly place: Place;
  readonly onGo: (place: Place) => void;
  readonly onAddCalendar: () => void;
  readonly current: Ref<HTMLButtonElement>;
}

export const Wall = ({ page, answer, now, joins, store, place, onGo, onAddCalendar, current }: Props) => {
  const { snapshot, board } = page;
  const { report, running } = snapshot;
  const [menu, setMenu] = useState(false);
  const slow = useSlow(running);
  const busy = running !== null || page.asking;
  const waiting = slow && running !== null ? running.pending.map(({ title }) => title) : [];
  const strip = minutesStrip(page, answer, now);
  const mood = answer.isAlarm ? 'alarm' : isOpen(answer) ? 'ready' : '';
  const check = (): void => store.check(null);
  return (
    <header className={`wall ${mood}`}>
      <div className="sign-row">
        <Sign />
        <button
          type="button"
          className="icon-button menu"
          aria-expanded={menu}
          aria-label={words.menu}
          onClick={() => setMenu(!menu)}
        >
          <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
            <path d="M4 7h16M4 12h16M4 17h16" />
          </svg>
        </button>
      </div>
      <div className={`verdict${answer.glyph === 'stale' ? ' old' : ''}${isLong(answer) ? ' long' : ''}`}>
        <VerdictRing rows={board.rows} pending={running?.pending ?? []} glyph={answer.glyph} count={answer.count} />
        <h1>{answer.headline}</h1>
        <p className="lead">{answer.sentence}</p>
        {strip !== null && <MinutesStrip {...strip} />}
        {!busy && (report === null || answer.glyph === 'stale') && (
          <button type="button" className="primary" onClick={check}>
            {report === null ? words.start : words.restart}
          </button>
        )}
        {page.notStarted && (
          <p className="refused" role="alert">
            {words.notStarted}
          </p>
        )}
      </div>
      {store.api !== undefined && (
        <MeetingCard snapshot={snapshot} now={now} joins={joins} api={store.api} onAddCalendar={onAddCalendar} />
      )}
      <div className={menu ? 'foot shown' : 'foot'}>
        <p className="checked">
          {waiting.length > 0 ? (
            <span>{waitingFor(waiting)}</span>
          ) : (
            <>
              {busy && <span>{words.busy}</span>}
              {!busy && report !== null && <time dateTime={report.startedAt}>{checkedWords(report, now)}</time>}
              {!busy && report !== null && answer.glyph !== 'stale' && (
                <button type="button" className="link" onClick={check}>
                  {words.restart}
                </button>
              )}
            </>
          )}
        </p>
        <Places
          place={place}
          current={current}
          onGo={(next) => {
            setMenu(false);
            onGo(next);
          }}
        />
      </div>
      <Announcer page={page} answer={answer} slow={slow} />
    </header>
  );
};

/** More letters than this leave the ring less room. */
const MOST_LETTERS = 94;
const isLong = ({ headline, sentence }: Answer): boolean => 2 * headline.length + sentence.length > MOST_LETTERS;

/** The door stands ajar: one can join. */
const isOpen = ({ glyph }: Answer): boolean => glyph === 'ready' || glyph === 'caution';
