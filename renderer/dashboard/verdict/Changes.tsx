/** Owns what changed since the last report, the worse first. */
import type { Change } from '../../../electron/core/report/diff.ts';
import { clockTime } from '../../../electron/core/text/clock-time.ts';
import { count, stateNames } from '../../../electron/core/text/phrases.ts';
import { ChangeMark } from '../../components/Marks.tsx';

const AT_ONCE = 2;

const directions: Readonly<Record<Change['direction'], string>> = {
  worse: 'Worse',
  new: 'New',
  better: 'Better',
  gone: 'Gone',
};

const Line = ({ change }: { readonly change: Change }) => (
  <li>
    <ChangeMark direction={change.direction} />
    <span>
      <b>{directions[change.direction]}:</b> {change.title}
      {change.from !== null && change.to !== null && (
        <small>
          {' '}
          ({stateNames[change.from]} → {stateNames[change.to]})
        </small>
      )}
    </span>
  </li>
);

interface Props {
  readonly changes: readonly Change[];
  readonly since: string;
  readonly now: number;
}

export const Changes = ({ changes, since, now }: Props) => {
  const rest = changes.slice(AT_ONCE);
  return (
    <section className="changes" aria-labelledby="changes-title">
      <h2 id="changes-title">Since {clockTime(since, now)}</h2>
      {changes.length === 0 && <p>Nothing has changed.</p>}
      <ul>
        {changes.slice(0, AT_ONCE).map((change) => (
          <Line key={change.key} change={change} />
        ))}
      </ul>
      {rest.length > 0 && (
        <details>
          <summary>{count(rest.length, 'more change')}</summary>
          <ul>
            {rest.map((change) => (
              <Line key={change.key} change={change} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
};
