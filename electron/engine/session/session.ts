/** Owns the one state of the running program: the newest report, the run that goes on, what changed. */

import { checks as allChecks } from '../../core/checks/index.ts';
import type { ProfileFactKey } from '../../core/facts/profile.ts';
import type { DriveKept, Snapshot } from '../../core/ipc/contract.ts';
import { type Agenda, emptyAgenda } from '../../core/meeting/meeting.ts';
import { asMessage } from '../../core/messages/messages.ts';
import { says } from '../../core/messages/says.ts';
import { noPolicy, type Policy } from '../../core/policy/policy.ts';
import { changesBetween } from '../../core/report/diff.ts';
import { calendarSettings } from '../../core/settings/calendar.ts';
import { settingsInForce } from '../../core/settings/index.ts';
import type { RunPlace } from '../run/workspace.ts';
import { createAgendaUpdater } from './agenda.ts';
import { createContext } from './context.ts';
import { createRunQueue, type Scope } from './run-queue.ts';
import { createSessionRun } from './session-run.ts';
import { type ChangeSetting, createChangeSetting } from './settings.ts';
import { createSnapshotStore } from './snapshot.ts';
import { createWaivers, type Waivers } from './waivers.ts';
import { createWindowFacts, type WindowFacts } from './window-facts.ts';

const words = says('session', {
  calendars: 'The calendars couldn’t be read: {reason}',
});

export interface SessionOptions {
  /** Where runs are made and kept. */
  readonly place: RunPlace;
  /** Reads the calendars that the policy names, within its own limits; none when absent. */
  readonly agenda?: (policy: Policy) => Promise<Agenda>;
}

export interface Session extends WindowFacts {
  snapshot(): Snapshot;
  /** Calls `listener` with every new snapshot; returns the function that stops it. */
  subscribe(listener: (snapshot: Snapshot) => void): () => void;
  /** Calls `listener` at the end of each run, once it is stored, with what was asked for; returns the function that stops it. */
  onChecked(listener: (only: Scope) => void): () => void;
  /** Reads the stored reports, so that there is something to show at once. */
  load(): Promise<void>;
  /** Shows a sentence about one of Greenroom's own files until the program ends. */
  say(sentence: string): void;
  /** Shows whether the person wants to be told of what waits once their next meeting is over. */
  showRemindsAfterCall(reminds: boolean): void;
  /** The policy as it was last read. */
  policy(): Policy;
  /** Sets one of the person's own settings, of a check or an area; null takes it back. */
  readonly changeSetting: ChangeSetting;
  /**
   * Runs the checks, `null` all; settles when they are judged and stored. While a run goes on, a part of it that is not
   * judged yet is joined to it, and everything else is run next. `quick`: nobody asked for it, or is in a hurry; what
   * computer this is, is not read again.
   */
  check(only: Scope, options?: { readonly quick?: boolean }): Promise<void>;
  /** Reads the calendars again, at most once a minute, and judges what rests on the next meeting when that has changed. */
  refreshAgenda(): Promise<void>;
  /** What may be read of them has changed: they are read again now. */
  calendarsChanged(): Promise<void>;
  /** Calls an external drive that a check has seen the person's backup drive, or no longer. */
  keepBackupDrive(id: string, keep: boolean): Promise<DriveKept>;
  /** Sets a finding aside, by its key; resolves to null when it is done, else to the sentence why not. */
  readonly waive: Waivers['waive'];
  /** Ends what the person has set aside. */
  readonly revokeWaiver: Waivers['revokeWaiver'];
  /** Keeps the person's word on a check that only they can answer, or takes it back, and judges it. */
  attest(checkId: string, confirmed: boolean): Promise<void>;
}

export const createSession = ({ place, agenda }: SessionOptions): Session => {
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
    remindsAfterCall: false,
    platform: place.port.host.platform,
    appVersion: place.appVersion,
  });
  const { snapshot, publish } = snapshots;
  const context = createContext(place, snapshots);
  const waivers = createWaivers(place, snapshots, context);
  const windowFacts = createWindowFacts(
    () => snapshot().report,
    (key) => judgeAgain(key),
  );
  const checked = new Set<(only: Scope) => void>();
  const agendaUpdater = createAgendaUpdater(agenda, (read) => publish({ agenda: read }));

  const run = createSessionRun({
    place,
    snapshots,
    context,
    waivers,
    facts: () => ({ ...windowFacts.facts(), ...agendaUpdater.facts() }),
  });
  const queue = createRunQueue({
    run: (only, judged, quick) => {
      // The checks do not wait for the calendars: what changes by them is judged again.
      if (only === null) void refreshAgenda();
      return run(only, judged, quick);
    },
    ended: (end, isLast) => {
      publish({ ...end?.change, ...(isLast ? { running: null } : {}) });
      if (end !== null) for (const listener of checked) listener(end.only);
    },
  });

  /** Judges what rests on a fact that has just changed. */
  const judgeAgain = (key: ProfileFactKey): Promise<void> => {
    const resting = allChecks.filter(({ needs, uses }) => [...needs, ...uses].includes(key)).map(({ id }) => id);
    return queue.requestAfter(() => resting);
  };

  const refreshAgenda = async (): Promise<void> => {
    try {
      if (await agendaUpdater.refresh(context.policy())) await judgeAgain('nextMeeting');
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      context.tell([words.calendars({ reason: asMessage(reason) })]);
    }
  };

  return {
    snapshot,
    subscribe: snapshots.subscribe,
    onChecked: (listener) => {
      checked.add(listener);
      return () => checked.delete(listener);
    },
    load: async () => {
      const { reports, notices } = await context.open();
      const { latest, previous } = reports;
      context.pin(notices);
      publish({
        changes: latest === null || previous === null ? [] : changesBetween(previous, latest),
        comparedWith: previous?.startedAt ?? null,
      });
      if (latest !== null) waivers.show(waivers.applied(latest));
    },
    say: (sentence) => context.pin([sentence]),
    showRemindsAfterCall: (reminds) => {
      if (reminds !== snapshot().remindsAfterCall) publish({ remindsAfterCall: reminds });
    },
    policy: context.policy,
    changeSetting: createChangeSetting({
      folder: place.folder,
      context,
      changed: async (id) => {
        await waivers.reapply();
        if (id !== calendarSettings.id) return;
        agendaUpdater.changed();
        // Not awaited: a server may take its time.
        void refreshAgenda();
      },
    }),
    check: (only, { quick = false } = {}) => queue.request(only, quick),
    refreshAgenda,
    calendarsChanged: () => {
      agendaUpdater.changed();
      return refreshAgenda();
    },
    keepBackupDrive: async (id, keep) => {
      const backupDrives = await context.attempt(() => place.drives.registerDrive(id, keep));
      if (backupDrives === null) return 'refused';
      publish({ backupDrives });
      await judgeAgain('backupMemory');
      return 'done';
    },
    ...windowFacts.told,
    waive: waivers.waive,
    revokeWaiver: waivers.revokeWaiver,
    attest: async (checkId, confirmed) => {
      if (!allChecks.some(({ id, statement }) => id === checkId && statement !== undefined)) return;
      const at = confirmed ? new Date().toISOString() : null;
      await context.attempt(() => place.profile.attest(checkId, at));
      await queue.requestAfter(() => [checkId]);
    },
  };
};
