/** Owns the history: a calendar of days, a mark a day by its verdict, what the marks mean, and the words of one day. */
import { useEffect, useRef, useState } from 'react';
import { says } from '../../electron/core/messages/says.ts';
import { instant } from '../../electron/core/messages/value.ts';
import { HISTORY_DAYS, type HistoryDay } from '../../electron/core/report/history.ts';
import type { Verdict } from '../../electron/core/report/verdict.ts';
import { verdictNames } from '../../electron/core/text/phrases.ts';
import { type IsoDate, localDay } from '../../electron/core/text/time.ts';
import { StateMark, stateOfVerdict } from '../components/Marks.tsx';
import { useEscape } from '../components/use-escape.ts';
import { monthBeside, monthOf, weekdayShort, weeksOf } from './calendar-days.ts';

const words = says('history', {
  ready: 'ready on {ready, number} of {n, plural, one {# day} other {# days}} checked',
  none: 'no check',
  earlier: 'The month before',
  later: 'The month after',
  day: '{day}',
  checked: '{verdict}. {n, plural, one {# check} other {# checks}}.',
  checkedWorse: '{verdict}. {n, plural, one {# check} other {# checks}}; the worst that day: {worst}.',
  month: '{month}',
  named: '{day}: {told}',
  fixed: '{n, number} fixed',
  fixedThisMonth: 'fixed this month',
  fixedThatMonth: 'fixed that month',
  number: '{n, number}',
  legend: 'What the marks mean',
  empty: 'Empty: no check that day',
  kept: 'Kept for the last {n, number} days with a check, on this computer only.',
});

const legend: Readonly<Record<Verdict, string>> = says('history.legend', {
  ready: 'Ready',
  caution: 'You could join, something to look at',
  'not-ready': 'Not ready',
  undetermined: 'Couldn’t be told',
});

const verdicts: readonly Verdict[] = ['ready', 'caution', 'not-ready', 'undetermined'];

const wordsOf = ({ last, worst, checks }: HistoryDay): string => {
  const values = { verdict: verdictNames[last], n: checks };
  return worst === last ? words.checked(values) : words.checkedWorse({ ...values, worst: verdictNames[worst] });
};
const nameOf = (day: IsoDate) => instant(`${day}T00:00`, 'weekday');

interface Props {
  readonly history: readonly HistoryDay[];
  readonly now: number;
  readonly onClose: () => void;
}

const HistoryPage = ({ history, now, onClose }: Props) => {
  const today = localDay(new Date(now));
  const [month, setMonth] = useState(monthOf(today));
  const [chosen, setChosen] = useState<IsoDate | null>(history[0]?.day ?? null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useEscape(onClose);

  const known = new Map(history.map((one) => [one.day, one]));
  const ofMonth = history.filter(({ day }) => monthOf(day) === month);
  const ready = ofMonth.filter(({ last }) => last === 'ready' || last === 'caution').length;
  const fixed = ofMonth.reduce((sum, one) => sum + one.fixed, 0);
  const first = monthOf(history.at(-1)?.day ?? today);
  const weeks = weeksOf(month);
  const shown = known.get(chosen ?? '');
  return (
    <section className="single history" aria-labelledby="history-title">
      <header>
        <h2 id="history-title" tabIndex={-1} ref={heading}>
          {words.month({ month: instant(`${month}-01T12:00`, 'month') })}
        </h2>
        <span className="sum">{ofMonth.length === 0 ? words.none : words.ready({ ready, n: ofMonth.length })}</span>
        <span className="end">
          <button type="button" disabled={month <= first} onClick={() => setMonth(monthBeside(month, -1))}>
            {words.earlier}
          </button>
          <button type="button" disabled={month >= monthOf(today)} onClick={() => setMonth(monthBeside(month, 1))}>
            {words.later}
          </button>
        </span>
      </header>
      <div>
        <table className="sheet month">
          <thead>
            <tr>
              {weeks[0]?.map((day) => (
                <th key={day} scope="col">
                  {weekdayShort(day)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map((week) => (
              <tr key={week[0]}>
                {week.map((day) => (
                  <Day
                    key={day}
                    day={day}
                    one={known.get(day)}
                    isOther={monthOf(day) !== month}
                    isToday={day === today}
                    chosen={chosen === day}
                    onChoose={setChosen}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <ul className="legend" aria-label={words.legend}>
          {verdicts.map((verdict) => (
            <li key={verdict}>
              <StateMark state={stateOfVerdict[verdict]} />
              {legend[verdict]}
            </li>
          ))}
          <li>{words.empty}</li>
        </ul>
      </div>
      <div className="beside">
        <p className="sheet big-number">
          <b>{words.number({ n: fixed })}</b>
          <span>{month === monthOf(today) ? words.fixedThisMonth : words.fixedThatMonth}</span>
        </p>
        {shown !== undefined && (
          <section className="part" aria-live="polite" aria-labelledby="day-title">
            <header>
              <h3 id="day-title">{words.day({ day: nameOf(shown.day) })}</h3>
            </header>
            <p className="sheet calm">
              <StateMark state={stateOfVerdict[shown.last]} />
              <span>
                {wordsOf(shown)} {shown.fixed > 0 && words.fixed({ n: shown.fixed })}
              </span>
            </p>
          </section>
        )}
        <p className="note">{words.kept({ n: HISTORY_DAYS })}</p>
      </div>
    </section>
  );
};
export default HistoryPage;

interface DayProps {
  readonly day: IsoDate;
  readonly one: HistoryDay | undefined;
  readonly isOther: boolean;
  readonly isToday: boolean;
  readonly chosen: boolean;
  readonly onChoose: (day: IsoDate) => void;
}

const Day = ({ day, one, isOther, isToday, chosen, onChoose }: DayProps) => {
  const number = (
    <span className={isToday ? 'number today' : 'number'}>{words.number({ n: Number(day.slice(8)) })}</span>
  );
  if (one === undefined || isOther) return <td className={isOther ? 'other' : undefined}>{number}</td>;
  return (
    <td>
      <button
        type="button"
        className={stateOfVerdict[one.last]}
        aria-pressed={chosen}
        aria-label={words.named({ day: nameOf(day), told: verdictNames[one.last] })}
        onClick={() => onChoose(day)}
      >
        {number}
        <StateMark state={stateOfVerdict[one.last]} />
        {one.fixed > 0 && <small>{words.fixed({ n: one.fixed })}</small>}
      </button>
    </td>
  );
};
