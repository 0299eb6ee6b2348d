/** Owns what is to be put right before the call, or that nothing stands in its way. */

import { localise } from '../../electron/core/messages/localise.ts';
import { asMessage } from '../../electron/core/messages/messages.ts';
import { says } from '../../electron/core/messages/says.ts';
import { sectionNames } from '../../electron/core/report/counts.ts';
import { fixTimeOf, fixTimeWords } from '../../electron/core/report/fix-time.ts';
import { BusyMark, StateMark } from '../components/Marks.tsx';
import { FirstRow, type RowProps } from './finding/FindingRow.tsx';
import { isDone, type Row } from './list-layout.ts';

const words = says('before-call', {
  nothing: 'nothing to fix',
  toFix: '{n, number} to fix',
  toFixTime: '{n, number} to fix · {time}',
  toFixDone: '{n, number} to fix · {done, number} fixed',
  soFar: '{n, number} to fix so far',
  fine: 'Nothing stands in the way of your call.',
  fineButUntold:
    'Nothing was found in the way of your call; {n, plural, one {# check of it} other {# checks of it}} couldn’t be made.',
});

/** More rows than this stand closer together. */
const MOST_WIDE = 3;

const sheetClass = (rows: readonly Row[], left: readonly Row[]): string => {
  const dense = rows.length > MOST_WIDE ? ' dense' : '';
  if (left.length === 0) return `sheet${dense}`;
  return `sheet ${left.some(({ finding }) => finding.state === 'fail') ? 'now' : 'soon'}${dense}`;
};

const sumOf = (rows: readonly Row[], left: readonly Row[], settled: boolean): string => {
  const n = left.length;
  if (!settled) return words.soFar({ n: left.filter(({ checking }) => !checking).length });
  if (rows.length === 0) return words.nothing;
  if (n < rows.length) return words.toFixDone({ n, done: rows.length - n });
  const time = fixTimeWords(fixTimeOf(left.map(({ finding }) => finding)));
  return time === null ? words.toFix({ n }) : words.toFixTime({ n, time: asMessage(time) });
};

interface Props {
  readonly rows: readonly Row[];
  /** The one whose button is filled. */
  readonly next: Row | undefined;
  /** How many checks of the call could not be made. */
  readonly untold: number;
  readonly settled: boolean;
  readonly rowProps: (row: Row) => RowProps;
}

export const BeforeCall = ({ rows, next, untold, settled, rowProps }: Props) => {
  const left = rows.filter((row) => !isDone(row));
  return (
    <section className="part before" aria-labelledby="before-title">
      <header>
        <h2 id="before-title">{localise(sectionNames.first)}</h2>
        <span className="sum">{sumOf(rows, left, settled)}</span>
      </header>
      {rows.length > 0 ? (
        <div className={sheetClass(rows, left)}>
          {rows.map((row) => (
            <FirstRow key={row.key} primary={row === next} {...rowProps(row)} />
          ))}
        </div>
      ) : settled ? (
        <p className="sheet calm">
          <StateMark state={untold > 0 ? 'unknown' : 'pass'} />
          <span>{untold > 0 ? words.fineButUntold({ n: untold }) : words.fine}</span>
        </p>
      ) : (
        <div className="sheet kept" aria-hidden="true">
          <BusyMark />
          <i />
        </div>
      )}
    </section>
  );
};
