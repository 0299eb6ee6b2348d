/** Owns one run as the running program sees it: shown while it goes on, and told at its end. */

import type { Check } from '../../core/checks/define-check.ts';
import type { InjectedFacts } from '../../core/facts/profile.ts';
import type { PendingCheck, Snapshot } from '../../core/ipc/contract.ts';
import { localise } from '../../core/messages/localise.ts';
import { asMessage } from '../../core/messages/messages.ts';
import { says } from '../../core/messages/says.ts';
import { activeChecks, shownChecks } from '../../core/report/build.ts';
import { completed } from '../../core/report/merge.ts';
import type { Report } from '../../core/report/report.ts';
import { performRun } from '../run/perform-run.ts';
import { checksOf } from '../run/run.ts';
import type { RunPlace } from '../run/workspace.ts';
import { faultEntry } from '../storage/log.ts';
import type { Context } from './context.ts';
import type { Scope } from './run-queue.ts';
import type { SnapshotStore } from './snapshot.ts';
import type { Waivers } from './waivers.ts';

const words = says('session-run', {
  unfinished: 'The last check couldn’t be finished: {error}',
});

interface RunParts {
  readonly place: RunPlace;
  readonly snapshots: SnapshotStore;
  readonly context: Context;
  readonly waivers: Waivers;
  /** What no reader reads, beside what Greenroom keeps. */
  readonly facts: () => InjectedFacts;
}

export interface RunEnd {
  readonly only: Scope;
  /** What is shown from now on. */
  readonly change: Partial<Snapshot>;
}

const pendingCheck = ({ id, area, question }: Check): PendingCheck => ({ id, area, title: localise(question) });

/** The newer of both: a check in the terminal may have stored one that this program has not seen. */
const newest = (shown: Report | null, stored: Report | null): Report | null =>
  shown === null || (stored !== null && stored.startedAt > shown.startedAt) ? stored : shown;

/** Returns what runs the checks, `null` all of them. It never rejects: what failed is said in the snapshot. */
export const createSessionRun =
  ({ place, snapshots: { snapshot, publish }, context, waivers, facts }: RunParts) =>
  async (only: Scope, judged: (ids: readonly string[]) => void, quick: boolean): Promise<RunEnd> => {
    const startedAt = new Date().toISOString();
    const active = (): readonly Check[] => activeChecks(checksOf(only, quick), context.policy());
    const shown = (checks: readonly Check[]): readonly Check[] => shownChecks(checks, context.policy());
    const running = (pending: readonly Check[]): Snapshot['running'] => ({
      startedAt,
      pending: shown(pending).map(pendingCheck),
      total: shown(active()).length,
      only,
    });
    try {
      // At once, before anything is read: from here on something goes on.
      publish({ running: running(active()) });
      const workspace = await context.open();
      context.renew(workspace.notices);
      const asked = active();
      publish({ running: running(asked) });
      const before = newest(snapshot().report, workspace.reports.latest);
      const { changes, previous, drives, notices } = await performRun(workspace, {
        only,
        quick,
        before,
        facts: facts(),
        onProgress: (pending, soFar) => {
          const ids = asked.filter((check) => !pending.includes(check)).map(({ id }) => id);
          judged(ids);
          publish({ report: waivers.applied(completed(before, soFar(), ids)), running: running(pending) });
        },
        onReport: (report) => {
          judged(asked.map(({ id }) => id));
          waivers.show(report);
        },
      });
      context.tell(notices);
      await context.readProfile();
      const compared = { changes, comparedWith: previous?.startedAt ?? null };
      return { only, change: drives === null ? compared : { ...compared, backupDrives: drives } };
    } catch (error) {
      void place.log.write(faultEntry('check', error));
      context.tell([words.unfinished({ error: asMessage(error instanceof Error ? error.message : String(error)) })]);
      return { only, change: {} };
    }
  };
