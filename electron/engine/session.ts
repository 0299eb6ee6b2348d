/** Owns the one state of the running program: the newest report, the run that goes on, what changed. */

import type { LookMeasures } from '../core/camera/look.ts';
import { changesBetween } from '../core/change.ts';
import type { Check } from '../core/check.ts';
import { checks as allChecks } from '../core/checks/index.ts';
import type { DriveKept, PendingCheck, SettingChange, Snapshot } from '../core/contract.ts';
import { known } from '../core/fact.ts';
import { type Finding, findingKey } from '../core/finding.ts';
import { habitsOf } from '../core/habit.ts';
import { type Agenda, noAgenda } from '../core/meeting/meeting.ts';
import type { GivenFacts, OwnFactKey } from '../core/own-facts.ts';
import { accepts, noPolicy, type Policy, settingOf, valuesOf } from '../core/policy.ts';
import { asSetAside, completed } from '../core/renewed-report.ts';
import { activeChecks, type Report, type SettledFacts } from '../core/report.ts';
import { calendarSettings } from '../core/settings/calendar.ts';
import { checkingSettings } from '../core/settings/checking.ts';
import { type Governed, settingsAreas, settingsInForce } from '../core/settings/index.ts';
import { type WaiverWish, waiverRules, wishedWaiver } from '../core/waiver.ts';
import type { MachinePort } from '../platform/machine.ts';
import { createAgendaInUse } from './agenda-in-use.ts';
import type { BackupDrives } from './backup-drives.ts';
import type { CatalogueInUse } from './catalogue-store.ts';
import { checkedEntry, faultEntry, type Log } from './log.ts';
import { nothingOwn, type OwnStore } from './own-store.ts';
import type { PolicyInUse } from './policy-in-use.ts';
import type { ReportStore } from './report-store.ts';
import { runChecks } from './run.ts';
import { createWaiverClock } from './waiver-clock.ts';

export interface SessionOptions {
  readonly port: MachinePort;
  readonly store: ReportStore;
  readonly appVersion: string;
  /** Reads the policy in use, before each run and after each change; none when absent. */
  readonly policy?: () => Promise<PolicyInUse>;
  /** Stores one of the person's own settings; null takes it back. */
  readonly storeSetting?: (id: string, key: string, value: unknown) => Promise<void>;
  /** Hands a report of everything to what the organisation reads; resolves to sentences about what failed. */
  readonly passOn?: (report: Report, policy: Policy) => Promise<readonly string[]>;
  /** Reads the calendars that the policy names, within its own limits; none when absent. */
  readonly agenda?: (policy: Policy) => Promise<Agenda>;
  readonly log?: Log;
  /** Reads the catalogue in use, before each run; the built-in one when absent. */
  readonly catalogue?: () => Promise<CatalogueInUse>;
  /** What Greenroom keeps of the person; nothing when absent. */
  readonly own?: OwnStore;
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
  changeSetting(id: string, key: string, value: unknown): Promise<SettingChange>;
  /** Runs the checks; while a run goes on, another request waits for that one. `null` is all. */
  check(only: readonly string[] | null): Promise<void>;
  /** Reads the calendars anew, at most once a minute, and judges what rests on the next meeting when that has changed. */
  refreshAgenda(): Promise<void>;
  /** Calls an external drive that a check has seen the person's backup drive, or no longer. */
  keepBackupDrive(id: string, keep: boolean): Promise<DriveKept>;
  /** Keeps what the page measured, in memory only, and judges the checks that rest on it. */
  look(measures: LookMeasures): Promise<void>;
  /** Sets a finding aside, by its key; resolves to null when it is done, else to the sentence why not. */
  setAside(key: string, wish: WaiverWish): Promise<string | null>;
  /** Ends what the person has set aside. */
  bringBack(key: string): Promise<void>;
  /** Keeps the person's word on a check that only they can answer, or takes it back, and judges it. */
  attest(checkId: string, confirmed: boolean): Promise<void>;
}

const once = (sentences: readonly string[]): readonly string[] => [...new Set(sentences)];

const pendingCheck = (check: Check): PendingCheck => ({ id: check.id, title: check.question });

