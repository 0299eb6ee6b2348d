/** Owns one run as the running program sees it: shown while it goes on, put in order, stored and passed on at its end. */

import type { Check } from '../../core/checks/define-check.ts';
import { checks as allChecks } from '../../core/checks/index.ts';
import type { InjectedFacts } from '../../core/facts/profile.ts';
import type { PendingCheck, Snapshot } from '../../core/ipc/contract.ts';
import { valuesOf } from '../../core/policy/policy.ts';
import { activeChecks, type SettledFacts } from '../../core/report/build.ts';
import { changesBetween } from '../../core/report/diff.ts';
import { completed } from '../../core/report/merge.ts';
import { checkingSettings } from '../../core/settings/checking.ts';
import { runChecks } from '../run/run.ts';
import { checkedEntry, faultEntry } from '../storage/log.ts';
import type { RunContext } from './context.ts';
import type { SessionOptions } from './session.ts';
import { dedupe, type SnapshotStore } from './snapshot.ts';
import type { WaiversInUse } from './waivers.ts';

interface RunParts {
  readonly options: Pick<SessionOptions, 'port' | 'store' | 'publish' | 'log' | 'catalogue' | 'drives'>;
  readonly snapshots: SnapshotStore;
  readonly context: RunContext;
  readonly waivers: WaiversInUse;
  /** What is said until the program ends. */
  readonly pinnedNotices: () => readonly string[];
  /** What no reader reads, beside what Greenroom keeps. */
  readonly injectedFacts: () => InjectedFacts;
}

const pendingCheck = (check: Check): PendingCheck => ({ id: check.id, title: check.question });

/** Returns what runs the checks, `null` all of them. It never rejects: what failed is said in the snapshot. */
export const createSessionRun = ({
  options,
  snapshots,
  context,
  waivers,
  pinnedNotices: said,
  injectedFacts: given,
}: RunParts): ((only: readonly string[] | null) => Promise<void>) => {
  const { snapshot, publish } = snapshots;
  return async (only) => {
    const before = snapshot().report;
    const startedAt = new Date().toISOString();
    let told = said();
    try {
      const drives = await options.drives?.load();
      told = dedupe([
        ...said(),
        ...(drives?.notices ?? []),
        ...(await context.readPolicy()),
        ...(await context.readOwn()),
      ]);
      const policy = context.policy();
      const active = activeChecks(allChecks, policy).filter((check) => only === null || only.includes(check.id));
      const running = (pending: readonly Check[]): Snapshot['running'] => ({
        startedAt,
        pending: pending.map(pendingCheck),
        total: active.length,
        only,
      });
      publish({ running: running(active), notices: told });
      const catalogue = await options.catalogue?.();
      if (catalogue !== undefined) publish({ notices: [...told, ...catalogue.notices] });
      let read: SettledFacts = {};
      const part = await runChecks({
        port: options.port,
        policy,
        only,
        profileFacts: { ...context.profile().facts, ...drives?.facts, ...given() },
        waivers: context.profile().waivers,
        onFacts: (facts) => {
          read = facts;
        },
        ...(catalogue === undefined ? {} : { catalogue }),
        deadlineMs: valuesOf(policy, checkingSettings.id, checkingSettings.policy).deadlineSeconds * 1000,
        onProgress: (soFar, pending) => {
          const judged = active.filter((check) => !pending.includes(check)).map((check) => check.id);
          publish({ report: completed(before, soFar, judged), running: running(pending) });
        },
      });
      const report = waivers.applyWaivers(completed(before, part, only));
      publish({
        report,
        running: null,
        changes: before === null ? [] : changesBetween(before, report),
        comparedWith: before?.startedAt ?? null,
      });
      waivers.watch(report.findings);
      // What cannot be noted was told when it could not be read; the report is kept all the same.
      const backupDrives = await options.drives?.recordSeenDrives(read).catch((error: unknown) => {
        void options.log?.write(faultEntry('check', error));
        return undefined;
      });
      if (backupDrives !== undefined) publish({ backupDrives });
      if (only === null) await options.log?.write(checkedEntry(report));
      const notices = [
        ...(await options.store.save(report)),
        ...(only === null ? ((await options.publish?.(report, context.policy())) ?? []) : []),
      ];
      if (notices.length > 0) publish({ notices: [...snapshot().notices, ...notices] });
      await context.readOwn();
    } catch (error) {
      void options.log?.write(faultEntry('check', error));
      const reason = error instanceof Error ? error.message : String(error);
      publish({ running: null, notices: [...told, `The last check could not be finished or stored: ${reason}`] });
    }
  };
};
