/** Owns the check "is a restart waiting, and may it happen during the call". */

import type { RestartPending } from '../../facts/index.ts';
import type { MeetingTime } from '../../meeting/meeting.ts';
import { type Message, messages, sentences, titles } from '../../messages/messages.ts';
import { firstOf } from '../../messages/names.ts';
import { measure, quote, type Value } from '../../messages/value.ts';
import { integerKey } from '../../policy/policy.ts';
import type { IsoTime } from '../../text/time.ts';
import { defineCheck } from '../define-check.ts';

const title = titles('restart-pending', {
  none: 'No restart is waiting',
  waiting: 'A restart is waiting',
  forced: 'Your computer will restart in {time}',
  now: 'Your computer is about to restart',
  overdue: 'A restart is overdue and may come anytime',
  possible: 'A restart may come during your call',
  unknown: 'Couldn’t check whether a restart is waiting',
});

const words = messages('restart-pending', {
  question: 'Is a restart waiting, and may it come during the call?',
  why: 'Updates protect you only after a restart. One that comes during a call throws you out and closes your work.',
  readsLinux:
    'What the package system left behind for the next start, and the running kernel beside the installed ones',
  readsDarwin: 'Nothing: macOS does not tell whether a restart is waiting',
  readsWin32: 'Windows Update’s and the component store’s marks for a restart, its date, and the active hours',
  nothing: 'Nothing is waiting for a restart.',
  waiting: 'A restart is waiting.',
  waitingFor: 'A restart is waiting, for {reasons}.',
  forced: 'The computer will restart by itself in {time}.',
  forcedNow: 'The computer is restarting by itself now.',
  passed: 'Its date has passed.',
  hoursCall: 'Your active hours don’t cover the call.',
  hoursNext: 'Your active hours don’t cover the next {time}.',
  wantedCall: 'no restart waiting, and none during the call',
  wantedNext: 'no restart waiting, and none within {time}',
  openUpdate: 'Open Windows Update',
  save: 'Save your work and restart now if you have time: it can take ten minutes or more.',
  restartNow: 'Choose Restart now.',
  after: 'If you don’t, restart straight after the meeting.',
  schedule: '“Schedule the restart” puts it off until then.',
  openHours: 'Open active hours',
  setHours: 'Set hours that hold all your meetings.',
  promise: 'Windows doesn’t restart by itself within them.',
  openSoftwareUpdate: 'Open Software Update',
  install: 'Install what is offered, or choose Restart in the Apple menu.',
  restart: 'Restart the computer',
  menu: 'Choose Restart in the system menu.',
});

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;
/** A restart so shortly before the call may not be over, or have opened everything again, when it begins. */
const LEAD_MINUTES = 30;

/** Whole minutes from one instant to another, rounded up; negative when `to` is earlier. NaN when either is no time. */
const minutesBetween = (from: IsoTime, to: IsoTime): number =>
  Math.ceil((Date.parse(to) - Date.parse(from)) / MINUTE_MS);

