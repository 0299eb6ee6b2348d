/** Owns the one line behind which stands what does not apply to this computer. */
import { type ReactNode, useState } from 'react';
import { says } from '../../electron/core/messages/says.ts';
import { Chevron } from '../components/Marks.tsx';

const words = says('collapsed', {
  checks: '{n, plural, one {# check doesn’t} other {# checks don’t}} apply here',
  waiting: '{n, plural, one {# of them waits} other {# of them wait}} for your answer',
});

interface Props {
  readonly count: number;
  /** Those of them that only the person can answer. */
  readonly waiting: number;
  /** Nothing else is on the page. */
  readonly alone: boolean;
  readonly children: ReactNode;
}

export const CollapsedRows = ({ count, waiting, alone, children }: Props) => {
  /** What the person chose; until then it is closed, unless nothing else could be read. */
  const [chosen, setChosen] = useState<boolean | null>(null);
  const open = chosen ?? alone;
  return (
    <details
      className="folded"
      open={open}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open !== open) setChosen(currentTarget.open);
      }}
    >
      <summary>
        <Chevron />
        <h2>
          {words.checks({ n: count })}
          {waiting > 0 && <span className="before">{words.waiting({ n: waiting })}</span>}
        </h2>
      </summary>
      <div className="rows">{children}</div>
    </details>
  );
};
