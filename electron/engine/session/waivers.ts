/** Owns what is set aside in the running program: put on each report, ended by the person or by the clock. */

import type { Report } from '../../core/report/build.ts';
import { type Finding, findingKey } from '../../core/report/finding.ts';
import { asSetAside } from '../../core/report/merge.ts';
import { type WaiverWish, waiverRules, wishedWaiver } from '../../core/waivers/waivers.ts';
import type { OwnStore } from '../storage/profile.ts';
import type { ReportStore } from '../storage/report-store.ts';
import type { Ground } from './context.ts';
import type { ShownState } from './snapshot.ts';
import { createWaiverClock } from './waiver-timer.ts';

export interface WaiversInUse {
  /** The report with what is set aside now. */
  putInOrder(report: Report): Report;
  /** Watches the ends of what is set aside in these findings. */
  watch(findings: readonly Finding[]): void;
  /** Shows and stores the report anew, unless a run goes on, which does so at its end. */
  amend(): Promise<void>;
  /** Resolves to null when it is done, else to the sentence why not. */
  setAside(key: string, wish: WaiverWish): Promise<string | null>;
  bringBack(key: string): Promise<void>;
}

interface WaiverParts {
  readonly shown: ShownState;
  readonly ground: Ground;
  readonly store: Pick<ReportStore, 'amend'>;
  readonly own: OwnStore | undefined;
  /** Whether a run goes on, and when none does any more. */
  readonly isRunning: () => boolean;
  readonly whenIdle: () => Promise<void>;
}

export const createWaiversInUse = ({ shown, ground, store, own, ...runs }: WaiverParts): WaiversInUse => {
  const putInOrder = (report: Report): Report =>
    asSetAside(report, ground.own().waivers, ground.policy(), new Date().toISOString());
  const amend = async (): Promise<void> => {
    const before = shown.snapshot().report;
    if (before === null || runs.isRunning()) return;
    const report = putInOrder(before);
    shown.publish({ report });
    clock.watch(report.findings);
    await store.amend(report);
  };
  const clock = createWaiverClock(() => void amend().catch(() => {}));
  return {
    putInOrder,
    watch: clock.watch,
    amend,
    setAside: async (key, wish) => {
      // A run that goes on may change what is to be set aside.
      await runs.whenIdle();
      await ground.readPolicy();
      const finding = shown.snapshot().report?.findings.find((one) => findingKey(one) === key);
      if (finding === undefined || own === undefined) return 'This is no longer in the report.';
      const waiver = wishedWaiver(finding, wish, waiverRules(ground.policy()), new Date().toISOString());
      if (typeof waiver === 'string') return waiver;
      await own.setAside([waiver]);
      await ground.readOwn();
      await amend();
      return null;
    },
    bringBack: async (key) => {
      await own?.bringBack([key]);
      await ground.readOwn();
      await amend();
    },
  };
};
