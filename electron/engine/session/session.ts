/** Owns the one state of the running program: the newest report, the run that goes on, what changed. */

import type { CameraOutcome } from '../../core/camera/camera-view.ts';
import type { LookMeasures } from '../../core/camera/look.ts';
import { checks as allChecks } from '../../core/checks/index.ts';
import type { Trial } from '../../core/connection/trial.ts';
import { isHot, type Throttling } from '../../core/facts/computer.ts';
import { known } from '../../core/facts/fact.ts';
import type { InjectedFacts, ProfileFactKey } from '../../core/facts/profile.ts';
import { type DeviceKind, deviceKinds, type TriedMicrophone } from '../../core/facts/seen-devices.ts';
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

const words = says('session', {
  calendars: 'The calendars couldn’t be read: {reason}',
});

export interface SessionOptions {
  /** Where runs are made and kept. */
  readonly place: RunPlace;
  /** Reads the calendars that the policy names, within its own limits; none when absent. */
  readonly agenda?: (policy: Policy) => Promise<Agenda>;
}

export interface Session {
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
  /** Keeps what the page measured, in memory only, and judges the checks that rest on it. */
  look(measures: LookMeasures): Promise<void>;
  /** Keeps what came of opening the camera, in memory only, and judges the checks that rest on it. */
  cameraOpened(outcome: CameraOutcome): Promise<void>;
  /** Cameras came or went: what came of opening one says nothing any more. */
  cameraChanged(): Promise<void>;
  /** Keeps which kinds of device the page sees, and judges again where the report says otherwise. */
  devicesSeen(seen: Readonly<Record<DeviceKind, boolean>>): Promise<void>;
  /** Keeps which microphone the person tried, in memory only, and judges what rests on it. */
  microphoneTried(tried: TriedMicrophone | null): Promise<void>;
  /** Keeps how the connection was when it was tried, in memory only, and judges what rests on it. */
  connectionTried(trial: Trial): Promise<void>;
  /** The computer is on another network: how the connection was on the one before says nothing any more. */
  networkChanged(): Promise<void>;
  /** Keeps how far the system slows the computer down, and judges it again when that has changed since the report. */
  throttled(throttling: Throttling): Promise<void>;
  /** Keeps how many screens there are, and judges what rests on it. */
  screensSeen(screens: number): Promise<void>;
  /** Sets a finding aside, by its key; resolves to null when it is done, else to the sentence why not. */
  readonly waive: Waivers['waive'];
  /** Ends what the person has set aside. */
  readonly revokeWaiver: Waivers['revokeWaiver'];
  /** Keeps the person's word on a check that only they can answer, or takes it back, and judges it. */
  attest(checkId: string, confirmed: boolean): Promise<void>;
}

/** Per cent: a speed that wavers is no news. */
const SPEED_STEP = 10;

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
  const checked = new Set<(only: Scope) => void>();
  let looked: InjectedFacts = {};
  let judgedThrottling: Throttling = { heat: null, speedPercent: null };
  const agendaUpdater = createAgendaUpdater(agenda, (read) => publish({ agenda: read }));

  const run = createSessionRun({
    place,
    snapshots,
    context,
    waivers,
    facts: () => ({ ...looked, ...agendaUpdater.facts() }),
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
    look: async (measures) => {
      const at = new Date().toISOString();
      const fact = known({ ...measures, at }, 'the camera view');
      looked = { ...looked, cameraLook: { fact, at } };
      await judgeAgain('cameraLook');
    },
    cameraOpened: async (outcome) => {
      const at = new Date().toISOString();
      const before = looked.cameraView?.fact;
      looked = { ...looked, cameraView: { fact: known({ outcome, at }, 'the camera view'), at } };
      // A camera that works as it did is no news, unless that had grown too old to be told.
      const isTold = snapshot().report?.findings.some(({ id, state }) => id === 'camera-view' && state !== 'not-done');
      const isKnown =
        isTold === true &&
        before?.state === 'known' &&
        before.value !== 'not-opened' &&
        before.value.outcome === outcome;
      if (!isKnown) await judgeAgain('cameraView');
    },
    cameraChanged: async () => {
      if (looked.cameraView === undefined) return;
      const { cameraView: _gone, ...rest } = looked;
      looked = rest;
      await judgeAgain('cameraView');
    },
    devicesSeen: async (seen) => {
      const at = new Date().toISOString();
      looked = { ...looked, seenDevices: { fact: known(seen, 'Greenroom’s window'), at } };
      const { findings: shown = [], hidden = [] } = snapshot().report ?? {};
      const findings = [...shown, ...hidden];
      const isContradicted = deviceKinds.some((kind) => {
        const state = findings.find(({ id }) => id === `${kind}-present`)?.state;
        return state === 'unknown' || (state === 'pass' && !seen[kind]) || (state === 'fail' && seen[kind]);
      });
      if (isContradicted) await judgeAgain('seenDevices');
    },
    microphoneTried: async (tried) => {
      const before = looked.triedMicrophone?.fact;
      const last = before?.state === 'known' ? before.value : null;
      if (tried?.label === last?.label && tried?.choice === last?.choice) return;
      const fact = known(tried, 'Greenroom’s window');
      looked = { ...looked, triedMicrophone: { fact, at: new Date().toISOString() } };
      await judgeAgain('triedMicrophone');
    },
    connectionTried: async (trial) => {
      const at = new Date().toISOString();
      const fact = known({ trial, at }, `ten connections to ${trial.host}`);
      looked = { ...looked, connectionTrial: { fact, at } };
      await judgeAgain('connectionTrial');
    },
    networkChanged: async () => {
      if (looked.connectionTrial === undefined) return;
      const { connectionTrial: _gone, ...rest } = looked;
      looked = rest;
      await judgeAgain('connectionTrial');
    },
    throttled: async (throttling) => {
      const at = new Date().toISOString();
      looked = { ...looked, throttling: { fact: known(throttling, 'what the system tells the window'), at } };
      const isChanged =
        isHot(throttling.heat) !== isHot(judgedThrottling.heat) ||
        Math.abs((throttling.speedPercent ?? 100) - (judgedThrottling.speedPercent ?? 100)) >= SPEED_STEP;
      if (!isChanged) return;
      judgedThrottling = throttling;
      // The first report reads it anyway.
      if (snapshot().report !== null) await judgeAgain('throttling');
    },
    screensSeen: async (screens) => {
      const isFirst = looked.screens === undefined;
      looked = { ...looked, screens: { fact: known(screens, 'Greenroom’s window'), at: new Date().toISOString() } };
      // What is told at the start is in the first report of this start.
      if (!isFirst && snapshot().report !== null) await judgeAgain('screens');
    },
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
