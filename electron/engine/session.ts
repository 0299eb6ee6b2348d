/** Owns the one state of the running program: the newest report, the run that goes on, what changed. */
import { changesBetween } from '../core/change.ts';
import type { Check } from '../core/check.ts';
import { checks as allChecks } from '../core/checks/index.ts';
import type { PendingCheck, Snapshot } from '../core/contract.ts';
import { verdictOf } from '../core/finding.ts';
import { noAgenda } from '../core/meeting/meeting.ts';
import { noPolicy, type Policy } from '../core/policy.ts';
import { activeChecks, inOrder, type Report } from '../core/report.ts';
import type { MachinePort } from '../platform/machine.ts';
import type { CatalogueInUse } from './catalogue-store.ts';
import type { ReportStore } from './report-store.ts';
import { runChecks } from './run.ts';

export interface SessionOptions {
  readonly port: MachinePort;
  readonly store: ReportStore;
  readonly appVersion: string;
  readonly policy?: Policy;
  readonly deadlineMs?: number;
  /** Reads the catalogue in use, before each run; the built-in one when absent. */
  readonly catalogue?: () => Promise<CatalogueInUse>;
}

export interface Session {
  snapshot(): Snapshot;
  /** Calls `listener` with every new snapshot; returns the function that stops it. */
  subscribe(listener: (snapshot: Snapshot) => void): () => void;
  /** Reads the stored reports, so that there is something to show at once. */
  load(): Promise<void>;
  /** Runs the checks; while a run goes on, another request waits for that one. `null` is all. */
  check(only: readonly string[] | null): Promise<void>;
}

/** A report of some checks, completed with what an earlier one said of the others. */
const merged = (before: Report | null, part: Report, judged: readonly string[] | null): Report => {
  if (before === null || judged === null) return part;
  const kept = before.findings.filter((finding) => !judged.includes(finding.id));
  const findings = inOrder([...part.findings, ...kept]);
  const read = new Set(part.probes.map((probe) => probe.fact));
  return {
    ...part,
    only: before.only,
    verdict: verdictOf(findings),
    findings,
    probes: [...part.probes, ...before.probes.filter((probe) => !read.has(probe.fact))],
  };
};

const pendingCheck = (check: Check): PendingCheck => ({ id: check.id, title: check.question });

export const createSession = (options: SessionOptions): Session => {
  const { port, store, policy = noPolicy } = options;
  const listeners = new Set<(snapshot: Snapshot) => void>();
  let current: Snapshot = {
    report: null,
    running: null,
    changes: [],
    comparedWith: null,
    notices: [],
    agenda: noAgenda,
    platform: port.host.platform,
    appVersion: options.appVersion,
  };
  let runningNow: Promise<void> | null = null;
  let stored: readonly string[] = [];

  const publish = (change: Partial<Snapshot>): void => {
    current = { ...current, ...change };
    for (const listener of listeners) listener(current);
  };

  const run = async (only: readonly string[] | null): Promise<void> => {
    const before = current.report;
    const active = activeChecks(allChecks, policy).filter((check) => only === null || only.includes(check.id));
    const running = (pending: readonly Check[]): Snapshot['running'] => ({
      startedAt,
      pending: pending.map(pendingCheck),
      total: active.length,
      only,
    });
    const startedAt = new Date().toISOString();
    publish({ running: running(active), notices: stored });
    try {
      const catalogue = await options.catalogue?.();
      if (catalogue !== undefined) publish({ notices: [...stored, ...catalogue.notices] });
      const part = await runChecks({
        port,
        policy,
        only,
        ...(catalogue === undefined ? {} : { catalogue }),
        ...(options.deadlineMs === undefined ? {} : { deadlineMs: options.deadlineMs }),
        onProgress: (soFar, pending) => {
          const judged = active.filter((check) => !pending.includes(check)).map((check) => check.id);
          publish({ report: merged(before, soFar, judged), running: running(pending) });
        },
      });
      const report = merged(before, part, only);
      publish({
        report,
        running: null,
        changes: before === null ? [] : changesBetween(before, report),
        comparedWith: before?.startedAt ?? null,
      });
      const notices = await store.save(report);
      if (notices.length > 0) publish({ notices: [...current.notices, ...notices] });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      publish({ running: null, notices: [...stored, `The last check could not be finished or stored: ${reason}`] });
    }
  };

  return {
    snapshot: () => current,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    load: async () => {
      const { latest, previous, notices } = await store.load();
      stored = notices;
      publish({
        report: latest,
        notices,
        changes: latest === null || previous === null ? [] : changesBetween(previous, latest),
        comparedWith: previous?.startedAt ?? null,
      });
    },
    check: (only) => {
      runningNow ??= run(only).finally(() => {
        runningNow = null;
      });
      return runningNow;
    },
  };
};
