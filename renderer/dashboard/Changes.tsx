/** Owns what changed since the last report, the worse first. */
import { localise } from '../../electron/core/messages/localise.ts';
import { says } from '../../electron/core/messages/says.ts';
import type { Change } from '../../electron/core/report/diff.ts';
import { moment } from '../../electron/core/text/clock-time.ts';
import { StateMark } from '../components/Marks.tsx';

const words = says('changes', {
  worse: 'Worse',
  new: 'New',
  better: 'Better',
  gone: 'Gone',
  since: 'Since {moment}',
  nothing: 'Nothing has changed.',
  more: '{n, plural, one {# more change} other {# more changes}}',
});

const AT_ONCE = 3;

const Line = ({ change }: { readonly change: Change }) => (
  <li>
    <StateMark state={change.to ?? 'not-applicable'} />
    <span>{localise(change.title)}</span>
    <span className="aside">{words[change.direction]}</span>
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
    <section className="part changes" aria-labelledby="changes-title">
      <header>
        <h2 id="changes-title">{words.since({ moment: moment(since, now) })}</h2>
      </header>
      {changes.length === 0 ? (
        <p className="sheet calm">{words.nothing}</p>
      ) : (
        <div className="sheet">
          <ul>
            {changes.slice(0, AT_ONCE).map((change) => (
              <Line key={change.key} change={change} />
            ))}
          </ul>
          {rest.length > 0 && (
            <details>
              <summary>{words.more({ n: rest.length })}</summary>
              <ul>
                {rest.map((change) => (
                  <Line key={change.key} change={change} />
                ))}
              </ul>
            </details>
          )}
        </div>
      )}
    </section>
  );
};
