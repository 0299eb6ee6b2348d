/** Owns `greenroom waive`: set a finding of the last report aside, list what is, bring it back. */

import { isCheckId } from '../../core/checks/ids.ts';
import { asMessage } from '../../core/messages/messages.ts';
import { says } from '../../core/messages/says.ts';
import { instant, list as listValue, quote, term } from '../../core/messages/value.ts';
import type { Policy } from '../../core/policy/policy.ts';
import { type Finding, findingKey } from '../../core/report/finding.ts';
import { reportWithWaivers } from '../../core/report/merge.ts';
import type { Report } from '../../core/report/report.ts';
import { asciiJson } from '../../core/text/ascii-json.ts';
import { type PersonalWaiver, requestedWaiver, waiverRules } from '../../core/waivers/waivers.ts';
import type { ProfileStore } from '../../engine/storage/profile.ts';
import type { ReportStore } from '../../engine/storage/report-store.ts';
import { WrongUsage } from '../exit.ts';
import { type Io, say } from '../io.ts';
import { endOf } from '../parse-date-option.ts';
import { openFor } from '../run-options.ts';
import { unknownCheck } from '../unknown-check.ts';

const words = says('waive-verb', {
  snoozed: 'Snoozed until {until}: {title}',
  back: 'Back in the report: {keys}',
  none: 'Nothing is snoozed.',
  byYou: 'Snoozed by you until {until}: {reason}',
  byOrganisation: 'Snoozed by your organisation until {until}: {reason}',
  noFinding: 'The last report has no finding “{name}”. Run “greenroom check” first.',
  untilWhen: 'Say until when: --until=2026-12-04, or --until=2026-12-04T17:00.',
  nothingChecked: 'Nothing was checked yet. Run “greenroom check” first.',
  notSnoozed: 'Nothing that you have snoozed is called “{name}”.',
  noName: 'Name a check, or use --list.',
});

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
  throw new WrongUsage(words.noFinding({ name: term(name) }));
};

const waive = async (name: string, { until, reason = '' }: WaiveOptions, place: Place, io: Io): Promise<number> => {
  if (until === undefined) throw new WrongUsage(words.untilWhen);
  const wish = { until: endOf('--until', until).toISOString(), reason };
  if (place.report === null) throw new WrongUsage(words.nothingChecked);
  const rules = waiverRules(place.policy);
  const wished = meant(place.report.findings, name).map((finding) =>
    requestedWaiver(finding, wish, rules, new Date().toISOString()),
  );
  const waivers = wished.filter((one) => typeof one !== 'string');
  if (waivers.length === 0) throw new WrongUsage(wished.find((one) => typeof one === 'string') ?? '');
  await place.profile.waive(waivers);
  await changeLatest(place);
  for (const { title, until: end } of waivers)
    say(io, `${words.snoozed({ until: instant(end), title: asMessage(title) })}\n`);
  return 0;
};

const revokeWaiver = async (name: string, place: Place, io: Io): Promise<number> => {
  const keys = place.waivers.map((one) => one.key).filter((key) => key === name || key.startsWith(`${name}:`));
  if (keys.length === 0) throw new WrongUsage(words.notSnoozed({ name: term(name) }));
  await place.profile.revokeWaiver(keys);
  await changeLatest(place);
  say(io, `${words.back({ keys: listValue(keys.map(term), 'comma') })}\n`);
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
      `${key}\n  ${title}\n  ${(by === 'user' ? words.byYou : words.byOrganisation)({ until: instant(until), reason: quote(reason) })}\n`,
  );
  say(io, lines.length === 0 ? `${words.none}\n` : lines.join('\n'));
  return 0;
};

/** Runs the verb; resolves to the exit code. Throws `WrongUsage`, also for what policy does not allow. */
export const runWaive = async (name: string | undefined, options: WaiveOptions, io: Io): Promise<number> => {
  const place = await placeOf(io);
  if (options.list === true) return list(place, options.json === true, io);
  if (name === undefined) throw new WrongUsage(words.noName);
  return options.end === true ? revokeWaiver(name, place, io) : waive(name, options, place, io);
};
