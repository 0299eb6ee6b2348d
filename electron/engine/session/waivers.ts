/** Owns what is set aside in the running program: put on each report, ended by the person or by the clock. */

import type { Report } from '../../core/report/build.ts';
import { type Finding, findingKey } from '../../core/report/finding.ts';
import { reportWithWaivers } from '../../core/report/merge.ts';
import { requestedWaiver, type WaiverRequest, waiverRules } from '../../core/waivers/waivers.ts';
import type { ProfileStore } from '../storage/profile.ts';
import type { ReportStore } from '../storage/report-store.ts';
import type { RunContext } from './context.ts';
import type { SnapshotStore } from './snapshot.ts';
import { createWaiverClock } from './waiver-timer.ts';

export interface WaiversInUse {
  /** The report with what is set aside now. */
  applyWaivers(report: Report): Report;
  /** Watches the ends of what is set aside in these findings. */
  watch(findings: readonly Finding[]): void;
  /** Shows and stores the report anew, unless a run goes on, which does so at its end. */
  replaceLatest(): Promise<void>;
  /** Resolves to null when it is done, else to the sentence why not. */
  waive(key: string, wish: WaiverRequest): Promise<string | null>;
  revokeWaiver(key: string): Promise<void>;
}

interface WaiverParts {
  readonly snapshots: SnapshotStore;
  readonly context: RunContext;
  readonly store: Pick<ReportStore, 'replaceLatest'>;
  readonly profile: ProfileStore | undefined;
  /** Whether a run goes on, and when none does any more. */
  readonly isRunning: () => boolean;
  readonly whenIdle: () => Promise<void>;
}

export const createWaiversInUse = ({ snapshots, context, store, profile: own, ...runs }: WaiverParts): WaiversInUse => {
  const applyWaivers = (report: Report): Report =>
    reportWithWaivers(report, context.profile().waivers, context.policy(), new Date().toISOString());
  const replaceLatest = async (): Promise<void> => {
    const before = snapshots.snapshot().report;
    if (before === null || runs.isRunning()) return;
    const report = applyWaivers(before);
    snapshots.publish({ report });
    timer.watch(report.findings);
    await store.replaceLatest(report);
  };
  const timer = createWaiverClock(() => void replaceLatest().catch(() => {}));
  return {
    applyWaivers,
    watch: timer.watch,
    replaceLatest,
    waive: async (key, wish) => {
      // A run that goes on may change what is to be set aside.
      await runs.whenIdle();
      await context.readPolicy();
      const finding = snapshots.snapshot().report?.findings.find((one) => findingKey(one) === key);
      if (finding === undefined || own === undefined) return 'This is no longer in the report.';
      const waiver = requestedWaiver(finding, wish, waiverRules(context.policy()), new Date().toISOString());
      if (typeof waiver === 'string') return waiver;
      await own.waive([waiver]);
      await context.readOwn();
      await replaceLatest();
      return null;
    },
    revokeWaiver: async (key) => {
      await own?.revokeWaiver([key]);
      await context.readOwn();
      await replaceLatest();
    },
  };
};
