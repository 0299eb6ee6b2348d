/** Owns the one state of the running program: the newest report, the run that goes on, what changed. */
import type { LookMeasures } from '../core/camera/look.ts';
import { changesBetween } from '../core/change.ts';
import type { Check } from '../core/check.ts';
import { checks as allChecks } from '../core/checks/index.ts';
import type { PendingCheck, SettingChange, Snapshot } from '../core/contract.ts';
import { known } from '../core/fact.ts';
import { verdictOf } from '../core/finding.ts';
import { noAgenda } from '../core/meeting/meeting.ts';
import type { GivenFacts } from '../core/own-facts.ts';
import { accepts, noPolicy, type Policy, settingOf, valuesOf } from '../core/policy.ts';
import { activeChecks, inOrder, type Report } from '../core/report.ts';
import { checkingSettings } from '../core/settings/checking.ts';
import { type Governed, settingsAreas, settingsInForce } from '../core/settings/index.ts';
import type { MachinePort } from '../platform/machine.ts';
import type { CatalogueInUse } from './catalogue-store.ts';
import type { PolicyInUse } from './policy-in-use.ts';
import type { ReportStore } from './report-store.ts';
import { runChecks } from './run.ts';

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
  /** Reads the catalogue in use, before each run; the built-in one when absent. */
  readonly catalogue?: () => Promise<CatalogueInUse>;
}

export interface Session {
  snapshot(): Snapshot;
  /** Calls `listener` with every new snapshot; returns the function that stops it. */
  subscribe(listener: (snapshot: Snapshot) => void): () => void;
  /** Reads the stored reports, so that there is something to show at once. */
  load(): Promise<void>;
  /** The policy as it was last read. */
  policy(): Policy;
  /** Sets one of the person's own settings, of a check or an area; null takes it back. */
  changeSetting(id: string, key: string, value: unknown): Promise<SettingChange>;
  /** Runs the checks; while a run goes on, another request waits for that one. `null` is all. */
  check(only: readonly string[] | null): Promise<void>;
  /** Keeps what the page measured, in memory only, and judges the checks that rest on it. */
  look(measures: LookMeasures): Promise<void>;
}

/** A report of some checks, completed with what an earlier one said of the others. */
const merged = (before: Report | null, part: Report, judged: readonly string[] | null): Report => {
  if (before === null || judged === null) return part;
  const kept = before.findings.filter((finding) => !judged.includes(finding.id));
  const findings = inOrder([...part.findings, ...kept]);
  const read = new Set(part.probes.map((probe) => probe.fact));
  return {
    ...part,
    only: before.only,
    verdict: verdictOf(findings),
    findings,
    probes: [...part.probes, ...before.probes.filter((probe) => !read.has(probe.fact))],
  };
};

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
    settings: settingsInForce(noPolicy),
    platform: port.host.platform,
    appVersion: options.appVersion,
  };
  let runningNow: Promise<void> | null = null;
  let stored: readonly string[] = [];
  let policy = noPolicy;
  let ownFacts: GivenFacts = {};

  const publish = (change: Partial<Snapshot>): void => {
    current = { ...current, ...change };
    for (const listener of listeners) listener(current);
  };

  const readPolicy = async (): Promise<readonly string[]> => {
    const inUse = await options.policy?.();
    if (inUse === undefined) return [];
    policy = inUse.policy;
    publish({ settings: settingsInForce(policy) });
    return inUse.notices;
  };

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
    return 'changed';
  };

  const run = async (only: readonly string[] | null): Promise<void> => {
    const before = current.report;
    const startedAt = new Date().toISOString();
    let told = stored;
    try {
      told = [...stored, ...(await readPolicy())];
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
      const part = await runChecks({
        port,
        policy,
        only,
        ownFacts,
        ...(catalogue === undefined ? {} : { catalogue }),
        deadlineMs: valuesOf(policy, checkingSettings.id, checkingSettings.policy).deadlineSeconds * 1000,
        onProgress: (soFar, pending) => {
          const judged = active.filter((check) => !pending.includes(check)).map((check) => check.id);
          publish({ report: merged(before, soFar, judged), running: running(pending) });
        },
      });
      const report = merged(before, part, only);
      publish({
        report,
        running: null,
        changes: before === null ? [] : changesBetween(before, report),
        comparedWith: before?.startedAt ?? null,
      });
      const notices = [
        ...(await store.save(report)),
        ...(only === null ? ((await options.passOn?.(report, policy)) ?? []) : []),
      ];
      if (notices.length > 0) publish({ notices: [...current.notices, ...notices] });
    } catch (error) {
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

  return {
    snapshot: () => current,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    load: async () => {
      const { latest, previous, notices } = await store.load();
      stored = notices;
      const policyNotices = await readPolicy();
      publish({
        report: latest,
        notices: [...notices, ...policyNotices],
        changes: latest === null || previous === null ? [] : changesBetween(previous, latest),
        comparedWith: previous?.startedAt ?? null,
      });
    },
    policy: () => policy,
    changeSetting,
    check,
    look: async (measures) => {
      const at = new Date().toISOString();
      const fact = known({ ...measures, at }, 'the camera view');
      ownFacts = { ...ownFacts, cameraLook: { fact, at } };
      // A run that began before this look does not know it.
      while (runningNow !== null) await runningNow;
      const resting = allChecks.filter(({ needs, uses }) => [...needs, ...uses].includes('cameraLook'));
      if (resting.length > 0) await check(resting.map(({ id }) => id));
    },
  };
};
