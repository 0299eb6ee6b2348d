/** Owns what an open finding shows: why it matters, how to put it right, and the evidence it rests on. */
import type { ReactNode } from 'react';
import type { Attestation } from '../../electron/core/checks/attestations.ts';
import { fixesHelping } from '../../electron/core/fixes/helps.ts';
import { localise } from '../../electron/core/messages/localise.ts';
import { says } from '../../electron/core/messages/says.ts';
import type { Change } from '../../electron/core/report/diff.ts';
import { type Finding, isProblem } from '../../electron/core/report/finding.ts';
import { clockTime } from '../../electron/core/text/clock-time.ts';
import { audiencePhrase, stateNames, waiverPhrase } from '../../electron/core/text/phrases.ts';
import type { WaiverRules } from '../../electron/core/waivers/waivers.ts';
import { AttestationControls } from './Attestation.tsx';
import { FixOffers } from './FixOffers.tsx';
import { RemedySteps } from './RemedySteps.tsx';
import type { RowActions } from './row-actions.ts';
import { WaiverMenu } from './WaiverMenu.tsx';

const words = says('detail', {
  reason: 'Reason',
  found: 'Found',
  wanted: 'Wanted',
  where: 'Where',
  when: 'When',
  lastTime: 'Last time',
  rule: 'Rule',
  advised: 'Advised, not required',
  snoozed: 'Snoozed',
  without: 'Without that',
  managed: 'Managed by your organisation',
  again: 'Check this again',
});

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
  state === 'unknown' || state === 'not-applicable' ? words.reason : words.found;

export const FindingDetail = ({ finding, change, now, busy, rules, attestation, actions, extra }: Props) => {
  const { evidence } = finding;
  const others = audiencePhrase(finding);
  const waiver = finding.state === 'waived' ? finding.waiver : undefined;
  const facts: readonly (readonly [string, string | null])[] = [
    [foundName(finding.state), evidence.found],
    [words.wanted, evidence.wanted],
    [words.where, evidence.source === '' ? null : localise(evidence.source)],
    [words.when, clockTime(evidence.at, now)],
    [words.lastTime, change?.from ? localise(stateNames[change.from]) : null],
    [words.rule, finding.required ? null : words.advised],
    [words.snoozed, waiver === undefined ? null : localise(waiverPhrase(waiver))],
    [words.without, waiver === undefined ? null : localise(stateNames[waiver.judged])],
  ];
  return (
    <>
      {others !== undefined && isProblem(finding) && <p>{localise(others)}</p>}
      {finding.why !== null && <p className="why">{finding.why}</p>}
      {attestation !== undefined && (
        <AttestationControls
          attestation={attestation}
          counts={finding.state === 'pass'}
          onAttest={actions.attest}
          onCopy={actions.copyForAMinute}
        />
      )}
      {actions.api !== undefined && fixesHelping(finding.id).length > 0 && (
        <FixOffers checkId={finding.id} api={actions.api} />
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
          <summary>{words.managed}</summary>
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
        {words.again}
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
