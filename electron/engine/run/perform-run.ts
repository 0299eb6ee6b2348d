/** Owns the one recipe of a run, for the window and every verb: run, put in order, compare, store, publish. */
import type { Check } from '../../core/checks/define-check.ts';
import type { InjectedFacts } from '../../core/facts/profile.ts';
import { type Change, changesBetween } from '../../core/report/diff.ts';
import { completed, reportWithWaivers } from '../../core/report/merge.ts';
import type { Report, SettledFacts } from '../../core/report/report.ts';
import { browserAnswersFor } from './browser-answers.ts';
import { type KeptRun, keepRun } from './keep-run.ts';
import { meetingAsLastRead } from './meeting-as-last-read.ts';
import { ownProgram } from './own-program.ts';
import { checksOf, runChecks } from './run.ts';
import type { Workspace } from './workspace.ts';

export interface RunRequest {
  /** Ids of checks; null: all that policy leaves on. */
  readonly only?: readonly string[] | null;
  /** What a run of some checks is completed with; without it the report is of those checks alone. */
  readonly before?: Report | null;
  /** Nobody asked for it: what the computer is, is not read; the findings on that stay as they were. */
  readonly quick?: boolean;
  /** As the policy says when absent. */
  readonly deadlineMs?: number;
  /** Another time to judge by: such a run teaches nothing about this computer, and is not kept. */
  readonly now?: Date;
  /** What no reader reads. The next meeting is taken from the calendars unless it stands here. */
  readonly facts?: InjectedFacts;
  /** The report is of a part, or by rules chosen for once: it is shown and not kept. */
  readonly isTrial?: boolean;
  /** Called with the checks still open, and how to get the report so far. */
  readonly onProgress?: (pending: readonly Check[], soFar: () => Report) => void;
  /** Called with the finished report before it is stored. */
  readonly onReport?: (report: Report) => void;
}

export interface RunOutcome extends KeptRun {
  readonly report: Report;
  /** The report that `changes` counts from. */
  readonly previous: Report | null;
  readonly changes: readonly Change[];
}

const nothingKept: KeptRun = { drives: null, notices: [] };

/** Never rejects because of what the machine, the disk or the organisation's collector does. */
export const performRun = async (workspace: Workspace, request: RunRequest = {}): Promise<RunOutcome> => {
  const { place, policy, catalogue, profile } = workspace;
  const { only = null, before = null, now, deadlineMs = workspace.deadlineMs } = request;
  const meeting =
    place.isRecorded || request.facts?.nextMeeting !== undefined
      ? { facts: {}, notices: [] }
      : await meetingAsLastRead(policy, place.folder, place.port.host, deadlineMs, now);
  const browsers = place.isRecorded
    ? {}
    : await browserAnswersFor({
        meeting: request.facts?.nextMeeting ?? meeting.facts.nextMeeting,
        ...{ policy, only, machine: place.port.host, folder: place.folder },
        now: now ?? new Date(),
        limitMs: deadlineMs / 4,
      });
  let facts: SettledFacts = {};
  const part = await runChecks({
    port: place.port,
    policy,
    catalogue,
    only,
    deadlineMs,
    quick: request.quick === true,
    ...(before?.machine.computer === undefined ? {} : { lastComputer: before.machine.computer }),
    profileFacts: {
      ...profile.facts,
      ...(place.isRecorded ? {} : { ownProgram: ownProgram(place.appVersion) }),
      ...meeting.facts,
      ...browsers,
      ...request.facts,
    },
    waivers: profile.waivers,
    ...(now === undefined ? {} : { now }),
    ...(request.onProgress === undefined ? {} : { onProgress: request.onProgress }),
    onFacts: (all) => {
      facts = all;
    },
  });
  // What was set aside meanwhile, here or in the terminal, counts already.
  const { waivers } = place.isRecorded ? profile : await place.profile.load();
  const judged = request.quick === true ? checksOf(only, true).map(({ id }) => id) : only;
  const report = reportWithWaivers(completed(before, part, judged), waivers, policy, (now ?? new Date()).toISOString());
  request.onReport?.(report);

  const previous = before ?? workspace.reports.latest;
  const changes = previous === null ? [] : changesBetween(previous, report);
  const kept =
    place.isRecorded || now !== undefined
      ? nothingKept
      : await keepRun(workspace, { facts, report: request.isTrial === true ? null : report, publish: only === null });
  return { report, previous, changes, drives: kept.drives, notices: [...meeting.notices, ...kept.notices] };
};
