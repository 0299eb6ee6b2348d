/** Owns one row: a check that is awaited, or a finding that opens to its evidence, its reason and its remedies. */
import { type ReactNode, useId } from 'react';
import type { Attestation } from '../../electron/core/checks/attestations.ts';
import { localise } from '../../electron/core/messages/localise.ts';
import { says } from '../../electron/core/messages/says.ts';
import { areaNames } from '../../electron/core/report/areas.ts';
import type { Change } from '../../electron/core/report/diff.ts';
import { stateBefore } from '../../electron/core/text/phrases.ts';
import type { WaiverRules } from '../../electron/core/waivers/waivers.ts';
import { BusyMark, Chevron, StateMark } from '../components/Marks.tsx';
import { FindingDetail } from './FindingDetail.tsx';
import type { Row } from './list-layout.ts';
import type { RowActions } from './row-actions.ts';

const words = says('row', {
  nothing: 'Nothing to check',
  checking: 'Checking…',
  notFound: 'No longer found',
});

const changeWords = says('row.change', {
  worse: 'Worse than last time',
  better: 'Better than last time',
  new: 'New',
  gone: 'Gone',
});

interface Props {
  readonly row: Row;
  readonly change: Change | undefined;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly now: number;
  /** A run goes on. */
  readonly busy: boolean;
  readonly rules: WaiverRules;
  /** What the finding's check asks the person to confirm; undefined for all others. */
  readonly attestation: Attestation | undefined;
  readonly actions: RowActions;
  /** What this check shows besides its finding. */
  readonly extra: ReactNode;
}

export const FindingRow = ({ row, change, open, onOpen, now, busy, rules, attestation, actions, extra }: Props) => {
  const detail = useId();
  const { finding } = row;
  if (finding === null) {
    return (
      <div className="row awaited" data-row={row.key}>
        <div className="line">
          {row.gone ? <StateMark state="not-applicable" /> : <BusyMark />}
          <h3>{row.title}</h3>
          <span className="aside">{row.gone ? words.nothing : words.checking}</span>
        </div>
      </div>
    );
  }
  const aside = row.checking
    ? words.checking
    : row.gone
      ? words.notFound
      : change !== undefined
        ? changeWords[change.direction]
        : localise(areaNames[finding.area]);
  return (
    <article
      className={`row ${finding.state}${row.checking || row.gone ? ' earlier' : ''}`}
      data-row={row.key}
      aria-busy={row.checking}
    >
      <h3>
        <button
          type="button"
          className="line"
          aria-expanded={open}
          aria-controls={open ? detail : undefined}
          onClick={() => onOpen(!open)}
        >
          {row.checking ? <BusyMark /> : <StateMark state={finding.state} />}
          <span className="hidden-words">{stateBefore(finding.state, row.title)} </span>
          <span className="title">{row.title}</span>
          <span className="aside">{aside}</span>
          <Chevron />
        </button>
      </h3>
      {open && (
        // Whoever works inside a row keeps it open, whatever the next report says.
        // biome-ignore lint/a11y/noStaticElementInteractions: it notices focus; there is nothing to operate.
        <div className="detail" id={detail} onFocus={() => onOpen(true)}>
          <FindingDetail
            finding={finding}
            change={change}
            now={now}
            busy={busy}
            rules={rules}
            attestation={attestation}
            actions={actions}
            extra={extra}
          />
        </div>
      )}
    </article>
  );
};
