/** Owns what a person is told without having asked: at most one notice for a run, and never the same twice. */

import type { NextMeeting } from '../meeting/meeting.ts';
import { readinessFor } from '../meeting/readiness.ts';
import type { PolicyValues } from '../policy/policy.ts';
import type { Report } from '../report/build.ts';
import type { Change } from '../report/diff.ts';
import { type Finding, findingKey, type State } from '../report/finding.ts';
import type { notificationSettings } from '../settings/notifications.ts';
import { clockTime } from '../text/clock-time.ts';
import { count, formatNames } from '../text/phrases.ts';
import { sanitize } from '../text/sanitize.ts';
import type { IsoTime } from '../text/time.ts';

export type NoticeAction =
  | { readonly kind: 'open'; readonly label: string; readonly checkId: string | null }
  | { readonly kind: 'join'; readonly label: string; readonly meetingId: string }
  | { readonly kind: 'snooze'; readonly label: string; readonly meetingId: string };

export interface Notice {
  /** A newer notice of the same group takes its place. */
  readonly group: 'changes' | 'meeting';
  readonly title: string;
  readonly body: string;
  /** The first one is what a click on the notice does. */
  readonly actions: readonly [NoticeAction, ...NoticeAction[]];
}

/** What has been told, so that it is not told again. */
export interface Notified {
  /** Key of a finding → how bad it was when that was told, and when. */
  readonly findings: Readonly<Record<string, { readonly state: State; readonly at: IsoTime }>>;
  /** Id of a meeting → when it was told that this computer is not ready for it. */
  readonly meetings: Readonly<Record<string, IsoTime>>;
  /** Keys of findings that became worse while nobody could be told. */
  readonly held: readonly string[];
}
export const nothingNotified: Notified = { findings: {}, meetings: {}, held: [] };

export type NoticeRules = PolicyValues<typeof notificationSettings.policy>;

export interface NoticeSituation {
  readonly report: Report;
  readonly changes: readonly Change[];
  readonly meeting: NextMeeting | null;
  /** It begins so soon that a person is told before it, once. */
  readonly near: boolean;
  /** The person wanted to be told once more at its start. */
  readonly reminder: boolean;
  readonly rules: NoticeRules;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export interface Intention {
  /** Null when there is nothing to tell. */
  readonly notice: Notice | null;
  /** What holds once it is told, or need not be because the person is looking at the window. */
  readonly told: Notified;
  /** What holds when it must not be told now. */
  readonly held: Notified;
}

/** What goes to and fro is told once a day. */
const AGAIN_AFTER_MS = 24 * 3_600_000;
const FORGOTTEN_AFTER_MS = 7 * AGAIN_AFTER_MS;

const isWorth = ({ state, required }: Finding, rules: NoticeRules): boolean => {
  if (rules.changes === 'none') return false;
  if (rules.changes === 'to-fix') return state === 'fail' && required;
  return state === 'fail' || state === 'caution' || (state === 'unknown' && required);
};

/** Findings that have become worse and were not told: the new ones, and those that were held back and still stand. */
const untold = ({ report, changes, rules, now }: NoticeSituation, told: Notified): readonly Finding[] => {
  const worse = new Set([
    ...told.held,
    ...changes.filter(({ direction }) => direction === 'worse' || direction === 'new').map(({ key }) => key),
  ]);
  return report.findings.filter((finding) => {
    const key = findingKey(finding);
    const before = Object.hasOwn(told.findings, key) ? told.findings[key] : undefined;
    const again =
      before === undefined || before.state !== finding.state || now - Date.parse(before.at) >= AGAIN_AFTER_MS;
    return worse.has(key) && isWorth(finding, rules) && again;
  });
};

const changesNotice = (findings: readonly Finding[]): Notice | null => {
  const [first] = findings;
  if (first === undefined) return null;
  const one = findings.length === 1;
  return {
    group: 'changes',
    title: one ? sanitize(first.title, 100) : `${count(findings.length, 'thing')} became worse`,
    body: one ? (first.why ?? first.evidence.found) : formatNames(findings.map(({ title }) => title)),
    actions: [{ kind: 'open', label: 'Show what to do', checkId: first.id }],
  };
};

const meetingNotice = (meeting: NextMeeting, { report, reminder, now }: NoticeSituation): Notice | null => {
  const readiness = readinessFor(report.findings, meeting.inspection);
  // What could not be told is shown in the tray; a person is interrupted for what is certain.
  if (readiness.verdict !== 'not-ready') return null;
  const wrong = readiness.findings.filter(({ state, required }) => state === 'fail' && required);
  const soon = Date.parse(meeting.startsAt) > now;
  const title = sanitize(meeting.title, 50);
  return {
    group: 'meeting',
    title: soon ? `Not ready for ${title}, ${clockTime(meeting.startsAt, now)}` : `Still not ready for ${title}`,
    body: formatNames(wrong.map((finding) => finding.title)),
    actions: [
      { kind: 'open', label: 'Show what to fix', checkId: wrong[0]?.id ?? null },
      ...(meeting.joinable ? [{ kind: 'join', label: 'Join anyway', meetingId: meeting.id } as const] : []),
      ...(soon && !reminder
        ? [{ kind: 'snooze', label: 'Remind me at the start', meetingId: meeting.id } as const]
        : []),
    ],
  };
};

const recent = <T>(record: Readonly<Record<string, T>>, at: (value: T) => IsoTime, now: number) =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => now - Date.parse(at(value)) < FORGOTTEN_AFTER_MS));

/** What to tell after a run of everything, if anything. A notice about the next meeting says the rest as well. */
export const noticeAfter = (situation: NoticeSituation, before: Notified): Intention => {
  const { report, meeting, rules, now } = situation;
  const at = new Date(now).toISOString();
  const worse = untold(situation, before);
  const forMeeting =
    meeting !== null &&
    rules.meetings &&
    !meeting.tentative &&
    (situation.reminder || (situation.near && !Object.hasOwn(before.meetings, meeting.id)))
      ? meetingNotice(meeting, situation)
      : null;
  const told: Notified = {
    findings: {
      ...recent(before.findings, (one) => one.at, now),
      ...Object.fromEntries(worse.map((finding) => [findingKey(finding), { state: finding.state, at }])),
    },
    meetings: {
      ...recent(before.meetings, (one) => one, now),
      ...(forMeeting === null || meeting === null ? {} : { [meeting.id]: at }),
    },
    held: [],
  };
  const present = new Set(report.findings.map(findingKey));
  const held = [...new Set([...before.held, ...worse.map(findingKey)])].filter((key) => present.has(key));
  return { notice: forMeeting ?? changesNotice(worse), told, held: { ...before, held } };
};
