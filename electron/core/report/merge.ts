/** Owns a report that is renewed: in part by a later run, or by what is snoozed since. */

import type { Policy } from '../policy/policy.ts';
import type { IsoTime } from '../text/time.ts';
import { type PersonalWaiver, withWaivers } from '../waivers/waivers.ts';
import { type Report, withFindings } from './report.ts';

/** A report of some checks, completed with what an earlier one said of the others. `judged` null: it is of all. */
export const completed = (before: Report | null, part: Report, judged: readonly string[] | null): Report => {
  if (before === null || judged === null) return part;
  const kept = before.findings.filter((finding) => !judged.includes(finding.id));
  const names = [...new Set([...(part.names ?? []), ...(before.names ?? [])])];
  const read = new Set(part.probes.map((probe) => probe.fact));
  return {
    ...withFindings(part, [...part.findings, ...kept]),
    only: before.only,
    machine: { ...before.machine, ...part.machine },
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
