/** Owns the tray's menu as data: everything the tray can do, so that it is complete where a click on the icon does nothing. */

import type { PageView } from '../ipc/invitation-messages.ts';
import { hasFakeLink, meetingTitle, type NextMeeting } from '../meeting/meeting.ts';
import { readinessFor } from '../meeting/readiness.ts';
import { localise } from '../messages/localise.ts';
import { asMessage, type Message, messages, type Text } from '../messages/messages.ts';
import { isMessage, quote } from '../messages/value.ts';
import { areaNames } from '../report/areas.ts';
import { rowsOf, toFixFirst, toFixLater } from '../report/counts.ts';
import { type Finding, findingKey } from '../report/finding.ts';
import { areaLines } from '../report/headline.ts';
import type { Report } from '../report/report.ts';
import { clockTime } from '../text/clock-time.ts';
import { stateBefore } from '../text/phrases.ts';
import { sanitize } from '../text/sanitize.ts';
import { type TraySituation, trayWords } from './tray.ts';

/** For how long a person may pause the checks. */
export const pauses = ['meeting', 'hour', 'day'] as const;
export type Pause = (typeof pauses)[number];

/** What choosing an entry asks for. */
export type TrayAction =
  | { readonly kind: 'open' | 'check' | 'resume' | 'quit' | 'remind-after' }
  /** Opens the window at one of its views. */
  | { readonly kind: 'view'; readonly view: PageView }
  /** Opens the window at the finding of this check. */
  | { readonly kind: 'finding'; readonly checkId: string }
  | { readonly kind: 'join'; readonly meetingId: string }
  | { readonly kind: 'pause'; readonly pause: Pause }
  | { readonly kind: 'start-at-login'; readonly on: boolean };

export type TrayEntry =
  | { readonly kind: 'separator' }
  /** Words to read, nothing to choose. */
  | { readonly kind: 'words'; readonly id: string; readonly label: string }
  | {
      readonly kind: 'choice';
      readonly id: string;
      readonly label: string;
      readonly action: TrayAction;
      readonly checked?: boolean;
    }
  | { readonly kind: 'submenu'; readonly id: string; readonly label: string; readonly entries: readonly TrayEntry[] };

/** How the system's own start at login stands, as far as the menu shows it. */
export interface LoginSwitch {
  readonly on: boolean;
  /** The organisation's rule decides it. */
  readonly managed: boolean;
}

/** What Greenroom could do about a finding. */
export interface TrayFix {
  readonly checkId: string;
  /** On its button in the window. */
  readonly label: string;
}

export interface TrayMenuSituation extends TraySituation {
  /** Of what is to be put right before the call. */
  readonly fixes: readonly TrayFix[];
  /** The meeting after a fake one that can be joined; null when there is none, or the next one is genuine. */
  readonly genuine: NextMeeting | null;
  /** The person wants to be told of what waits once the call is over. */
  readonly remindsAfter: boolean;
  /** Null where the program cannot be started at login. */
  readonly login: LoginSwitch | null;
}

/** More would fill the screen; the window has them all. */
const MOST_FINDINGS = 6;
const LABEL_LENGTH = 72;

const said = messages('tray-menu', {
  fix: '{what}…',
  others: 'And {n, plural, one {# other} other {# others}}…',
  remind: 'Remind me after the call',
  later: 'After the call: {n, number}',
  area: '{area}: {state}',
  joinAnyway: 'Join anyway',
  join: 'Join this meeting',
  joinGenuine: 'Join “{meeting}”, {when}',
  whatToDo: 'What to do…',
  another: 'Check another link…',
  genuine: 'Your next genuine call',
  now: 'Now: {meeting}, {when}',
  next: 'Next: {meeting}, {when}',
  nowUnknown: 'Now: {meeting}, {when} (unknown server)',
  nextUnknown: 'Next: {meeting}, {when} (unknown server)',
  resume: 'Resume checks',
  untilMeeting: 'Until the next meeting',
  hour: 'For 1 hour',
  day: 'For 1 day',
  pause: 'Pause checks and notifications',
  login: 'Start at login',
  loginOn: 'Start at login: on, set by your organisation',
  loginOff: 'Start at login: off, set by your organisation',
  camera: 'Show my camera',
  check: 'Check now',
  checking: 'Checking…',
  open: 'Open Greenroom',
  settings: 'Settings…',
  quit: 'Quit Greenroom',
});

