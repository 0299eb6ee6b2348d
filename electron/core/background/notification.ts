/** Owns what a person is told without having asked: at most one notice for a run, and never the same twice. */

import { fakeLinkTitle, hasFakeLink, meetingTitle, type NextMeeting } from '../meeting/meeting.ts';
import { readinessFor } from '../meeting/readiness.ts';
import { localise } from '../messages/localise.ts';
import { asMessage, messages, sentences } from '../messages/messages.ts';
import { firstOf } from '../messages/names.ts';
import type { PolicyValues } from '../policy/policy.ts';
import { toFixFirst, toFixLater } from '../report/counts.ts';
import type { Change } from '../report/diff.ts';
import { type Finding, findingKey, isProblem, isToFixFirst, type State } from '../report/finding.ts';
import { fixTimeOf, fixTimeSentence } from '../report/fix-time.ts';
import type { Report } from '../report/report.ts';
import type { notificationSettings } from '../settings/notifications.ts';
import { clockTime } from '../text/clock-time.ts';
import { sanitize } from '../text/sanitize.ts';
import type { IsoTime } from '../text/time.ts';

export type NoticeAction =
  | { readonly kind: 'open'; readonly label: string; readonly checkId: string | null }
  | { readonly kind: 'join'; readonly label: string; readonly meetingId: string }
  | { readonly kind: 'snooze'; readonly label: string; readonly meetingId: string }
  | { readonly kind: 'remind-tomorrow'; readonly label: string };

export interface Notice {
  /** A newer notice of the same group takes its place. */
  readonly group: 'changes' | 'meeting' | 'after';
  /** Worth interrupting anything for, also a call. */
  readonly urgent?: true;
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
  /** The call is over after which the person wanted to be told of what waits. */
  readonly over: boolean;
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

const isWorth = (finding: Finding, rules: NoticeRules): boolean => {
  if (rules.changes === 'none') return false;
  if (rules.changes === 'to-fix') return isToFixFirst(finding);
  return isProblem(finding) || (finding.state === 'unknown' && finding.required);
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

const words = messages('notice', {
  titles: '{titles}',
  worse: '{n, plural, one {# thing} other {# things}} became worse',
  show: 'Show what to do',
  newLink: '{meeting}, {when}. Ask the organiser for a new link.',
  whatToDo: 'What to do',
  step: '{step}.',
  others: 'And {n, plural, one {# other} other {# others}}.',
  before: '{n, plural, one {# thing} other {# things}} to fix before {meeting}, {when}',
  still: 'Still {n, plural, one {# thing} other {# things}} to fix for {meeting}',
  showFixes: 'Show what to fix',
  join: 'Join anyway',
  remind: 'Remind me at the start',
  over: 'Your call is over: {n, plural, one {# thing} other {# things}} waited',
  waited: '{first}, and {n, number} more.',
  showThem: 'Show them',
  tomorrow: 'Tomorrow',
});

const changesNotice = (findings: readonly Finding[]): Notice | null => {
  const [first] = findings;
  if (first === undefined) return null;
  const one = findings.length === 1;
  return {
    group: 'changes',
    title: one ? sanitize(first.title, 100) : localise(words.worse({ n: findings.length })),
    body: one
      ? (first.why ?? first.evidence.found)
      : localise(words.titles({ titles: firstOf(findings.map(({ title }) => asMessage(title))) })),
    actions: [{ kind: 'open', label: localise(words.show), checkId: first.id }],
  };
};

/** A fake link, whatever else there is to say. */
const fakeLinkNotice = (meeting: NextMeeting, now: number): Notice => ({
  group: 'meeting',
  urgent: true,
  title: fakeLinkTitle(meeting.inspection.serviceName),
  body: localise(words.newLink({ meeting: meetingTitle(meeting), when: asMessage(clockTime(meeting.startsAt, now)) })),
  actions: [{ kind: 'open', label: localise(words.whatToDo), checkId: 'meeting-link' }],
});

/** "Plug it in. Open camera permissions. About 3 minutes." */
const remedyWords = (findings: readonly Finding[]): string => {
  const most = 3;
  const told = findings.slice(0, most).map(({ remedies, title }) => remedies[0]?.label ?? sanitize(title, 80));
  const rest = findings.length - told.length;
  const labels = [...new Set(told)].map((step) => words.step({ step: asMessage(step) }));
  const others = rest > 0 ? [words.others({ n: rest })] : [];
  return localise(sentences([...labels, ...others, ...fixTimeSentence(fixTimeOf(findings))]));
};

const meetingNotice = (meeting: NextMeeting, { report, reminder, now }: NoticeSituation): Notice | null => {
  const readiness = readinessFor(report.findings, meeting.inspection);
  // What could not be told is shown in the tray; a person is interrupted for what is certain.
  const first = toFixFirst(readiness.findings);
  const [worst] = first;
  if (worst === undefined) return null;
  const soon = Date.parse(meeting.startsAt) > now;
  const title = meetingTitle(meeting, 50);
  const n = first.length;
  return {
    group: 'meeting',
    title: soon
      ? localise(words.before({ n, meeting: title, when: asMessage(clockTime(meeting.startsAt, now)) }))
      : localise(words.still({ n, meeting: title })),
    body: remedyWords(first),
    actions: [
      { kind: 'open', label: localise(words.showFixes), checkId: worst.id },
      ...(meeting.joinable ? [{ kind: 'join', label: localise(words.join), meetingId: meeting.id } as const] : []),
      ...(soon && !reminder ? [{ kind: 'snooze', label: localise(words.remind), meetingId: meeting.id } as const] : []),
    ],
  };
};

/** What waited until the call was over. */
const afterNotice = ({ report }: NoticeSituation): Notice | null => {
  const later = toFixLater(report.findings);
  const [first] = later;
  if (first === undefined) return null;
  const title = asMessage(first.title);
  const waited = later.length > 1 ? words.waited({ first: title, n: later.length - 1 }) : words.step({ step: title });
  return {
    group: 'after',
    title: localise(words.over({ n: later.length })),
    body: localise(sentences([waited, ...fixTimeSentence(fixTimeOf(later))])),
    actions: [
      { kind: 'open', label: localise(words.showThem), checkId: first.id },
      { kind: 'remind-tomorrow', label: localise(words.tomorrow) },
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
  const isDue = situation.reminder || (situation.near && !Object.hasOwn(before.meetings, meeting?.id ?? ''));
  const forMeeting =
    meeting === null || !isDue
      ? null
      : hasFakeLink(meeting)
        ? fakeLinkNotice(meeting, now)
        : rules.meetings && !meeting.tentative
          ? meetingNotice(meeting, situation)
          : null;
  const afterwards = situation.over ? afterNotice(situation) : null;
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
  return { notice: forMeeting ?? afterwards ?? changesNotice(worse), told, held: { ...before, held } };
};
