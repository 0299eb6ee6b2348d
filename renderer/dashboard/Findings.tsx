/** Owns what is to do: before the call, after the call, and behind a quiet line everything else; or the findings of one area. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { hostOfNext } from '../../electron/core/connection/hosts.ts';
import { platformNames } from '../../electron/core/facts/index.ts';
import type { Snapshot } from '../../electron/core/ipc/contract.ts';
import { nextMeeting } from '../../electron/core/meeting/meeting.ts';
import { says } from '../../electron/core/messages/says.ts';
import { type Area, areaNames } from '../../electron/core/report/areas.ts';
import { countsOf, type Section } from '../../electron/core/report/counts.ts';
import { isToFixFirst } from '../../electron/core/report/finding.ts';
import { notRevealedLine } from '../../electron/core/report/headline.ts';
import { valuesInForce } from '../../electron/core/settings/index.ts';
import { waiverSettings } from '../../electron/core/settings/waivers.ts';
import { KeepInPlace } from '../components/KeepInPlace.tsx';
import { type TrialApi, TryConnection } from '../components/TryConnection.tsx';
import { usePrinted } from '../time-and-network.ts';
import { AfterCall } from './AfterCall.tsx';
import { BeforeCall } from './BeforeCall.tsx';
import { BackupDrives } from './finding/BackupDrives.tsx';
import { CompactRow, type RowProps } from './finding/FindingRow.tsx';
import type { RowActions } from './finding/row-actions.ts';
import { isDone, type ListLayout, type Row } from './list-layout.ts';
import { type QuietKind, QuietLine, quietKinds } from './QuietLine.tsx';

const words = says('findings', {
  everything: 'Show what to do',
  none: 'Nothing was checked here.',
});

interface Props {
  readonly board: ListLayout;
  readonly snapshot: Snapshot;
  readonly now: number;
  readonly busy: boolean;
  /** The answers are too old to act on. */
  readonly isOld: boolean;
  /** What to do about the next meeting's fake link stands above this already. */
  readonly isFake: boolean;
  /** The area whose findings alone are shown; null: what is to do. */
  readonly area: Area | null;
  readonly onArea: (area: Area | null) => void;
  /** A check that a link from outside points at; a new `number` points at it again. */
  readonly asked: { readonly checkId: string; readonly number: number } | null;
  readonly actions: RowActions;
  /** Undefined where the program does not answer. */
  readonly connection: TrialApi | undefined;
  readonly onShowCamera: () => void;
  /** Beside the heading of what can wait. */
  readonly remind: ReactNode;
}

const extraOf = (
  { checkId }: Row,
  { snapshot, now, actions, connection }: Pick<Props, 'snapshot' | 'now' | 'actions' | 'connection'>,
): ReactNode => {
  if (checkId === 'backup-drive')
    return <BackupDrives drives={snapshot.backupDrives} now={now} onKeep={actions.keepBackupDrive} />;
  if ((checkId !== 'connection' && checkId !== 'meeting-connection') || connection === undefined) return null;
  const meeting = nextMeeting(snapshot.agenda, new Date(now).toISOString());
  return <TryConnection api={connection} host={hostOfNext(meeting)} />;
};

/** Where a row is shown while everything is: the part that must be open for it. */
const foldOf = (section: Section): QuietKind | 'later' | null => {
  if (section === 'first') return null;
  return section === 'later' ? 'later' : (quietKinds.find((kind) => kind === section) ?? null);
};