const separator: TrayEntry = { kind: 'separator' };
/** Marks of a direction are a language's own: what a stranger wrote is sanitized where it is put in. */
const labelOf = (text: Text): string => (isMessage(text) ? localise(text) : sanitize(text, LABEL_LENGTH));
const words = (id: string, label: Text): TrayEntry => ({ kind: 'words', id, label: labelOf(label) });
const choice = (id: string, label: Text, action: TrayAction): TrayEntry => ({
  kind: 'choice',
  id,
  label: labelOf(label),
  action,
});

/** Words for the state, since a menu shows no colour on every system. */
const findingLabel = ({ state, title }: Finding): string => `${stateBefore(state, title)} ${title}`.trim();

const findingChoice = (finding: Finding): TrayEntry =>
  choice(`finding:${findingKey(finding)}`, findingLabel(finding), { kind: 'finding', checkId: finding.id });

/** What will happen, exactly, is said in the window: a line of a menu has no room for it. */
const fixChoices = ({ id }: Finding, fixes: readonly TrayFix[]): readonly TrayEntry[] =>
  fixes
    .filter(({ checkId }) => checkId === id)
    .map(({ checkId, label }, index) =>
      choice(`fix:${checkId}:${index}`, said.fix({ what: quote(label) }), { kind: 'finding', checkId }),
    );

const shortList = (findings: readonly Finding[], fixes: readonly TrayFix[]): readonly TrayEntry[] => {
  const listed = findings.slice(0, MOST_FINDINGS);
  // Several findings of one check share its fixes.
  const shown = listed.flatMap((finding, index) => [
    findingChoice(finding),
    ...(listed.findIndex(({ id }) => id === finding.id) === index ? fixChoices(finding, fixes) : []),
  ]);
  const rest = findings.length - listed.length;
  return rest > 0 ? [...shown, choice('findings', said.others({ n: rest }), { kind: 'open' })] : shown;
};

/** What to do before the call, and in a menu of its own what can wait. */
const findingEntries = (
  findings: readonly Finding[],
  { meeting, remindsAfter, fixes }: TrayMenuSituation,
): readonly TrayEntry[] => {
  const [first, later] = [toFixFirst(findings), toFixLater(findings)];
  const wish = { kind: 'remind-after' } as const;
  const remind: TrayEntry = {
    kind: 'choice',
    id: 'remind-after',
    label: localise(said.remind),
    action: wish,
    checked: remindsAfter,
  };
  const entries = [...shortList(later, []), ...(meeting === null ? [] : [separator, remind])];
  return [
    ...shortList(first, fixes),
    ...(later.length === 0
      ? []
      : [{ kind: 'submenu', id: 'later', label: localise(said.later({ n: later.length })), entries } as const]),
  ];
};

/** "The call: 2 to fix first": the six areas, each of which opens at what is wrong in it. */
const areaEntries = ({ areas, findings }: Report): readonly TrayEntry[] =>
  areaLines(areas, findings).map(({ area, words: told }) => {
    const worst = rowsOf(findings).find((finding) => finding.area === area.id && finding.state === area.state);
    const label = said.area({ area: asMessage(areaNames[area.id]), state: asMessage(told) });
    const isOpen = worst !== undefined && area.state !== 'pass' && area.state !== 'not-applicable';
    return choice(`area:${area.id}`, label, isOpen ? { kind: 'finding', checkId: worst.id } : { kind: 'open' });
  });