export const createSession = (options: SessionOptions): Session => {
  const { port, store } = options;
  const listeners = new Set<(snapshot: Snapshot) => void>();
  let current: Snapshot = {
    report: null,
    running: null,
    changes: [],
    comparedWith: null,
    notices: [],
    agenda: noAgenda,
    backupDrives: [],
    settings: settingsInForce(noPolicy),
    habits: [],
    history: [],
    platform: port.host.platform,
    appVersion: options.appVersion,
  };
  let runningNow: Promise<void> | null = null;
  /** What is said until the program ends. A damaged file is found once: the next reading of it knows nothing of that. */
  let said: readonly string[] = [];
  let policy = noPolicy;
  let looked: GivenFacts = {};
  let own = nothingOwn;

  const publish = (change: Partial<Snapshot>): void => {
    current = { ...current, ...change };
    for (const listener of listeners) listener(current);
  };
  const agendaInUse = createAgendaInUse(options.agenda, (agenda) => publish({ agenda }));

  const readPolicy = async (): Promise<readonly string[]> => {
    const inUse = await options.policy?.();
    if (inUse === undefined) return [];
    policy = inUse.policy;
    const settings = settingsInForce(policy);
    // A policy that says what it said before is no news.
    if (JSON.stringify(settings) !== JSON.stringify(current.settings)) publish({ settings });
    return inUse.notices;
  };

  const readOwn = async (): Promise<readonly string[]> => {
    if (options.own === undefined) return [];
    own = await options.own.load();
    publish({ habits: habitsOf(allChecks, own.attestations), history: own.history });
    return own.notices;
  };

  const putInOrder = (report: Report): Report => asSetAside(report, own.waivers, policy, new Date().toISOString());

  const amend = async (): Promise<void> => {
    if (current.report === null || runningNow !== null) return;
    const report = putInOrder(current.report);
    publish({ report });
    clock.watch(report.findings);
    await store.amend(report);
  };
  const clock = createWaiverClock(() => void amend().catch(() => {}));

  const changeSetting: Session['changeSetting'] = async (id, name, value) => {
    const governed: readonly Governed[] = [...allChecks, ...settingsAreas];
    const keys = governed.find((one) => one.id === id)?.policy ?? {};
    const key = Object.hasOwn(keys, name) ? keys[name] : undefined;
    if (key === undefined || options.storeSetting === undefined) return 'refused';
    if (value !== null && !accepts(key, value)) return 'refused';
    await readPolicy();
    if (settingOf(policy, id, name, key).layer === 'enforced') return 'managed';
    await options.storeSetting(id, name, value);
    await readPolicy();
    await amend();
    if (id === calendarSettings.id) {
      agendaInUse.changed();
      // Not awaited: a server may take its time.
      void refreshAgenda();
    }
    return 'changed';
  };

  const run = async (only: readonly string[] | null): Promise<void> => {
    const before = current.report;
    const startedAt = new Date().toISOString();
    let told = said;
    // The checks do not wait for the calendars: what changes by them is judged again.
    if (only === null) void refreshAgenda();
    try {
      const drives = await options.drives?.load();
      told = once([...said, ...(drives?.notices ?? []), ...(await readPolicy()), ...(await readOwn())]);
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
        port,
        policy,
        only,
        ownFacts: { ...own.facts, ...drives?.facts, ...looked, ...agendaInUse.facts() },
        waivers: own.waivers,
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
      const report = putInOrder(completed(before, part, only));
      publish({
        report,
        running: null,
        changes: before === null ? [] : changesBetween(before, report),
        comparedWith: before?.startedAt ?? null,
      });
      clock.watch(report.findings);
      // What cannot be noted was told when it could not be read; the report is kept all the same.
      const backupDrives = await options.drives?.learn(read).catch((error: unknown) => {
        void options.log?.write(faultEntry('check', error));
        return undefined;
      });
      if (backupDrives !== undefined) publish({ backupDrives });
      if (only === null) await options.log?.write(checkedEntry(report));
      const notices = [
        ...(await store.save(report)),
        ...(only === null ? ((await options.passOn?.(report, policy)) ?? []) : []),
      ];
      if (notices.length > 0) publish({ notices: [...current.notices, ...notices] });
      await readOwn();
    } catch (error) {
      void options.log?.write(faultEntry('check', error));
      const reason = error instanceof Error ? error.message : String(error);
      publish({ running: null, notices: [...told, `The last check could not be finished or stored: ${reason}`] });
    }
  };

  const check = (only: readonly string[] | null): Promise<void> => {
    runningNow ??= run(only).finally(() => {
      runningNow = null;
    });
    return runningNow;
  };

  /** Judges anew what rests on a fact that has just changed; `onlyOpen`: unless all of it is in order. */
  const judgeAgain = async (key: OwnFactKey, onlyOpen = false): Promise<void> => {
    // A run that began before does not know it.
    while (runningNow !== null) await runningNow;
    const resting = allChecks.filter(({ needs, uses }) => [...needs, ...uses].includes(key)).map(({ id }) => id);
    const isOpen = ({ id, state }: Finding): boolean =>
      resting.includes(id) && (state === 'fail' || state === 'caution');
    const wanted = !onlyOpen || current.report?.findings.some(isOpen) === true;
    if (wanted && resting.length > 0) await check(resting);
  };

  const refreshAgenda = async (): Promise<void> => {
    try {
      // What is in order with no meeting known is in order with one.
      if (await agendaInUse.refresh(policy)) await judgeAgain('nextMeeting', true);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      publish({ notices: [...current.notices, `The calendars could not be read: ${reason}`] });
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
      said = once([...notices, ...(await readPolicy()), ...(await readOwn())]);
      const report = latest === null ? null : putInOrder(latest);
      if (report !== null) clock.watch(report.findings);
      publish({
        report,
        notices: said,
        changes: latest === null || previous === null ? [] : changesBetween(previous, latest),
        comparedWith: previous?.startedAt ?? null,
      });
    },
    say: (sentence) => {
      said = once([...said, sentence]);
      publish({ notices: once([...current.notices, sentence]) });
    },
    policy: () => policy,
    changeSetting,
    check,
    refreshAgenda,
    keepBackupDrive: async (id, keep) => {
      const backupDrives = (await options.drives?.keep(id, keep)) ?? null;
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
    setAside: async (key, wish) => {
      // A run that goes on may change what is to be set aside.
      while (runningNow !== null) await runningNow;
      await readPolicy();
      const finding = current.report?.findings.find((one) => findingKey(one) === key);
      if (finding === undefined || options.own === undefined) return 'This is no longer in the report.';
      const waiver = wishedWaiver(finding, wish, waiverRules(policy), new Date().toISOString());
      if (typeof waiver === 'string') return waiver;
      await options.own.setAside([waiver]);
      await readOwn();
      await amend();
      return null;
    },
    bringBack: async (key) => {
      await options.own?.bringBack([key]);
      await readOwn();
      await amend();
    },
    attest: async (checkId, confirmed) => {
      if (!allChecks.some(({ id, statement }) => id === checkId && statement !== undefined)) return;
      await options.own?.attest(checkId, confirmed ? new Date().toISOString() : null);
      while (runningNow !== null) await runningNow;
      await check([checkId]);
    },
  };
};
