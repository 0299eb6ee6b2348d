/** Owns `greenroom waive`: set a finding of the last report aside, list what is, bring it back. */

import { isCheckId } from '../../core/checks/ids.ts';
import type { Policy } from '../../core/policy/policy.ts';
import { type Finding, findingKey } from '../../core/report/finding.ts';
import { reportWithWaivers } from '../../core/report/merge.ts';
import type { Report } from '../../core/report/report.ts';
import { asciiJson } from '../../core/text/ascii-json.ts';
import { localDateTime } from '../../core/text/time.ts';
import { type PersonalWaiver, requestedWaiver, waiverRules } from '../../core/waivers/waivers.ts';
import type { ProfileStore } from '../../engine/storage/profile.ts';
import type { ReportStore } from '../../engine/storage/report-store.ts';
import { WrongUsage } from '../exit.ts';
import { type Io, say } from '../io.ts';
import { endOf } from '../parse-date-option.ts';
import { openFor } from '../run-options.ts';
import { unknownCheck } from '../unknown-check.ts';

export interface WaiveOptions {
  readonly until?: string;
  readonly reason?: string;
  readonly end?: boolean;
  readonly list?: boolean;
  readonly json?: boolean;
}

interface Place {
  readonly profile: ProfileStore;
  readonly reports: ReportStore;
  readonly policy: Policy;
  readonly report: Report | null;
  readonly waivers: readonly PersonalWaiver[];
}

const placeOf = async (io: Io): Promise<Place> => {
  const { place, policy, profile, reports } = (await openFor(io)).workspace;
  return { profile: place.profile, reports: place.reports, policy, report: reports.latest, waivers: profile.waivers };
};

/** The stored report as it is now, so that window and terminal go on showing the same. */
const changeLatest = async ({ profile, reports, policy }: Place): Promise<void> => {
  const { waivers } = await profile.load();
  await reports.changeLatest((latest) => reportWithWaivers(latest, waivers, policy, new Date().toISOString()));
};

/** The findings that "os-patches" or "meeting-apps:zoom (dpkg)" means. */
const meant = (findings: readonly Finding[], name: string): readonly Finding[] => {
  const found = findings.filter((one) => one.id === name || findingKey(one) === name);
  if (found.length > 0) return found;
  const id = name.split(':')[0] ?? name;
  if (!isCheckId(id)) throw new WrongUsage(unknownCheck(id));
  throw new WrongUsage(`The last report has no finding “${name}”. Run “greenroom check” first.`);
};

const waive = async (name: string, { until, reason = '' }: WaiveOptions, place: Place, io: Io): Promise<number> => {
  if (until === undefined) throw new WrongUsage('Say until when: --until=2026-12-04, or --until=2026-12-04T17:00.');
  const wish = { until: endOf('--until', until).toISOString(), reason };
  if (place.report === null) throw new WrongUsage('Nothing was checked yet. Run “greenroom check” first.');
  const rules = waiverRules(place.policy);
  const wished = meant(place.report.findings, name).map((finding) =>
    requestedWaiver(finding, wish, rules, new Date().toISOString()),
  );
  const waivers = wished.filter((one) => typeof one !== 'string');
  if (waivers.length === 0) throw new WrongUsage(wished.find((one) => typeof one === 'string') ?? '');
  await place.profile.waive(waivers);
  await changeLatest(place);
  for (const { title, until: end } of waivers) say(io, `Snoozed until ${localDateTime(end)}: ${title}\n`);
  return 0;
};

const revokeWaiver = async (name: string, place: Place, io: Io): Promise<number> => {
  const keys = place.waivers.map((one) => one.key).filter((key) => key === name || key.startsWith(`${name}:`));
  if (keys.length === 0) throw new WrongUsage(`Nothing that you have snoozed is called “${name}”.`);
  await place.profile.revokeWaiver(keys);
  await changeLatest(place);
  say(io, `Back in the report: ${keys.join(', ')}\n`);
  return 0;
};

const list = ({ report, waivers }: Place, json: boolean, io: Io): number => {
  const now = new Date().toISOString();
  const own = waivers.filter((one) => one.until > now).map((one) => ({ ...one, by: 'user' as const }));
  const organisation = (report?.findings ?? []).flatMap((one) =>
    one.state === 'waived' && one.waiver.by === 'organisation'
      ? [{ ...one.waiver, key: findingKey(one), title: one.title }]
      : [],
  );
  const all = [...own, ...organisation];
  if (json) {
    io.stdout.write(`${asciiJson({ schema: 'greenroom.waivers/1', waivers: all }, 2)}\n`);
    return 0;
  }
  const lines = all.map(
    ({ key, by, until, reason, title }) =>
      `${key}\n  ${title}\n  Snoozed by ${by === 'user' ? 'you' : 'your organisation'} until ${localDateTime(until)}: ${reason}\n`,
  );
  say(io, lines.length === 0 ? 'Nothing is snoozed.\n' : lines.join('\n'));
  return 0;
};

/** Runs the verb; resolves to the exit code. Throws `WrongUsage`, also for what policy does not allow. */
export const runWaive = async (name: string | undefined, options: WaiveOptions, io: Io): Promise<number> => {
  const place = await placeOf(io);
  if (options.list === true) return list(place, options.json === true, io);
  if (name === undefined) throw new WrongUsage('Name a check, or use --list.');
  return options.end === true ? revokeWaiver(name, place, io) : waive(name, options, place, io);
};