/** By what matters for this meeting's service: what stands in another one's way does not. */
const joinLabel = (report: Report | null, { inspection }: NextMeeting): Message =>
  report !== null && readinessFor(report.findings, inspection).verdict === 'not-ready' ? said.joinAnyway : said.join;

const meetingEntries = (situation: TrayMenuSituation): readonly TrayEntry[] => {
  const { meeting, genuine, now } = situation;
  if (meeting === null) return [];
  const begun = Date.parse(meeting.startsAt) <= now;
  if (hasFakeLink(meeting)) {
    return [
      separator,
      choice('what-to-do', said.whatToDo, { kind: 'finding', checkId: 'meeting-link' }),
      choice('check-link', said.another, { kind: 'view', view: 'invitation' }),
      ...(genuine === null
        ? []
        : [
            words('genuine', said.genuine),
            choice(
              'join-genuine',
              said.joinGenuine({
                meeting: meetingTitle(genuine, 30),
                when: asMessage(clockTime(genuine.startsAt, now)),
              }),
              { kind: 'join', meetingId: genuine.id },
            ),
          ]),
    ];
  }
  const isUnknown = meeting.inspection.verdict === 'unknown-server';
  const known = begun ? said.now : said.next;
  const line = isUnknown ? (begun ? said.nowUnknown : said.nextUnknown) : known;
  return [
    separator,
    words('meeting', line({ meeting: meetingTitle(meeting, 40), when: asMessage(clockTime(meeting.startsAt, now)) })),
    ...(meeting.joinable
      ? [choice('join', joinLabel(situation.snapshot.report, meeting), { kind: 'join', meetingId: meeting.id })]
      : []),
  ];
};

const pauseEntries = ({ pausedUntil, meeting, now }: TrayMenuSituation): readonly TrayEntry[] => {
  if (pausedUntil !== null) return [choice('resume', said.resume, { kind: 'resume' })];
  const ahead = meeting !== null && Date.parse(meeting.startsAt) > now;
  const entries = [
    ...(ahead ? [choice('pause:meeting', said.untilMeeting, { kind: 'pause', pause: 'meeting' })] : []),
    choice('pause:hour', said.hour, { kind: 'pause', pause: 'hour' }),
    choice('pause:day', said.day, { kind: 'pause', pause: 'day' }),
  ];
  return [{ kind: 'submenu', id: 'pause', label: localise(said.pause), entries }];
};

const loginEntries = (login: LoginSwitch | null): readonly TrayEntry[] => {
  if (login === null) return [];
  if (login.managed) return [words('login', login.on ? said.loginOn : said.loginOff)];
  const action = { kind: 'start-at-login', on: !login.on } as const;
  return [{ kind: 'choice', id: 'login', label: localise(said.login), action, checked: login.on }];
};

export const trayMenu = (situation: TrayMenuSituation): readonly TrayEntry[] => {
  const { snapshot, login } = situation;
  const { headline, sentence, when } = trayWords(situation);
  const { report } = snapshot;
  const findings = report === null ? [] : findingEntries(report.findings, situation);
  return [
    words('headline', headline),
    ...(sentence === '' ? [] : [words('summary', sentence)]),
    ...(when === '' ? [] : [words('when', when)]),
    ...(findings.length === 0 ? [] : [separator, ...findings]),
    ...meetingEntries(situation),
    ...(report === null ? [] : [separator, ...areaEntries(report)]),
    separator,
    choice('camera', said.camera, { kind: 'view', view: 'camera' }),
    snapshot.running === null ? choice('check', said.check, { kind: 'check' }) : words('check', said.checking),
    ...pauseEntries(situation),
    separator,
    choice('open', said.open, { kind: 'open' }),
    choice('settings', said.settings, { kind: 'view', view: 'settings' }),
    ...loginEntries(login),
    choice('quit', said.quit, { kind: 'quit' }),
  ];
};
