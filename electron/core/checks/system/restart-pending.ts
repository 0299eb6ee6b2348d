/** Owns the check "is a restart waiting, and may it happen during the call". */

import type { RestartPending } from '../../facts/index.ts';
import type { MeetingTime } from '../../meeting/meeting.ts';
import { count, formatNames } from '../../text/phrases.ts';
import type { IsoTime } from '../../text/time.ts';
import { defineCheck } from '../define-check.ts';

const why =
  'Updates protect only after the restart they wait for. A computer that restarts by itself during a call throws you out and closes what you have open.';

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
    const next = count(callMinutes, 'minute');
    return { start: now, minutes: callMinutes, within: `within ${next}`, time: `the next ${next}` };
  }
  const start = until > 0 ? meeting.startsAt : now;
  const minutes = Math.max(0, minutesBetween(start, meeting.endsAt));
  return { start, minutes, within: 'during the call', time: 'the call' };
};

const inWords = (minutes: number): string => {
  if (minutes <= 0) return 'now';
  if (minutes < 120) return `in ${count(minutes, 'minute')}`;
  return minutes < 2 * DAY_MINUTES
    ? `in ${Math.floor(minutes / 60)} hours`
    : `in ${Math.floor(minutes / DAY_MINUTES)} days`;
};

const before = 'Save your work and restart now if there is time before the meeting; it can take ten minutes or more.';
const after = 'If there is not, restart straight after the meeting.';

export const restartPending = defineCheck({
  id: 'restart-pending',
  area: 'system',
  when: 'after-call',
  question: 'Is a restart waiting, and may it come during the call?',
  unknownTitle: 'Could not tell whether a restart is waiting',
  why,
  reads: {
    linux: 'What the package system left behind for the next start, and the running kernel beside the installed ones',
    darwin: 'Nothing: macOS does not tell whether a restart is waiting',
    win32: 'Windows Update’s and the component store’s marks for a restart, its date, and the active hours',
  },
  needs: ['restartPending'],
  uses: ['nextMeeting'],
  policy: {
    callMinutes: {
      kind: 'number',
      unit: 'minutes',
      default: 60,
      minimum: 5,
      maximum: 720,
      describe: 'How long from now no restart may come; a meeting of a calendar is counted by its own time.',
    },
  },
  remedies: {
    'restart-windows': {
      label: 'Open Windows Update',
      minutes: 10,
      steps: [before, 'Choose Restart now.', `${after} “Schedule the restart” puts it off until then.`],
      link: 'ms-settings:windowsupdate',
    },
    'active-hours': {
      label: 'Open active hours',
      minutes: 2,
      steps: ['Set hours that hold all your meetings.', 'Windows does not restart by itself within them.'],
      link: 'ms-settings:windowsupdate-activehours',
    },
    'restart-macos': {
      label: 'Open Software Update',
      minutes: 10,
      steps: [before, 'Install what is offered, or choose Restart in the Apple menu.', after],
      link: 'x-apple.systempreferences:com.apple.Software-Update-Settings.extension',
    },
    'restart-linux': {
      label: 'Restart the computer',
      minutes: 10,
      steps: [before, 'Choose Restart in the system menu.', after],
    },
  },
  judge: ({ facts, policy, platform, now }) => {
    const restart = facts.restartPending.value;
    const meeting = facts.nextMeeting.state === 'known' ? facts.nextMeeting.value : null;
    const call = callOf(meeting, now, policy.callMinutes);
    const restarting = ({ linux: 'restart-linux', darwin: 'restart-macos', win32: 'restart-windows' } as const)[
      platform
    ];
    const reasons = restart.reasons.length > 0 ? `, for ${formatNames(restart.reasons)}` : '';
    const untilForced = restart.forcedAt === undefined ? Number.NaN : minutesBetween(now, restart.forcedAt);
    const forced = Number.isNaN(untilForced) ? '' : inWords(untilForced);
    const found = `A restart is waiting${reasons}.${forced === '' ? '' : ` This computer will restart by itself ${forced}.`}`;
    const wanted = `no restart waiting, and none ${call.within}`;
    const problem = { found, wanted, why };
    switch (restartRisk(restart, now, call.start, call.minutes)) {
      case 'none':
        return [{ state: 'pass', title: 'No restart is waiting', found: 'Nothing waits for a restart.', wanted }];
      case 'certain': {
        const title = `This computer will restart by itself ${forced}`;
        return [{ ...problem, state: 'fail', when: 'before-call', title, remedies: [restarting] }];
      }
      case 'overdue': {
        const title = 'A restart is overdue and may come at any moment';
        return [
          {
            ...problem,
            state: 'caution',
            when: 'before-call',
            title,
            found: `A restart is waiting${reasons}. Its date has passed.`,
            remedies: [restarting],
          },
        ];
      }
      case 'possible': {
        const title = 'A restart is waiting and may come during the call';
        const hours = `${found} Active hours do not cover ${call.time}.`;
        const remedies = [restarting, 'active-hours'] as const;
        return [{ ...problem, state: 'caution', when: 'before-call', title, found: hours, remedies }];
      }
      case 'waiting': {
        const title = `A restart is waiting${reasons}`;
        return [{ ...problem, state: 'caution', title, remedies: [restarting] }];
      }
    }
  },
});
