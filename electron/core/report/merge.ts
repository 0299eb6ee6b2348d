/** Owns a report that is renewed: in part by a later run, or by what is snoozed since. */

import type { Policy } from '../policy/policy.ts';
import type { IsoTime } from '../text/time.ts';
import { type PersonalWaiver, withWaivers } from '../waivers/waivers.ts';
import type { Finding } from './finding.ts';
import { inOrder, type Report, withFindings } from './report.ts';

/** A report of some checks, completed with what an earlier one said of the others. `judged` null: it is of all. */
export const completed = (before: Report | null, part: Report, judged: readonly string[] | null): Report => {
  if (before === null || judged === null) return part;
  const isKept = (finding: Finding): boolean => !judged.includes(finding.id);
  const hidden = [...(part.hidden ?? []), ...(before.hidden ?? []).filter(isKept)];
  const names = [...new Set([...(part.names ?? []), ...(before.names ?? [])])];
  const read = new Set(part.probes.map((probe) => probe.fact));
  return {
    ...withFindings(part, [...part.findings, ...before.findings.filter(isKept)]),
    only: before.only,
    machine: { ...before.machine, ...part.machine },
    ...(hidden.length === 0 ? {} : { hidden: inOrder(hidden) }),
    ...(names.length === 0 ? {} : { names }),
    ...(before.upgraded === true ? { upgraded: true } : {}),
    probes: [...part.probes, ...before.probes.filter((probe) => !read.has(probe.fact))],
  };
};

/** A finished report with what is snoozed at `now`; a waiver that has ended leaves the finding as it was judged. */
export const reportWithWaivers = (
  report: Report,
  own: readonly PersonalWaiver[],
  policy: Policy,
  now: IsoTime,
): Report => withFindings(report, withWaivers(report.findings, own, policy, now));
