/** Owns the rows on the page: which findings stand where, so that nothing moves while a run goes on. */
import type { CheckId } from '../../electron/core/checks/ids.ts';
import type { Snapshot } from '../../electron/core/ipc/contract.ts';
import { rowsOf, type Section, sectionOf } from '../../electron/core/report/counts.ts';
import { type Finding, findingKey } from '../../electron/core/report/finding.ts';

export interface Row {
  /** `findingKey` of the finding; of a check that has not answered yet, its id behind "pending:". */
  readonly key: string;
  readonly checkId: CheckId;
  readonly title: string;
  /** Null until the check has answered for the first time. */
  readonly finding: Finding | null;
  /** The answer is awaited; a finding that is shown meanwhile is the one from before. */
  readonly checking: boolean;
  /** The check has answered and this is no longer there: kept until the run ends, so that nothing moves. */
  readonly gone: boolean;
}

export interface ListLayout {
  readonly rows: readonly Row[];
  /** No run goes on: the rows stand in the report's order. */
  readonly settled: boolean;
  /** Row key → the section whose heading stands before that row; while a run goes on, as it was before the run. */
  readonly headings: ReadonlyMap<string, Section>;
  /** Keys of the rows that did not apply when the last run ended: they stand behind one line, whatever a new run says of them. */
  readonly collapsed: ReadonlySet<string>;
  /** The row that is open unless the person decides otherwise: the first failing one of the last finished report. */
  readonly open: string | null;
}

export const emptyLayout: ListLayout = {
  rows: [],
  settled: false,
  headings: new Map(),
  collapsed: new Set(),
  open: null,
};

const rowOf = (finding: Finding, checking = false): Row => ({
  key: findingKey(finding),
  checkId: finding.id,
  title: finding.title,
  finding,
  checking,
  gone: false,
});

const settledBoard = (findings: readonly Finding[]): ListLayout => {
  const failing = findings.find((finding) => finding.state === 'fail');
  const sections = findings.map(sectionOf);
  const firstOfSection = findings.flatMap((finding, index): readonly (readonly [string, Section])[] => {
    const section = sectionOf(finding);
    return section === sections[index - 1] ? [] : [[findingKey(finding), section]];
  });
  return {
    rows: findings.map((finding) => rowOf(finding)),
    settled: true,
    headings: new Map(firstOfSection),
    collapsed: new Set(findings.filter(({ state }) => state === 'not-applicable').map(findingKey)),
    open: failing === undefined ? null : findingKey(failing),
  };
};

/**
 * The board after a snapshot. While a run goes on every row keeps its place: an answer replaces its row, further
 * findings of the same check come last, and the report's own order is taken once, when the run is over.
 */
export const nextLayout = (before: ListLayout, snapshot: Snapshot): ListLayout => {
  const findings = rowsOf(snapshot.report?.findings ?? []);
  const { running } = snapshot;
  if (running === null) return settledBoard(findings);

  const pending = new Map(running.pending.map((check) => [check.id, check]));
  const asked = (id: CheckId): boolean => pending.has(id) || running.only === null || running.only.includes(id);
  const waiting = new Map(findings.map((finding) => [findingKey(finding), finding]));
  const known = new Set(before.rows.map((row) => row.key));

  const take = (row: Row): Row => {
    if (pending.has(row.checkId)) {
      waiting.delete(row.key);
      return { ...row, checking: true, gone: false };
    }
    const fresh =
      waiting.get(row.key) ??
      (row.finding === null
        ? [...waiting].find(([key, finding]) => finding.id === row.checkId && !known.has(key))?.[1]
        : undefined);
    if (fresh !== undefined) {
      waiting.delete(findingKey(fresh));
      return rowOf(fresh);
    }
    return asked(row.checkId) ? { ...row, checking: false, gone: true } : row;
  };

  const kept = before.rows.map(take);
  const added = [...waiting.values()].map((finding) => rowOf(finding, pending.has(finding.id)));
  const shown = new Set([...kept, ...added].map((row) => row.checkId));
  const unanswered = [...pending.values()]
    .filter((check) => !shown.has(check.id))
    .map((check) => ({
      key: `pending:${check.id}`,
      checkId: check.id,
      title: check.title,
      finding: null,
      checking: true,
      gone: false,
    }));
  const { headings, collapsed: folded, open } = before;
  return { rows: [...kept, ...added, ...unanswered], settled: false, headings, collapsed: folded, open };
};
