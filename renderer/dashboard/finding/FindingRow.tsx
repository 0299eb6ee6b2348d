/** Owns one row: a finding in one line, with what to do about it, that opens to its reason, its steps and its evidence. */
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import type { Attestation } from '../../../electron/core/checks/attestations.ts';
import { says } from '../../../electron/core/messages/says.ts';
import { measure, quote } from '../../../electron/core/messages/value.ts';
import type { Change } from '../../../electron/core/report/diff.ts';
import { stateBefore } from '../../../electron/core/text/phrases.ts';
import type { WaiverRules } from '../../../electron/core/waivers/waivers.ts';
import { BusyMark, Chevron, DoneMark, StateMark } from '../../components/Marks.tsx';
import { isDone, type Row } from '../list-layout.ts';
import { FindingDetail } from './FindingDetail.tsx';
import type { RowActions } from './row-actions.ts';
import { useFix } from './use-fix.ts';
import { type Offers, useOffers } from './use-offers.ts';

const words = says('row', {
  checking: 'Checking…',
  notFound: 'No longer found',
  details: 'Details: {title}',
  minutes: '{time}',
  done: 'Done',
  working: 'Still working…',
  checkingNamed: 'Checking… {title}',
  undo: 'Undo',
  undoNamed: 'Undo: {title}',
});

const changeWords = says('row.change', {
  worse: 'Worse than last time',
  better: 'Better than last time',
  new: 'New',
  gone: 'Gone',
});

export interface RowProps {
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
  readonly onShowCamera: () => void;
}

const Mark = ({ row }: { readonly row: Row }) =>
  row.checking ? <BusyMark /> : isDone(row) ? <DoneMark /> : <StateMark state={row.finding.state} />;

const minutesOf = ({ finding }: Row): string | null =>
  finding.minutes === null ? null : words.minutes({ time: measure(finding.minutes, 'minute') });

/** What is said beside the title: of the answer that is awaited, or of what has changed. */
const asideOf = (row: Row, change: Change | undefined): string | null => {
  if (row.checking) return words.checking;
  if (row.gone) return words.notFound;
  if (isDone(row)) return words.done;
  return change === undefined ? null : changeWords[change.direction];
};

/** Escape in an open row closes it, and gives the focus back to what opened it. */
const useEscape = (open: boolean, onOpen: (open: boolean) => void) => {
  const opener = useRef<HTMLButtonElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !open || event.defaultPrevented) return;
    event.preventDefault();
    onOpen(false);
    opener.current?.focus();
  };
  return { opener, onKeyDown };
};

interface DetailProps {
  readonly id: string;
  readonly props: RowProps;
  readonly offers: Offers;
}
const Detail = ({ id, props, offers }: DetailProps) => (
  <div className="detail" id={id}>
    <FindingDetail {...props} finding={props.row.finding} offers={offers} />
  </div>
);

/** What Greenroom can do is asked for when the row is opened. */
const AskedDetail = (props: Omit<DetailProps, 'offers'>) => (
  <Detail {...props} offers={useOffers(props.props.row.checkId, props.props.actions.api)} />
);

/** What is to be put right before the call: a line with its remedy, its minutes and its button. */
export const FirstRow = ({ primary, ...props }: RowProps & { readonly primary: boolean }) => {
  const { row, change, open, onOpen, busy, actions, onShowCamera } = props;
  const { finding } = row;
  const detail = useId();
  const offers = useOffers(row.checkId, actions.api);
  const fix = useFix({ finding, actions, offers, onOpen: () => onOpen(true), onShowCamera });
  const { opener, onKeyDown } = useEscape(open, onOpen);
  const done = isDone(row);
  const waits = row.checking || fix.isWorking;
  const minutes = minutesOf(row);
  const aside = asideOf(row, change);
  return (
    <article
      className={`row first ${done ? 'is-done' : finding.state}${row.checking || row.gone ? ' earlier' : ''}`}
      data-row={row.key}
      aria-busy={row.checking}
      onKeyDown={onKeyDown}
    >
      <Mark row={row} />
      <div className="told">
        <h3>
          <span className="hidden-words">{stateBefore(finding.state, finding.title)} </span>
          <span>{finding.title}</span>
        </h3>
        {fix.result === '' && (
          <p>
            {row.checking || done ? aside : fix.line}
            {!done && !row.checking && minutes !== null && <b> · {minutes}</b>}
          </p>
        )}
        <p role="status">{fix.result}</p>
        {fix.isWorking && <progress aria-hidden="true" />}
      </div>
      <div className="do">
        {done && offers.change !== null && (
          <button
            type="button"
            aria-label={words.undoNamed({ title: quote(finding.title) })}
            onClick={() => offers.undo(offers.change ?? '')}
          >
            {words.undo}
          </button>
        )}
        {!done && (
          <button
            type="button"
            className={primary && !row.checking ? 'primary' : undefined}
            aria-label={row.checking ? words.checkingNamed({ title: quote(finding.title) }) : fix.name}
            aria-disabled={waits}
            onClick={waits ? undefined : fix.run}
          >
            {row.checking ? words.checking : fix.isWorking ? words.working : fix.label}
          </button>
        )}
        <button
          type="button"
          className="icon-button"
          ref={opener}
          aria-expanded={open}
          aria-controls={open ? detail : undefined}
          aria-label={words.details({ title: quote(finding.title) })}
          data-opens
          onClick={() => onOpen(!open)}
        >
          <Chevron />
        </button>
      </div>
      {open && <Detail id={detail} props={{ ...props, busy }} offers={offers} />}
    </article>
  );
};

/** Everything else: one compact line, the whole of which opens. */
export const CompactRow = (props: RowProps) => {
  const { row, change, open, onOpen } = props;
  const { finding } = row;
  const detail = useId();
  const { opener, onKeyDown } = useEscape(open, onOpen);
  const aside = asideOf(row, change) ?? minutesOf(row);
  return (
    <article
      className={`row ${finding.state}${row.checking || row.gone ? ' earlier' : ''}`}
      data-row={row.key}
      aria-busy={row.checking}
      onKeyDown={onKeyDown}
    >
      <h3>
        <button
          type="button"
          className="compact"
          ref={opener}
          aria-expanded={open}
          aria-controls={open ? detail : undefined}
          data-opens
          onClick={() => onOpen(!open)}
        >
          <Mark row={row} />
          <span className="title">
            <span className="hidden-words">{stateBefore(finding.state, finding.title)} </span>
            <span>{finding.title}</span>
          </span>
          <span className="aside">{aside}</span>
          <Chevron />
        </button>
      </h3>
      {open && <AskedDetail id={detail} props={props} />}
    </article>
  );
};
