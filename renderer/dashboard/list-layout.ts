/** Owns the rows on the page: which findings stand where, so that nothing moves while a run goes on. */
import type { CheckId } from '../../electron/core/checks/ids.ts';
import type { Snapshot } from '../../electron/core/ipc/contract.ts';
import { rowsOf, type Section, sectionOf } from '../../electron/core/report/counts.ts';
import { type Finding, findingKey, isProblem } from '../../electron/core/report/finding.ts';

export interface Row {
  /** `findingKey` of the finding. */
  readonly key: string;
  readonly checkId: CheckId;
  readonly finding: Finding;
  /** Where it stands: while a run goes on, and after one of single checks, where it stood before. */
  readonly section: Section;
  /** The answer is awaited; the finding that is shown meanwhile is the one from before. */
  readonly checking: boolean;
  /** The check has answered and this is no longer there: kept until the run ends, so that nothing moves. */
  readonly gone: boolean;
}

export interface ListLayout {
  readonly rows: readonly Row[];
  /** No run goes on. */
  readonly settled: boolean;
  /** The run that goes on, or the last one, was of single checks: what stood on the page keeps its place. */
  readonly partial: boolean;
  /** When the report was made that is shown, or was before the run that goes on; null when there was none. */
  readonly madeAt: string | null;
}

export const emptyLayout: ListLayout = { rows: [], settled: false, partial: false, madeAt: null };

const rowOf = (finding: Finding, section = sectionOf(finding), checking = false): Row => ({
  key: findingKey(finding),
  checkId: finding.id,
  finding,
  section,
  checking,
  gone: false,
});

/** It stood before the call, and asks for nothing now: it stays in its place, as done, until everything is checked again. */
export const isDone = ({ finding, section, checking, gone }: Row): boolean =>
  section === 'first' && !checking && (gone || !isProblem(finding));

const urgency = (section: Section): number => (section === 'first' ? 2 : section === 'later' ? 1 : 0);

/** The row with its new finding, in its place; one that now asks for more than its place does goes to the end of its section. */
const takeIn = (before: Row, finding: Finding): { readonly row: Row; readonly moves: boolean } => {
  const own = sectionOf(finding);
  const moves = urgency(own) > urgency(before.section);
  return { row: rowOf(finding, moves ? own : before.section), moves };
};

/** Every row keeps its place; what is new comes last. */
const inPlace = (before: readonly Row[], findings: readonly Finding[]): readonly Row[] => {
  const fresh = new Map(findings.map((finding) => [findingKey(finding), finding]));
  const taken = before.flatMap((row) => {
    const finding = fresh.get(row.key);
    fresh.delete(row.key);
    return finding === undefined ? [] : [takeIn(row, finding)];
  });
  return [
    ...taken.flatMap(({ row, moves }) => (moves ? [] : [row])),
    ...taken.flatMap(({ row, moves }) => (moves ? [row] : [])),
    ...[...fresh.values()].map((finding) => rowOf(finding)),
  ];
};

/**
 * The rows after a snapshot. While a run goes on every row keeps its place: an answer replaces its row, further findings come
 * last in their section, and the report's own order is taken once, when a run of everything is over.
 */
export const nextLayout = (before: ListLayout, snapshot: Snapshot): ListLayout => {
  const findings = rowsOf(snapshot.report?.findings ?? []);
  const { running } = snapshot;
  const madeAt = snapshot.report?.startedAt ?? null;
  if (running === null) {
    // What was snoozed or confirmed changes its state in the same report: under a person's eyes nothing moves for it.
    const stays = before.partial || (before.settled && before.madeAt === madeAt);
    const rows = stays ? inPlace(before.rows, findings) : findings.map((finding) => rowOf(finding));
    return { rows, settled: true, partial: before.partial, madeAt };
  }

  const pending = new Set(running.pending.map(({ id }) => id));
  const asked = (id: CheckId): boolean => pending.has(id) || running.only === null || running.only.includes(id);
  const waiting = new Map(findings.map((finding) => [findingKey(finding), finding]));
  const moved: Row[] = [];
  const kept = before.rows.flatMap((row): readonly Row[] => {
    const fresh = waiting.get(row.key);
    waiting.delete(row.key);
    if (pending.has(row.checkId)) return [{ ...row, checking: true, gone: false }];
    if (fresh === undefined) return [asked(row.checkId) ? { ...row, checking: false, gone: true } : row];
    const taken = takeIn(row, fresh);
    if (taken.moves) moved.push(taken.row);
    return taken.moves ? [] : [taken.row];
  });
  const added = [...waiting.values()].map((finding) => rowOf(finding, sectionOf(finding), pending.has(finding.id)));
  return { rows: [...kept, ...moved, ...added], settled: false, partial: running.only !== null, madeAt: before.madeAt };
};
