/** Owns one run: gather the facts, judge them, and say what is known so far as it comes in. */

import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import { builtInCatalogue } from '../../core/catalogue/index.ts';
import type { Check } from '../../core/checks/define-check.ts';
import { checks as allChecks } from '../../core/checks/index.ts';
import { type Fact, known, unknown } from '../../core/facts/fact.ts';
import type { AnyFactKey, Computer, FactKey } from '../../core/facts/index.ts';
import { defaultProfileFacts, type InjectedFacts, isProfileFact } from '../../core/facts/profile.ts';
import { messages } from '../../core/messages/messages.ts';
import { noPolicy, type Policy, valuesOf } from '../../core/policy/policy.ts';
import { activeChecks, buildReport, factsOf, pendingChecks } from '../../core/report/build.ts';
import type { Finding } from '../../core/report/finding.ts';
import type { ComputerSummary, Report, SettledFacts } from '../../core/report/report.ts';
import { cameraSettings } from '../../core/settings/camera.ts';
import type { PersonalWaiver } from '../../core/waivers/waivers.ts';
import { readersFor } from '../../platform/index.ts';
import type { MachinePort } from '../../platform/machine/machine.ts';
import { gather } from './gather.ts';

const words = messages('run', { asked: 'Only a check that you ask for reads this.' });

export const DEFAULT_DEADLINE_MS = 35_000;

/** What systeminformation answers. */
const isOfComputer = (key: AnyFactKey): boolean => key === 'computer' || key === 'driveHealth';
const restsOnComputer = ({ needs }: Check): boolean => needs.some(isOfComputer);

/** The checks of a run; null is all of them. */
export const checksOf = (only: readonly string[] | null, quick: boolean): readonly Check[] =>
  allChecks.filter((check) => (only === null || only.includes(check.id)) && !(quick && restsOnComputer(check)));

export interface RunOptions {
  readonly port: MachinePort;
  readonly policy?: Policy;
  /** The built-in one when absent. */
  readonly catalogue?: { readonly catalogue: Catalogue; readonly source: string };
  /** Ids of checks; null: all that policy leaves on. */
  readonly only?: readonly string[] | null;
  readonly deadlineMs?: number;
  /** The instant that ages are counted to; the present when absent. */
  readonly now?: Date;
  /** Without what takes a process of its own to read of the computer: its checks are left out. */
  readonly quick?: boolean;
  /** What such a run knows of the computer, from the last report. */
  readonly lastComputer?: ComputerSummary;
  readonly signal?: AbortSignal;
  /** What Greenroom keeps itself; what is absent is unknown. */
  readonly profileFacts?: InjectedFacts;
  /** What the person has set aside. */
  readonly waivers?: readonly PersonalWaiver[];
  /** Called once with everything that was read, before the report is made. */
  readonly onFacts?: (facts: SettledFacts) => void;
  /** Called each time a fact has come in, with the checks still open; the report so far is made when it is asked for. */
  readonly onProgress?: (pending: readonly Check[], soFar: () => Report) => void;
}

const lastAnswer = (key: AnyFactKey, last: ComputerSummary | undefined): Fact<never> | Fact<Computer> =>
  key === 'computer' && last !== undefined
    ? known({ ...last, batteryHealthPercent: null }, 'the last report')
    : unknown('cancelled', words.asked);

/** Runs the checks once. Never rejects because of what the machine does. */
export const runChecks = async (options: RunOptions): Promise<Report> => {
  const { port, policy = noPolicy, only = null, deadlineMs = DEFAULT_DEADLINE_MS } = options;
  const { catalogue, source: catalogueSource } = options.catalogue ?? {
    catalogue: builtInCatalogue,
    source: 'built in',
  };
  const checks = checksOf(only, options.quick === true);
  const active = activeChecks(checks, policy);
  const started = performance.now();
  const startedAt = new Date().toISOString();
  const needed = factsOf(active);
  const { source, faults = [] } = policy;
  const organisationPolicy = {
    fact: known({ source, faults }, source ?? 'no policy'),
    at: (options.now ?? new Date()).toISOString(),
  };
  const { examination } = valuesOf(policy, cameraSettings.id, cameraSettings.policy);
  const given: InjectedFacts = {
    ...options.profileFacts,
    ...(examination ? {} : { cameraLook: { fact: known('switched-off', 'the settings in force'), at: startedAt } }),
    organisationPolicy,
  };
  const own: SettledFacts = Object.fromEntries([
    ...(options.quick === true ? needed.filter(isOfComputer) : []).map((key) => [
      key,
      {
        fact: lastAnswer(key, options.lastComputer),
        at: startedAt,
        durationMs: 0,
        commands: [],
      },
    ]),
    ...needed.filter(isProfileFact).map((key) => {
      const { fact, at } = given[key] ?? { fact: defaultProfileFacts[key], at: organisationPolicy.at };
      return [key, { fact, at, durationMs: 0, commands: [] }];
    }),
  ]);
  const isRead = (key: AnyFactKey): key is FactKey =>
    !isProfileFact(key) && !(options.quick === true && isOfComputer(key));
  const judged = new Map<string, readonly Finding[]>();
  const report = (facts: SettledFacts): Report =>
    buildReport({
      checks,
      facts: { ...own, ...facts },
      policy,
      judged,
      waivers: options.waivers ?? [],
      catalogue,
      catalogueSource,
      platform: port.host.platform,
      arch: port.host.arch,
      startedAt,
      durationMs: Math.round(performance.now() - started),
      deadlineMs,
      only,
      now: (options.now ?? new Date()).toISOString(),
    });
  const facts = await gather({
    port,
    readers: await readersFor[port.host.platform](),
    catalogue,
    // The name of the system stands in every report.
    keys: [...new Set(['operatingSystem' as const, ...needed.filter(isRead)])],
    deadlineMs,
    signal: options.signal ?? new AbortController().signal,
    // Whoever asks for one of its checks by name waits for it.
    ...(only === null ? { aside: isOfComputer } : {}),
    clock: () => options.now ?? new Date(),
    onSettled: (soFar) => options.onProgress?.(pendingChecks(active, { ...own, ...soFar }), () => report(soFar)),
  });
  options.onFacts?.(facts);
  return report(facts);
};