const around = (minutes: number): number => ((minutes % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES;

/** Whether the call lies wholly in the hours without restarts; undefined where the hours cannot be placed. */
const isInActiveHours = (
  hours: RestartPending['activeHours'],
  start: IsoTime,
  minutes: number,
): boolean | undefined => {
  if (hours?.utcOffsetMinutes === undefined) return undefined;
  const { from, to, utcOffsetMinutes } = hours;
  const local = Math.floor(Date.parse(start) / MINUTE_MS) + utcOffsetMinutes;
  const length = around((to - from) * 60);
  const since = around(local - from * 60);
  // Equal or unreadable hours promise nothing that could be relied on.
  if (length === 0 || ![length, since].every(Number.isFinite)) return undefined;
  return since + minutes <= length;
};

/**
 * What a waiting restart means for a call of `minutes` that begins at `start`. `overdue`: the system's own date has
 * passed; `certain`: it lies in the call or shortly before it; `possible`: nothing holds the system back from restarting then.
 */
const restartRisk = (
  { pending, forcedAt, activeHours }: RestartPending,
  now: IsoTime,
  start: IsoTime,
  minutes: number,
): 'none' | 'waiting' | 'possible' | 'certain' | 'overdue' => {
  const untilForced = forcedAt === undefined ? Number.NaN : minutesBetween(now, forcedAt);
  const untilStart = minutesBetween(now, start);
  const disturbs = untilForced >= Math.max(0, untilStart - LEAD_MINUTES) && untilForced <= untilStart + minutes;
  if (disturbs) return 'certain';
  if (!pending) return untilForced > 0 ? 'waiting' : 'none';
  if (untilForced < 0) return 'overdue';
  return isInActiveHours(activeHours, start, minutes) === false ? 'possible' : 'waiting';
};

/** The call that no restart may disturb: the next meeting if it begins within a day, else one that begins now. */
const callOf = (meeting: MeetingTime | null, now: IsoTime, callMinutes: number) => {
  const until = meeting === null ? Number.NaN : minutesBetween(now, meeting.startsAt);
  if (meeting === null || !(until <= DAY_MINUTES)) {
    const time = measure(callMinutes, 'minute');
    const told = { wanted: words.wantedNext({ time }), uncovered: words.hoursNext({ time }) };
    return { start: now, minutes: callMinutes, ...told };
  }
  const start = until > 0 ? meeting.startsAt : now;
  const minutes = Math.max(0, minutesBetween(start, meeting.endsAt));
  return { start, minutes, wanted: words.wantedCall, uncovered: words.hoursCall };
};

/** Rounded down: what is told never comes earlier than it says. */
const timeTo = (minutes: number): Value =>
  minutes < 120
    ? measure(minutes, 'minute')
    : minutes < 2 * DAY_MINUTES
      ? measure(Math.floor(minutes / 60), 'hour')
      : measure(Math.floor(minutes / DAY_MINUTES), 'day');

const describe = messages('policy.restart-pending', {
  callMinutes: 'How long from now no restart may come; a meeting of a calendar is counted by its own time.',
});

export const restartPending = defineCheck({
  id: 'restart-pending',
  area: 'system',
  when: 'after-call',
  question: words.question,
  unknownTitle: title.unknown,
  why: words.why,
  reads: { linux: words.readsLinux, darwin: words.readsDarwin, win32: words.readsWin32 },
  needs: ['restartPending'],
  uses: ['nextMeeting'],
  policy: {
    callMinutes: integerKey(60, 'minutes', 5, 720, describe.callMinutes),
  },
  remedies: {
    'restart-windows': {
      label: words.openUpdate,
      minutes: 10,
      steps: [words.save, words.restartNow, words.after, words.schedule],
      link: 'ms-settings:windowsupdate',
    },
    'active-hours': {
      label: words.openHours,
      minutes: 2,
      steps: [words.setHours, words.promise],
      link: 'ms-settings:windowsupdate-activehours',
    },
    'restart-macos': {
      label: words.openSoftwareUpdate,
      minutes: 10,
      steps: [words.save, words.install, words.after],
      link: 'x-apple.systempreferences:com.apple.Software-Update-Settings.extension',
    },
    'restart-linux': { label: words.restart, minutes: 10, steps: [words.save, words.menu, words.after] },
  },
  judge: ({ facts, policy, platform, now }) => {
    const restart = facts.restartPending.value;
    const meeting = facts.nextMeeting.state === 'known' ? facts.nextMeeting.value : null;
    const call = callOf(meeting, now, policy.callMinutes);
    const restarting = ({ linux: 'restart-linux', darwin: 'restart-macos', win32: 'restart-windows' } as const)[
      platform
    ];
    const waiting =
      restart.reasons.length > 0 ? words.waitingFor({ reasons: firstOf(restart.reasons.map(quote)) }) : words.waiting;
    const untilForced = restart.forcedAt === undefined ? Number.NaN : minutesBetween(now, restart.forcedAt);
    const forced = (): readonly Message[] =>
      Number.isNaN(untilForced)
        ? []
        : [untilForced <= 0 ? words.forcedNow : words.forced({ time: timeTo(untilForced) })];
    const { wanted } = call;
    const problem = { found: sentences([waiting, ...forced()]), wanted, why: words.why };
    switch (restartRisk(restart, now, call.start, call.minutes)) {
      case 'none':
        return [{ state: 'pass', title: title.none, found: words.nothing, wanted }];
      case 'certain': {
        const heading = untilForced <= 0 ? title.now : title.forced({ time: timeTo(untilForced) });
        return [{ ...problem, state: 'fail', when: 'before-call', title: heading, remedies: [restarting] }];
      }
      case 'overdue': {
        const found = sentences([waiting, words.passed]);
        const overdue = { ...problem, state: 'caution', when: 'before-call', title: title.overdue, found } as const;
        return [{ ...overdue, remedies: [restarting] }];
      }
      case 'possible': {
        const found = sentences([waiting, ...forced(), call.uncovered]);
        const remedies = [restarting, 'active-hours'] as const;
        return [{ ...problem, state: 'caution', when: 'before-call', title: title.possible, found, remedies }];
      }
      case 'waiting':
        return [{ ...problem, state: 'caution', title: title.waiting, remedies: [restarting] }];
    }
  },
});
