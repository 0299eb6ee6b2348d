/** Owns the one state of the running program: the newest report, the run that goes on, what changed. */
import type { LookMeasures } from '../../core/camera/look.ts';
import { checks as allChecks } from '../../core/checks/index.ts';
import { known } from '../../core/facts/fact.ts';
import type { InjectedFacts, ProfileFactKey } from '../../core/facts/profile.ts';
import type { DriveKept, Snapshot } from '../../core/ipc/contract.ts';
import { type Agenda, emptyAgenda } from '../../core/meeting/meeting.ts';
import { noPolicy, type Policy } from '../../core/policy/policy.ts';
import type { Report } from '../../core/report/build.ts';
import { changesBetween } from '../../core/report/diff.ts';
import type { Finding } from '../../core/report/finding.ts';
import { calendarSettings } from '../../core/settings/calendar.ts';
import { settingsInForce } from '../../core/settings/index.ts';
import type { MachinePort } from '../../platform/machine/machine.ts';
import type { EffectivePolicy } from '../run/effective-policy.ts';
import type { CurrentCatalogue } from '../storage/catalogue-store.ts';
import type { Log } from '../storage/log.ts';
import type { ProfileStore } from '../storage/profile.ts';
import type { ReportStore } from '../storage/report-store.ts';
import { createAgendaUpdater } from './agenda.ts';
import type { BackupDrives } from './backup-drives.ts';
import { createRunContext } from './context.ts';
import { createSessionRun } from './session-run.ts';
import { type ChangeSetting, createChangeSetting } from './settings.ts';
import { createSnapshotStore, dedupe } from './snapshot.ts';
import { createWaiversInUse, type WaiversInUse } from './waivers.ts';

export interface SessionOptions {
  readonly port: MachinePort;
  readonly store: ReportStore;
  readonly appVersion: string;
  /** Reads the policy in use, before each run and after each change; none when absent. */
  readonly policy?: () => Promise<EffectivePolicy>;
  /** Stores one of the person's own settings; null takes it back. */
  readonly storeSetting?: (id: string, key: string, value: unknown) => Promise<void>;
  /** Hands a report of everything to what the organisation reads; resolves to sentences about what failed. */
  readonly publish?: (report: Report, policy: Policy) => Promise<readonly string[]>;
  /** Reads the calendars that the policy names, within its own limits; none when absent. */
  readonly agenda?: (policy: Policy) => Promise<Agenda>;
  readonly log?: Log;
  /** Reads the catalogue in use, before each run; the built-in one when absent. */
  readonly catalogue?: () => Promise<CurrentCatalogue>;
  /** What Greenroom keeps of the person; nothing when absent. */
  readonly profile?: ProfileStore;
  /** Which drives are remembered; none when absent. */
  readonly drives?: BackupDrives;
}

export interface Session {
  snapshot(): Snapshot;
  /** Calls `listener` with every new snapshot; returns the function that stops it. */
  subscribe(listener: (snapshot: Snapshot) => void): () => void;
  /** Reads the stored reports, so that there is something to show at once. */
  load(): Promise<void>;
  /** Shows a sentence about one of Greenroom's own files until the program ends. */
  say(sentence: string): void;
  /** The policy as it was last read. */
  policy(): Policy;
  /** Sets one of the person's own settings, of a check or an area; null takes it back. */
  readonly changeSetting: ChangeSetting;
  /** Runs the checks; while a run goes on, another request waits for that one. `null` is all. */
  check(only: readonly string[] | null): Promise<void>;
  /** Reads the calendars anew, at most once a minute, and judges what rests on the next meeting when that has changed. */
  refreshAgenda(): Promise<void>;
  /** Calls an external drive that a check has seen the person's backup drive, or no longer. */
  keepBackupDrive(id: string, keep: boolean): Promise<DriveKept>;
  /** Keeps what the page measured, in memory only, and judges the checks that rest on it. */
  look(measures: LookMeasures): Promise<void>;
  /** Sets a finding aside, by its key; resolves to null when it is done, else to the sentence why not. */
  readonly waive: WaiversInUse['waive'];
  /** Ends what the person has set aside. */
  readonly revokeWaiver: WaiversInUse['revokeWaiver'];
  /** Keeps the person's word on a check that only they can answer, or takes it back, and judges it. */
  attest(checkId: string, confirmed: boolean): Promise<void>;
}

