/** Owns what an open finding shows: why it matters, how to put it right, and the evidence it rests on. */
import type { ReactNode } from 'react';
import type { Attestation } from '../../electron/core/checks/attestations.ts';
import type { Change } from '../../electron/core/report/diff.ts';
import type { Finding } from '../../electron/core/report/finding.ts';
import { clockTime } from '../../electron/core/text/clock-time.ts';
import { stateNames, waiverPhrase } from '../../electron/core/text/phrases.ts';
import type { WaiverRules } from '../../electron/core/waivers/waivers.ts';
import { AttestationControls } from './Attestation.tsx';
import { RemedySteps } from './RemedySteps.tsx';
import type { RowActions } from './row-actions.ts';
import { WaiverMenu } from './WaiverMenu.tsx';

interface Props {
  readonly finding: Finding;
  readonly change: Change | undefined;
  readonly now: number;
  readonly busy: boolean;
  readonly rules: WaiverRules;
  readonly attestation: Attestation | undefined;
  readonly actions: RowActions;
  readonly extra: ReactNode;
}

/** What "found" is called: for an unknown or inapplicable finding it is the reason. */
const foundName = (state: Finding['state']): string =>
  state === 'unknown' || state === 'not-applicable' ? 'Reason' : 'Found';

export const FindingDetail = ({ finding, change, now, busy, rules, attestation, actions, extra }: Props) => {
  const { evidence } = finding;
  const waiver = finding.state === 'waived' ? finding.waiver : undefined;
  const facts: readonly (readonly [string, string | null])[] = [
    [foundName(finding.state), evidence.found],
    ['Wanted', evidence.wanted],
    ['Where', evidence.source === '' ? null : evidence.source],
    ['When', clockTime(evidence.at, now)],
    ['Last time', change?.from ? stateNames[change.from] : null],
    ['Rule', finding.required ? null : 'Advised, not required'],
    ['Snoozed', waiver === undefined ? null : waiverPhrase(waiver)],
    ['Without that', waiver === undefined ? null : stateNames[waiver.judged]],
  ];
  return (
    <>
      {finding.why !== null && <p className="why">{finding.why}</p>}
      {attestation !== undefined && (
        <AttestationControls
          attestation={attestation}
          counts={finding.state === 'pass'}
          onAttest={actions.attest}
          onCopy={actions.copyForAMinute}
        />
      )}
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
      {extra}
      {finding.managed !== undefined && (
        <details className="managed">
          <summary>Managed by your organisation</summary>
          <dl>
            {finding.managed.map(({ key, value, source }) => (
              <div key={key}>
                <dt>{key}</dt>
                <dd>
                  {value}
                  <small>{source}</small>
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      <button
        type="button"
        className="quiet"
        aria-disabled={busy}
        onClick={busy ? undefined : () => actions.check([finding.id])}
      >
        Check this again
      </button>
      <WaiverMenu
        finding={finding}
        rules={rules}
        now={now}
        onSetAside={actions.waive}
        onBringBack={actions.revokeWaiver}
      />
    </>
  );
};
