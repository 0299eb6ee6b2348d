/** Judges one check on facts written by hand, as the engine would. */

import type { LookMeasures, PartState } from '../../../electron/core/camera/look.ts';
import type { Catalogue } from '../../../electron/core/catalogue/catalogue.ts';
import { builtInCatalogue } from '../../../electron/core/catalogue/index.ts';
import type { Check } from '../../../electron/core/checks/define-check.ts';
import { type Fact, unknown } from '../../../electron/core/facts/fact.ts';
import type { AllFacts, AnyFactKey, Computer, Platform } from '../../../electron/core/facts/index.ts';
import { asMessage } from '../../../electron/core/messages/messages.ts';
import type { PolicyValue } from '../../../electron/core/policy/policy.ts';
import { noPolicy, type Policy } from '../../../electron/core/policy/policy.ts';
import type { Finding } from '../../../electron/core/report/finding.ts';
import { judgeCheck } from '../../../electron/core/report/judge-check.ts';
import type { SettledFacts } from '../../../electron/core/report/report.ts';

export const NOW = '2026-11-22T12:00:00.000Z';

/** What a look tells of its parts, all in one state. */
export const everyPart = (state: PartState): LookMeasures['parts'] => ({
  light: state,
  focus: state,
  framing: state,
  people: state,
  screens: state,
  movement: state,
  text: state,
});

/** An ordinary laptop. */
export const laptop: Computer = {
  maker: 'Maker',
  model: 'Model',
  form: 'portable',
  virtualMachine: null,
  remoteSession: false,
  processor: 'Processor',
  cores: 4,
  memoryBytes: 16e9,
  batteryHealthPercent: 90,
};

/** Nothing beside the list of versions tells of any program. */
export const noSigns = {
  pendingUpdates: unknown('unsupported', asMessage('a test')),
  updatesLookedAt: unknown('unsupported', asMessage('a test')),
  appOrigins: unknown('unsupported', asMessage('a test')),
  appUpdaters: unknown('unsupported', asMessage('a test')),
} as const;

export type HandFacts = { readonly [K in AnyFactKey]?: Fact<AllFacts[K]> };

/** A policy of the organisation for one check. */
export const policyFor = (checkId: string, values: Readonly<Record<string, PolicyValue>>): Policy => ({
  ...noPolicy,
  layers: { enforced: { [checkId]: values } },
});

export const judged = (
  check: Check,
  facts: HandFacts,
  options: {
    readonly platform?: Platform;
    readonly policy?: Policy;
    readonly catalogue?: Catalogue;
    readonly now?: string;
  } = {},
): readonly Finding[] =>
  judgeCheck(check, {
    checks: [check],
    facts: Object.fromEntries(
      Object.entries({ ...noSigns, ...facts }).map(([key, fact]) => [
        key,
        { fact, at: NOW, durationMs: 1, commands: [] },
      ]),
    ) as SettledFacts,
    policy: options.policy ?? noPolicy,
    catalogue: options.catalogue ?? builtInCatalogue,
    catalogueSource: 'built in',
    platform: options.platform ?? 'linux',
    arch: 'x64',
    startedAt: NOW,
    durationMs: 1,
    deadlineMs: 10_000,
    only: null,
    now: options.now ?? NOW,
  });