export const createSession = (options: SessionOptions): Session => {
  const { port, store } = options;
  const snapshots = createSnapshotStore({
    report: null,
    running: null,
    changes: [],
    comparedWith: null,
    notices: [],
    agenda: emptyAgenda,
    backupDrives: [],
    settings: settingsInForce(noPolicy),
    attestations: [],
    history: [],
    platform: port.host.platform,
    appVersion: options.appVersion,
  });
  const { snapshot, publish } = snapshots;
  const context = createRunContext(options, snapshots);
  let runningNow: Promise<void> | null = null;
  const whenIdle = async (): Promise<void> => {
    while (runningNow !== null) await runningNow;
  };
  /** What is said until the program ends. A damaged file is found once: the next reading of it knows nothing of that. */
  let said: readonly string[] = [];
  let looked: InjectedFacts = {};
  const agendaInUse = createAgendaUpdater(options.agenda, (agenda) => publish({ agenda }));
  const waivers = createWaiversInUse({
    snapshots,
    context,
    store,
    profile: options.profile,
    isRunning: () => runningNow !== null,
    whenIdle,
  });

  const run = createSessionRun({
    options,
    snapshots,
    context,
    waivers,
    pinnedNotices: () => said,
    injectedFacts: () => ({ ...looked, ...agendaInUse.facts() }),
  });
  const begin = (only: readonly string[] | null): Promise<void> => {
    // The checks do not wait for the calendars: what changes by them is judged again.
    if (only === null) void refreshAgenda();
    return run(only);
  };

  const check = (only: readonly string[] | null): Promise<void> => {
    runningNow ??= begin(only).finally(() => {
      runningNow = null;
    });
    return runningNow;
  };

  /** Judges anew what rests on a fact that has just changed; `onlyOpen`: unless all of it is in order. */
  const judgeAgain = async (key: ProfileFactKey, onlyOpen = false): Promise<void> => {
    // A run that began before does not know it.
    await whenIdle();
    const resting = allChecks.filter(({ needs, uses }) => [...needs, ...uses].includes(key)).map(({ id }) => id);
    const isOpen = ({ id, state }: Finding): boolean =>
      resting.includes(id) && (state === 'fail' || state === 'caution');
    const wanted = !onlyOpen || snapshot().report?.findings.some(isOpen) === true;
    if (wanted && resting.length > 0) await check(resting);
  };

  const refreshAgenda = async (): Promise<void> => {
    try {
      // What is in order with no meeting known is in order with one.
      if (await agendaInUse.refresh(context.policy())) await judgeAgain('nextMeeting', true);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      publish({ notices: [...snapshot().notices, `The calendars could not be read: ${reason}`] });
    }
  };

  return {
    snapshot,
    subscribe: snapshots.subscribe,
    load: async () => {
      const { latest, previous, notices } = await store.load();
      said = dedupe([...notices, ...(await context.readPolicy()), ...(await context.readOwn())]);
      const report = latest === null ? null : waivers.applyWaivers(latest);
      if (report !== null) waivers.watch(report.findings);
      publish({
        report,
        notices: said,
        changes: latest === null || previous === null ? [] : changesBetween(previous, latest),
        comparedWith: previous?.startedAt ?? null,
      });
    },
    say: (sentence) => {
      said = dedupe([...said, sentence]);
      publish({ notices: dedupe([...snapshot().notices, sentence]) });
    },
    policy: context.policy,
    changeSetting: createChangeSetting({
      context,
      store: options.storeSetting,
      changed: async (id) => {
        await waivers.replaceLatest();
        if (id !== calendarSettings.id) return;
        agendaInUse.changed();
        // Not awaited: a server may take its time.
        void refreshAgenda();
      },
    }),
    check,
    refreshAgenda,
    keepBackupDrive: async (id, keep) => {
      const backupDrives = (await options.drives?.registerDrive(id, keep)) ?? null;
      if (backupDrives === null) return 'refused';
      publish({ backupDrives });
      await judgeAgain('backupMemory');
      return 'done';
    },
    look: async (measures) => {
      const at = new Date().toISOString();
      const fact = known({ ...measures, at }, 'the camera view');
      looked = { cameraLook: { fact, at } };
      await judgeAgain('cameraLook');
    },
    waive: waivers.waive,
    revokeWaiver: waivers.revokeWaiver,
    attest: async (checkId, confirmed) => {
      if (!allChecks.some(({ id, statement }) => id === checkId && statement !== undefined)) return;
      await options.profile?.attest(checkId, confirmed ? new Date().toISOString() : null);
      await whenIdle();
      await check([checkId]);
    },
  };
};
