/** Owns the list of findings: a heading for each state, rows in the board's order, which of them are open, and what is folded away. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { CheckId } from '../../electron/core/checks/ids.ts';
import { hostOfNext } from '../../electron/core/connection/hosts.ts';
import type { Snapshot } from '../../electron/core/ipc/contract.ts';
import { nextMeeting } from '../../electron/core/meeting/meeting.ts';
import { localise } from '../../electron/core/messages/localise.ts';
import { asMessage } from '../../electron/core/messages/messages.ts';
import { says } from '../../electron/core/messages/says.ts';
import { type Section, sectionNames, sectionOf } from '../../electron/core/report/counts.ts';
import { fixTimeOf, fixTimeWords } from '../../electron/core/report/fix-time.ts';
import { notRevealedLine } from '../../electron/core/report/headline.ts';
import { valuesInForce } from '../../electron/core/settings/index.ts';
import { waiverSettings } from '../../electron/core/settings/waivers.ts';
import { KeepInPlace } from '../components/KeepInPlace.tsx';
import { type TrialApi, TryConnection } from '../components/TryConnection.tsx';
import { BackupDrives } from './BackupDrives.tsx';
import { CollapsedRows } from './CollapsedRows.tsx';
import { FindingRow } from './FindingRow.tsx';
import type { ListLayout, Row } from './list-layout.ts';
import type { RowActions } from './row-actions.ts';

const words = says('findings', {
  count: '{n, number}',
  countAndTime: '{n, number} · {time}',
  earlier: 'before this check',
  showCamera: 'Show my camera',
  checks: 'Checks',
});

interface Props {
  readonly board: ListLayout;
  readonly snapshot: Snapshot;
  readonly now: number;
  readonly busy: boolean;
  /** A check that a link from outside points at; a new `number` points at it again. */
  readonly asked: { readonly checkId: string; readonly number: number } | null;
  readonly actions: RowActions;
  /** Undefined where the program does not answer. */
  readonly connection: TrialApi | undefined;
  readonly onShowCamera: () => void;
}

type Extra = (props: Pick<Props, 'snapshot' | 'now' | 'actions' | 'connection'>) => ReactNode;

const tryConnection: Extra = ({ snapshot, now, connection }) =>
  connection !== undefined && (
    <TryConnection api={connection} host={hostOfNext(nextMeeting(snapshot.agenda, new Date(now).toISOString()))} />
  );

/** What a check's row shows beside its finding. */
const extras: Partial<Record<CheckId, Extra>> = {
  connection: tryConnection,
  'meeting-connection': tryConnection,
  'backup-drive': ({ snapshot, now, actions }) => (
    <BackupDrives drives={snapshot.backupDrives} now={now} onKeep={actions.keepBackupDrive} />
  ),
};

export const Findings = ({ board, snapshot, now, busy, asked, actions, connection, onShowCamera }: Props) => {
  /** What the person opened or closed; it outweighs the board's own choice. */
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(new Map());
  const choose = (key: string, open: boolean): void => setChosen((before) => new Map(before).set(key, open));
  const shown = useRef(0);
  const wanted = board.rows.filter((row) => row.checkId === asked?.checkId && row.finding !== null);
  // At a first start the finding comes later than the link that points at it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each request, as soon as there is a row.
  useEffect(() => {
    const [first] = wanted;
    if (asked === null || first === undefined || shown.current === asked.number) return;
    shown.current = asked.number;
    for (const { key } of wanted) choose(key, true);
    const row = document.querySelector<HTMLElement>(`[data-row="${CSS.escape(first.key)}"] button`);
    // What is folded away takes no focus.
    const fold = row?.closest('details');
    if (fold) fold.open = true;
    row?.focus();
    row?.scrollIntoView({ block: 'center' });
  }, [asked?.number, wanted.length]);
  const rules = valuesInForce(snapshot.settings, waiverSettings);
  const changes = new Map(snapshot.changes.map((change) => [change.key, change]));

  const numberOf = (section: Section): string => {
    const own = board.rows.flatMap(({ finding }) =>
      finding !== null && sectionOf(finding) === section ? [finding] : [],
    );
    const time = section === 'first' || section === 'later' ? fixTimeWords(fixTimeOf(own)) : null;
    return time === null
      ? words.count({ n: own.length })
      : words.countAndTime({ n: own.length, time: asMessage(time) });
  };
  const heading = (section: Section): ReactNode => (
    <h2 className="group" key={`heading:${section}`}>
      {localise(sectionNames[section])}{' '}
      {board.settled ? (
        <span className="number">{numberOf(section)}</span>
      ) : (
        <span className="before">{words.earlier}</span>
      )}
    </h2>
  );
  const extraOf = (row: Row): ReactNode => {
    const isLook = row.checkId === 'camera-view' || row.finding?.area === 'camera';
    return isLook && row.finding?.state === 'not-done' ? (
      <button type="button" onClick={onShowCamera}>
        {words.showCamera}
      </button>
    ) : (
      extras[row.checkId]?.({ snapshot, now, actions, connection })
    );
  };
  const line = (row: Row): ReactNode => (
    <FindingRow
      key={row.key}
      row={row}
      change={board.settled ? changes.get(row.key) : undefined}
      open={chosen.get(row.key) ?? board.open === row.key}
      onOpen={(open) => choose(row.key, open)}
      now={now}
      busy={busy}
      rules={rules}
      attestation={snapshot.attestations.find((one) => one.checkId === row.checkId)}
      actions={actions}
      extra={extraOf(row)}
    />
  );

  const folded = board.rows.filter((row) => board.collapsed.has(row.key));
  const fold = (
    <CollapsedRows
      key="folded"
      count={folded.length}
      waiting={folded.filter((row) => snapshot.attestations.some(({ checkId }) => checkId === row.checkId)).length}
      alone={folded.length === board.rows.length}
    >
      {folded.map(line)}
    </CollapsedRows>
  );
  const quiet = notRevealedLine(snapshot.report?.findings ?? [], snapshot.platform);
  // Headings and rows are siblings in one list, so that a row which changes its group moves and is not made again.
  const lines = board.rows.flatMap((row): readonly ReactNode[] => {
    if (row === folded[0]) return [fold];
    if (board.collapsed.has(row.key)) return [];
    const section = board.headings.get(row.key);
    return section === undefined ? [line(row)] : [heading(section), line(row)];
  });
  return (
    <KeepInPlace version={board}>
      {board.headings.size === 0 && board.rows.length > 0 && <h2 className="group">{words.checks}</h2>}
      {lines}
      {board.settled && quiet !== null && <p className="note">{localise(quiet)}</p>}
    </KeepInPlace>
  );
};