export const Findings = (props: Props) => {
  const { board, snapshot, now, busy, isOld, isFake, area, onArea, asked, actions, onShowCamera } = props;
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [quiet, setQuiet] = useState<ReadonlySet<QuietKind>>(new Set());
  const fold = (kind: QuietKind, isOpen: boolean): void =>
    setQuiet((before) => new Set(isOpen ? [...before, kind] : [...before].filter((one) => one !== kind)));
  // On paper nothing can be opened.
  const isPrinted = usePrinted();
  /** What can wait is one line where the window is small: unfolded there. */
  const [unfolded, setUnfolded] = useState(false);
  const choose = (key: string, isOpen: boolean): void =>
    setOpen((before) => new Set(isOpen ? [...before, key] : [...before].filter((one) => one !== key)));

  const shown = useRef(0);
  const wanted = board.rows.filter((row) => row.checkId === asked?.checkId);
  const [pointed, setPointed] = useState<string | null>(null);
  // At a first start the finding comes later than the link that points at it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each request, as soon as there is a row.
  useEffect(() => {
    const [first] = wanted;
    if (asked === null || first === undefined || shown.current === asked.number) return;
    shown.current = asked.number;
    onArea(null);
    const part = foldOf(first.section);
    if (part === 'later') setUnfolded(true);
    else if (part !== null) fold(part, true);
    for (const { key } of wanted) choose(key, true);
    setPointed(first.key);
  }, [asked?.number, wanted.length]);
  useEffect(() => {
    if (pointed === null) return;
    const row = document.querySelector<HTMLElement>(`[data-row="${CSS.escape(pointed)}"] [data-opens]`);
    row?.focus();
    row?.scrollIntoView({ block: 'center' });
    setPointed(null);
  }, [pointed]);

  const rules = valuesInForce(snapshot.settings, waiverSettings);
  const changes = new Map(snapshot.changes.map((change) => [change.key, change]));
  const rowProps = (row: Row): RowProps => ({
    row,
    change: board.settled ? changes.get(row.key) : undefined,
    open: open.has(row.key),
    onOpen: (isOpen: boolean) => choose(row.key, isOpen),
    now,
    busy,
    rules,
    attestation: snapshot.attestations.find((one) => one.checkId === row.checkId),
    actions,
    extra: extraOf(row, props),
    onShowCamera,
  });
  const compact = (row: Row): ReactNode => <CompactRow key={row.key} {...rowProps(row)} />;

  if (area !== null) {
    const rows = board.rows.filter(({ finding }) => finding.area === area);
    return (
      <KeepInPlace version={board}>
        <section className="part area" aria-labelledby="area-title">
          <header>
            <h2 id="area-title">{areaNames[area]}</h2>
            <span className="end">
              <button type="button" className="link" onClick={() => onArea(null)}>
                {words.everything}
              </button>
            </span>
          </header>
          {rows.length === 0 ? <p>{words.none}</p> : <div className="sheet">{rows.map(compact)}</div>}
        </section>
      </KeepInPlace>
    );
  }

  const first = board.rows.filter(
    ({ section, checkId }) => section === 'first' && !(isFake && checkId === 'meeting-link'),
  );
  const later = board.rows.filter(({ section }) => section === 'later');
  const next = busy || isOld || isFake ? undefined : first.find((row) => !isDone(row) && isToFixFirst(row.finding));
  const counts = countsOf(board.rows.map(({ finding }) => finding));
  const places = new Set(board.rows.map(({ section }) => section));
  const untold = board.rows.filter(({ finding }) => finding.area === 'call' && finding.state === 'unknown').length;
  const hidden = board.settled ? notRevealedLine(snapshot.report?.findings ?? [], snapshot.platform) : null;
  return (
    <KeepInPlace version={board}>
      {!(isFake && first.length === 0) && (
        <BeforeCall rows={first} next={next} untold={untold} settled={board.settled} rowProps={rowProps} />
      )}
      {later.length > 0 && (
        <AfterCall
          rows={later}
          settled={board.settled}
          folds={2 * first.length + later.length > MOST_LISTED}
          unfolded={unfolded}
          isPrinted={isPrinted}
          onUnfold={setUnfolded}
          remind={props.remind}
          compact={compact}
        />
      )}
      <QuietLine
        counts={counts}
        places={places}
        system={hidden === null ? null : platformNames[snapshot.platform]}
        settled={board.settled}
        open={quiet}
        onOpen={fold}
      />
      {quietKinds
        .filter((kind) => (quiet.has(kind) || isPrinted) && places.has(kind))
        .map((kind) => (
          <div className="sheet" key={kind}>
            {board.rows.filter(({ section }) => section === kind).map(compact)}
          </div>
        ))}
      {quiet.has('hidden') && hidden !== null && <p className="note">{hidden}</p>}
    </KeepInPlace>
  );
};

/** What can wait is one line where more than this would leave the first screen; a row before the call counts twice. */
const MOST_LISTED = 10;
