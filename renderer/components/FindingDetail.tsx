/** Owns what an open finding shows: why it matters, how to put it right, and the evidence it rests on. */
import type { Change } from '../../electron/core/change.ts';
import type { Finding } from '../../electron/core/finding.ts';
import { longDate } from '../../electron/core/time.ts';
import { clockTime } from '../../electron/core/view/when.ts';
import { stateNames } from '../../electron/core/words.ts';
import type { RowActions } from './FindingRow.tsx';
import { RemedySteps } from './RemedySteps.tsx';

interface Props {
  readonly finding: Finding;
  readonly change: Change | undefined;
  readonly now: number;
  readonly busy: boolean;
  readonly actions: RowActions;
}

const waivedBy = { user: 'you', organisation: 'your organisation' } as const;

/** What "found" is called: for an unknown or inapplicable finding it is the reason. */
const foundName = (state: Finding['state']): string =>
  state === 'unknown' || state === 'not-applicable' ? 'Reason' : 'Found';

export const FindingDetail = ({ finding, change, now, busy, actions }: Props) => {
  const { evidence, waiver } = finding;
  const facts: readonly (readonly [string, string | null])[] = [
    [foundName(finding.state), evidence.found],
    ['Wanted', evidence.wanted],
    ['Where', evidence.source === '' ? null : evidence.source],
    ['When', clockTime(evidence.at, now)],
    ['Last time', change?.from ? stateNames[change.from] : null],
    ['Rule', finding.required ? null : 'Advised, not required'],
    [
      'Set aside',
      waiver === undefined ? null : `By ${waivedBy[waiver.by]} until ${longDate(waiver.until)}: ${waiver.reason}`,
    ],
  ];
  return (
    <>
      {finding.why !== null && <p className="why">{finding.why}</p>}
      {finding.remedies.map((remedy) => (
        <RemedySteps key={remedy.id} remedy={remedy} onOpen={actions.openRemedy} />
      ))}
      <dl className="evidence">
        {facts.map(
          ([name, value]) =>
            value !== null && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      <button
        type="button"
        className="quiet"
        aria-disabled={busy}
        onClick={busy ? undefined : () => actions.check([finding.id])}
      >
        Check this again
      </button>
    </>
  );
};
