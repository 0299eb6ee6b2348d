/** Owns the last two weeks at a glance: a mark a day, and the way to all of them. */
import { says } from '../../electron/core/messages/says.ts';
import { instant } from '../../electron/core/messages/value.ts';
import type { HistoryDay } from '../../electron/core/report/history.ts';
import { verdictNames } from '../../electron/core/text/phrases.ts';
import { daysBefore, localDay } from '../../electron/core/text/time.ts';
import { StateMark, stateOfVerdict } from '../components/Marks.tsx';
import { weekdayLetter } from './calendar-days.ts';

const words = says('fortnight', {
  title: 'Last two weeks',
  ready: 'ready on {ready, number} of {n, plural, one {# day} other {# days}} checked',
  every: 'See every day',
  day: '{day}: {verdict}',
  unchecked: '{day}: no check',
});

const DAYS = 14;

interface Props {
  readonly history: readonly HistoryDay[];
  readonly now: number;
  readonly onEvery: () => void;
}

export const Fortnight = ({ history, now, onEvery }: Props) => {
  const today = localDay(new Date(now));
  const days = Array.from({ length: DAYS }, (_, index) => daysBefore(today, DAYS - 1 - index));
  const known = new Map(history.filter(({ day }) => days.includes(day)).map((one) => [one.day, one]));
  if (known.size === 0) return null;
  const ready = [...known.values()].filter(({ last }) => last === 'ready' || last === 'caution').length;
  return (
    <section className="part fortnight" aria-labelledby="fortnight-title">
      <header>
        <h2 id="fortnight-title">{words.title}</h2>
        <span className="sum">{words.ready({ ready, n: known.size })}</span>
        <span className="end">
          <button type="button" className="link" onClick={onEvery}>
            {words.every}
          </button>
        </span>
      </header>
      <ol className="sheet">
        {days.map((day) => {
          const one = known.get(day);
          const name = instant(`${day}T00:00`, 'weekday');
          return (
            <li key={day}>
              {one === undefined ? <span className="no-check" /> : <StateMark state={stateOfVerdict[one.last]} />}
              <span aria-hidden="true">{weekdayLetter(day)}</span>
              <span className="hidden-words">
                {one === undefined
                  ? words.unchecked({ day: name })
                  : words.day({ day: name, verdict: verdictNames[one.last] })}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
};
