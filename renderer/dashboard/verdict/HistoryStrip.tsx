/** Owns the strip of the last 90 days: one mark a day, its words beside it; arrow keys go from day to day. */
import { useId, useState } from 'react';
import { HISTORY_DAYS, type HistoryDay } from '../../../electron/core/report/history.ts';
import type { Verdict } from '../../../electron/core/report/verdict.ts';
import { count, formatList, verdictNames } from '../../../electron/core/text/phrases.ts';
import { daysBefore, localDay } from '../../../electron/core/text/time.ts';
import { StateMark, stateOfVerdict } from '../../components/Marks.tsx';

const dayName = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
const nameOf = (day: string): string => dayName.format(new Date(day));
/** 1 is Monday. */
const weekday = (day: string): number => ((new Date(day).getUTCDay() + 6) % 7) + 1;

const wordsOf = ({ day, last, worst, checks }: HistoryDay): string =>
  `${nameOf(day)}: ${verdictNames[last]}. ${count(checks, 'check')}${worst === last ? '' : `; earlier that day: ${verdictNames[worst].toLowerCase()}`}.`;

const short: readonly (readonly [Verdict, string])[] = [
  ['ready', 'ready'],
  ['caution', 'ready with something to look at'],
  ['not-ready', 'not ready'],
  ['undetermined', 'could not be told'],
];

/** "Checked on 12 of the last 90 days: ready on 8, not ready on 4." */
const summary = (days: readonly HistoryDay[]): string => {
  const parts = short.flatMap(([verdict, words]) => {
    const number = days.filter((one) => one.last === verdict).length;
    return number === 0 ? [] : [`${words} on ${number}`];
  });
  return `Checked on ${days.length} of the last ${HISTORY_DAYS} days: ${formatList(parts)}.`;
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
      <legend>The last {HISTORY_DAYS} days</legend>
      <div className="days">
        {days.map((day, index) => {
          const one = known.get(day);
          const style = index === 0 ? { gridRowStart: weekday(day) } : undefined;
          return one === undefined ? (
            <span className="day" style={style} key={day} />
          ) : (
            <label className={`day checked ${stateOfVerdict[one.last]}`} style={style} key={day} title={nameOf(day)}>
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
