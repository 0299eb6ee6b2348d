/** Owns what an open finding shows: why it matters, what can be done on one line, the steps, and the evidence behind “Details”. */
import { type ReactNode, useState } from 'react';
import type { Attestation } from '../../../electron/core/checks/attestations.ts';
import { localise } from '../../../electron/core/messages/localise.ts';
import { says } from '../../../electron/core/messages/says.ts';
import { quote } from '../../../electron/core/messages/value.ts';
import type { Change } from '../../../electron/core/report/diff.ts';
import { type Finding, isProblem } from '../../../electron/core/report/finding.ts';
import { clockTime } from '../../../electron/core/text/clock-time.ts';
import { audiencePhrase, stateNames, waiverPhrase } from '../../../electron/core/text/phrases.ts';
import type { WaiverRules } from '../../../electron/core/waivers/waivers.ts';
import { useOnline } from '../../time-and-network.ts';
import { AttestationControls } from './Attestation.tsx';
import { FixOffers } from './FixOffers.tsx';
import { RemedySteps } from './RemedySteps.tsx';
import type { RowActions } from './row-actions.ts';
import { opened, openingWords, siteOf } from './use-fix.ts';
import type { Offers } from './use-offers.ts';
import { WaiverMenu } from './WaiverMenu.tsx';

const words = says('detail', {
  details: 'Details',
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
  showCamera: 'Show my camera',
  named: '{button}: {title}',
  offline: 'You seem to be offline. This page needs the internet.',
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
  /** What Greenroom itself can put right. */
  readonly offers: Offers;
  readonly onShowCamera: () => void;
}

/** What "found" is called: for an unknown or inapplicable finding it is the reason. */
const foundName = (state: Finding['state']): string =>
  state === 'unknown' || state === 'not-applicable' ? words.reason : words.found;

const Evidence = ({ finding, change, now }: Pick<Props, 'finding' | 'change' | 'now'>) => {
  const { evidence } = finding;
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
    <details className="evidence-fold" open={finding.remedies.length === 0}>
      <summary>{words.details}</summary>
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
      {finding.managed !== undefined && (
        <>
          <h4>{words.managed}</h4>
          <dl className="evidence">
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
        </>
      )}
    </details>
  );
};

export const FindingDetail = (props: Props) => {
  const { finding, now, busy, rules, attestation, actions, extra, offers, onShowCamera } = props;
  const [result, setResult] = useState('');
  const online = useOnline();
  const title = quote(finding.title);
  const others = audiencePhrase(finding);
  const named = (button: string): string => words.named({ button: quote(button), title });
  const open = (remedyId: string): void => {
    setResult('');
    actions.openRemedy(remedyId).then(
      (outcome) => setResult(opened[outcome]),
      () => setResult(opened['refused-by-system']),
    );
  };
  const linked = finding.remedies.filter(({ link }) => link !== undefined);
  const isLook = finding.state === 'not-done' && (finding.area === 'camera' || finding.id === 'camera-view');
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
      <FixOffers {...offers} />
      <div className="actions">
        {isLook && (
          <button type="button" aria-label={named(words.showCamera)} onClick={onShowCamera}>
            {words.showCamera}
          </button>
        )}
        {linked.map((remedy) => (
          <button
            key={remedy.id}
            type="button"
            aria-label={named(openingWords(remedy))}
            onClick={() => open(remedy.id)}
          >
            {openingWords(remedy)}
          </button>
        ))}
        <WaiverMenu
          finding={finding}
          rules={rules}
          now={now}
          onSetAside={actions.waive}
          onBringBack={actions.revokeWaiver}
        />
        <button
          type="button"
          className="plain"
          aria-label={named(words.again)}
          aria-disabled={busy}
          onClick={busy ? undefined : () => actions.check([finding.id])}
        >
          {words.again}
        </button>
      </div>
      {linked.some((remedy) => siteOf(remedy) !== null) && !online && <p className="note">{words.offline}</p>}
      <p className="note" role="status">
        {result}
      </p>
      {finding.remedies.map((remedy) => (
        <RemedySteps key={remedy.id} remedy={remedy} />
      ))}
      {extra}
      <Evidence {...props} />
    </>
  );
};
