/** Owns how a report is made: settled facts and policy in, findings and a verdict out. Pure: the same input gives the same report. */

import type { Check } from '../checks/define-check.ts';
import type { AnyFactKey, Computer } from '../facts/index.ts';
import { english } from '../messages/format.ts';
import { isMessage } from '../messages/value.ts';
import type { Policy } from '../policy/policy.ts';
import { givenNamesIn } from '../redaction/given-names.ts';
import { sanitize } from '../text/sanitize.ts';
import { withWaivers } from '../waivers/waivers.ts';
import { areasOf } from './counts.ts';
import type { Finding } from './finding.ts';
import { audienceOf, importanceOf, judgeCheck } from './judge-check.ts';
import {
  type ComputerSummary,
  inOrder,
  REPORT_SCHEMA,
  type Report,
  type ReportInput,
  type SettledFacts,
} from './report.ts';
import { verdictOf } from './verdict.ts';

/** The checks that policy leaves on. */
export const activeChecks = (checks: readonly Check[], policy: Policy): readonly Check[] =>
  checks.filter((check) => importanceOf(check, policy) !== 'off');

/** The checks of which people are told. */
export const shownChecks = (checks: readonly Check[], policy: Policy): readonly Check[] =>
  checks.filter((check) => audienceOf(check, policy) !== 'hidden');

/** The facts that these checks read. */
export const factsOf = (checks: readonly Check[]): readonly AnyFactKey[] => [
  ...new Set(checks.flatMap((check) => [...check.needs, ...check.uses])),
];

/** The checks that still wait for a fact. */
export const pendingChecks = (checks: readonly Check[], facts: SettledFacts): readonly Check[] =>
  checks.filter((check) => [...check.needs, ...check.uses].some((key) => facts[key] === undefined));

const judgeOnce = (check: Check, input: ReportInput): readonly Finding[] => {
  const findings = input.judged?.get(check.id) ?? judgeCheck(check, input);
  input.judged?.set(check.id, findings);
  return findings;
};

const summaryOf = ({ batteryHealthPercent: _hasItsOwnCheck, ...rest }: Computer): ComputerSummary => rest;

/** The report on the facts that are in. While some are missing it holds the findings that can already be judged. */
export const buildReport = (input: ReportInput): Report => {
  const active = activeChecks(input.checks, input.policy);
  const pending = new Set(pendingChecks(active, input.facts));
  const judged = active.filter((check) => !pending.has(check)).flatMap((check) => judgeOnce(check, input));
  const all = withWaivers(judged, input.waivers ?? [], input.policy, input.now);
  const findings = all.filter(({ audience }) => audience !== 'hidden');
  const hidden = all.filter(({ audience }) => audience === 'hidden');
  const system = input.facts.operatingSystem?.fact;
  const computer = input.facts.computer?.fact;
  const names = givenNamesIn(input.facts, input.catalogue);
  return {
    schema: REPORT_SCHEMA,
    verdict: pending.size > 0 && verdictOf(findings) !== 'not-ready' ? 'undetermined' : verdictOf(findings),
    areas: areasOf(findings),
    startedAt: input.startedAt,
    durationMs: input.durationMs,
    deadlineMs: input.deadlineMs,
    only: input.only,
    machine: {
      platform: input.platform,
      os: system?.state === 'known' ? sanitize(system.value.name) : 'not known',
      version: system?.state === 'known' ? sanitize(system.value.version) : '',
      arch: input.arch,
      ...(computer?.state === 'known' ? { computer: summaryOf(computer.value) } : {}),
    },
    policy: { source: input.policy.source, digest: input.policy.digest },
    catalogue: { asOf: input.catalogue.asOf, source: input.catalogueSource },
    findings: inOrder(findings),
    ...(hidden.length === 0 ? {} : { hidden: inOrder(hidden) }),
    probes: Object.entries(input.facts).map(([fact, settled]) => ({
      fact,
      state: settled.fact.state,
      ...(settled.fact.state === 'unknown'
        ? {
            cause: settled.fact.cause,
            reason: sanitize(english(settled.fact.reason), 300),
            ...(isMessage(settled.fact.reason) ? { message: settled.fact.reason } : {}),
          }
        : {}),
      durationMs: settled.durationMs,
      commands: settled.commands,
    })),
    ...(names.length === 0 ? {} : { names }),
  };
};
