/** Owns the tray's menu as data: everything the tray can do, so that it is complete where a click on the icon does nothing. */

import type { NextMeeting } from '../meeting/meeting.ts';
import { type Finding, findingKey } from '../report/finding.ts';
import { clockTime } from '../text/clock-time.ts';
import { count, stateNames } from '../text/phrases.ts';
import { sanitize } from '../text/sanitize.ts';
import { type TraySituation, trayWords } from './tray.ts';

/** For how long a person may pause the checks. */
export const pauses = ['meeting', 'hour', 'day'] as const;
export type Pause = (typeof pauses)[number];

/** What choosing an entry asks for. */
export type TrayAction =
  | { readonly kind: 'open' | 'check' | 'resume' | 'quit' }
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

export interface TrayMenuSituation extends TraySituation {
  readonly meeting: NextMeeting | null;
  /** Null where the program cannot be started at login. */
  readonly login: LoginSwitch | null;
}

/** More would fill the screen; the window has them all. */
const MOST_FINDINGS = 6;
const LABEL_LENGTH = 72;

const separator: TrayEntry = { kind: 'separator' };
const words = (id: string, label: string): TrayEntry => ({ kind: 'words', id, label: sanitize(label, LABEL_LENGTH) });
const choice = (id: string, label: string, action: TrayAction): TrayEntry => ({
  kind: 'choice',
  id,
  label: sanitize(label, LABEL_LENGTH),
  action,
});

const wantsAttention = ({ state, required }: Finding): boolean =>
  state === 'fail' || state === 'caution' || (state === 'unknown' && required);

/** Words for the state, since a menu shows no colour on every system; most titles of what could not be told say it already. */
const findingLabel = ({ state, title }: Finding): string => {
  const name = stateNames[state];
  return title.startsWith(name) ? title : `${name}: ${title}`;
};

const findingEntries = (findings: readonly Finding[]): readonly TrayEntry[] => {
  const wanting = findings.filter(wantsAttention);
  const shown = wanting.slice(0, MOST_FINDINGS).map((finding) =>
    choice(`finding:${findingKey(finding)}`, findingLabel(finding), {
      kind: 'finding',
      checkId: finding.id,
    }),
  );
  const rest = wanting.length - shown.length;
  return rest > 0 ? [...shown, choice('findings', `And ${count(rest, 'other')}…`, { kind: 'open' })] : shown;
};

const meetingEntries = (meeting: NextMeeting | null, now: number): readonly TrayEntry[] => {
  if (meeting === null) return [];
  const begun = Date.parse(meeting.startsAt) <= now;
  const title = sanitize(meeting.title, 40);
  return [
    separator,
    words('meeting', `${begun ? 'Now' : 'Next'}: ${title}, ${clockTime(meeting.startsAt, now)}`),
    ...(meeting.joinable ? [choice('join', 'Join this meeting', { kind: 'join', meetingId: meeting.id })] : []),
  ];
};

const pauseEntries = ({ pausedUntil, meeting, now }: TrayMenuSituation): readonly TrayEntry[] => {
  if (pausedUntil !== null) return [choice('resume', 'Resume checks', { kind: 'resume' })];
  const ahead = meeting !== null && Date.parse(meeting.startsAt) > now;
  const entries = [
    ...(ahead ? [choice('pause:meeting', 'Until the next meeting', { kind: 'pause', pause: 'meeting' })] : []),
    choice('pause:hour', 'For 1 hour', { kind: 'pause', pause: 'hour' }),
    choice('pause:day', 'For 1 day', { kind: 'pause', pause: 'day' }),
  ];
  return [{ kind: 'submenu', id: 'pause', label: 'Pause checks and notifications', entries }];
};

const loginEntries = (login: LoginSwitch | null): readonly TrayEntry[] => {
  if (login === null) return [];
  const label = 'Start at login';
  if (login.managed) return [words('login', `${label}: ${login.on ? 'on' : 'off'}, set by your organisation`)];
  const action = { kind: 'start-at-login', on: !login.on } as const;
  return [{ kind: 'choice', id: 'login', label, action, checked: login.on }];
};

export const trayMenu = (situation: TrayMenuSituation): readonly TrayEntry[] => {
  const { snapshot, meeting, login, now } = situation;
  const { headline, sentence, when } = trayWords(situation);
  const findings = findingEntries(snapshot.report?.findings ?? []);
  return [
    words('headline', headline),
    ...(sentence === '' ? [] : [words('summary', sentence)]),
    ...(when === '' ? [] : [words('when', when)]),
    ...(findings.length === 0 ? [] : [separator, ...findings]),
    separator,
    snapshot.running === null ? choice('check', 'Check now', { kind: 'check' }) : words('check', 'Checking…'),
    ...pauseEntries(situation),
    ...meetingEntries(meeting, now),
    separator,
    choice('open', 'Open Greenroom', { kind: 'open' }),
    ...loginEntries(login),
    choice('quit', 'Quit Greenroom', { kind: 'quit' }),
  ];
};
