/** Owns what is set aside in the running program: put on each report, ended by the person or by the clock. */

import { says } from '../../core/messages/says.ts';
import { findingKey } from '../../core/report/finding.ts';
import { reportWithWaivers } from '../../core/report/merge.ts';
import type { Report } from '../../core/report/report.ts';
import { requestedWaiver, type WaiverRequest, waiverRules } from '../../core/waivers/waivers.ts';
import type { RunPlace } from '../run/workspace.ts';
import type { Context } from './context.ts';
import type { SnapshotStore } from './snapshot.ts';
import { createWaiverClock } from './waiver-timer.ts';

const words = says('session-waivers', {
  gone: 'This is no longer in the report.',
});

export interface Waivers {
  /** The report with what is set aside now. */
  applied(report: Report): Report;
  /** Shows a report, and watches the ends of what is set aside in it. */
  show(report: Report): void;
  /** Shows and stores the report again. */
  reapply(): Promise<void>;
  /** Resolves to null when it is done, else to the sentence why not. */
  waive(key: string, wish: WaiverRequest): Promise<string | null>;
  revokeWaiver(key: string): Promise<void>;
}

export const createWaivers = (
  { reports, profile }: RunPlace,
  { snapshot, publish }: SnapshotStore,
  context: Context,
): Waivers => {
  const applied = (report: Report): Report =>
    reportWithWaivers(report, context.waivers(), context.policy(), new Date().toISOString());
  const show = (report: Report): void => {
    publish({ report });
    timer.watch(report.findings);
  };
  const reapply = async (): Promise<void> => {
    const { report } = snapshot();
    if (report === null) return;
    show(applied(report));
    await context.attempt(() => reports.changeLatest(applied));
  };
  const timer = createWaiverClock(() => void reapply());
  return {
    applied,
    show,
    reapply,
    waive: async (key, wish) => {
      await context.open();
      const finding = snapshot().report?.findings.find((one) => findingKey(one) === key);
      if (finding === undefined) return words.gone;
      const waiver = requestedWaiver(finding, wish, waiverRules(context.policy()), new Date().toISOString());
      if (typeof waiver === 'string') return waiver;
      try {
        await profile.waive([waiver]);
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      }
      await context.readProfile();
      await reapply();
      return null;
    },
    revokeWaiver: async (key) => {
      await context.attempt(() => profile.revokeWaiver([key]));
      await context.readProfile();
      await reapply();
    },
  };
};
