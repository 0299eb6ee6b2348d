/** Owns what can wait until after the call: compact rows, or one line where they would leave the first screen. */
import type { ReactNode } from 'react';
import { localise } from '../../electron/core/messages/localise.ts';
import { asMessage } from '../../electron/core/messages/messages.ts';
import { says } from '../../electron/core/messages/says.ts';
import { sectionNames } from '../../electron/core/report/counts.ts';
import { isProblem } from '../../electron/core/report/finding.ts';
import { fixTimeOf, fixTimeWords } from '../../electron/core/report/fix-time.ts';
import { Chevron } from '../components/Marks.tsx';
import type { Row } from './list-layout.ts';

const words = says('after-call', {
  count: '{n, number}',
  countAndTime: '{n, number} · {time}',
  countSoFar: '{n, number} so far',
});

const sumOf = (rows: readonly Row[], settled: boolean): string => {
  if (!settled) return words.countSoFar({ n: rows.filter(({ checking }) => !checking).length });
  const left = rows.map(({ finding }) => finding).filter(isProblem);
  const n = left.length;
  const time = fixTimeWords(fixTimeOf(left));
  return time === null ? words.count({ n }) : words.countAndTime({ n, time: asMessage(time) });
};

interface Props {
  readonly rows: readonly Row[];
  readonly settled: boolean;
  /** There are too many for the first screen. */
  readonly folds: boolean;
  readonly unfolded: boolean;
  readonly isPrinted: boolean;
  readonly onUnfold: (unfolded: boolean) => void;
  /** Beside the heading. */
  readonly remind: ReactNode;
  readonly compact: (row: Row) => ReactNode;
}

export const AfterCall = ({ rows, settled, folds, unfolded, isPrinted, onUnfold, remind, compact }: Props) => (
  <section
    className={`part after${unfolded || isPrinted ? ' unfolded' : ''}${folds ? ' folds' : ''}`}
    aria-labelledby="after-title"
  >
    <header>
      <h2 id="after-title">
        {localise(sectionNames.later)} <span className="sum">{sumOf(rows, settled)}</span>
      </h2>
      {remind}
      <button
        type="button"
        className="icon-button unfold"
        aria-expanded={unfolded}
        aria-label={localise(sectionNames.later)}
        onClick={() => onUnfold(!unfolded)}
      >
        <Chevron />
      </button>
    </header>
    <div className="sheet">{rows.map(compact)}</div>
  </section>
);
