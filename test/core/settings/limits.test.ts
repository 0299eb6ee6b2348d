/** Every limit of the settings, tried where it turns; that of the camera, which a page keeps, is tried beside the camera view. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { vi } from 'vitest';
import { freshSchedule, nextAction, type ScheduleSituation } from '../../../electron/core/background/schedule.ts';
import { builtInCatalogue } from '../../../electron/core/catalogue/index.ts';
import { known } from '../../../electron/core/facts/fact.ts';
import { readCalendar } from '../../../electron/core/meeting/agenda.ts';
import { type PolicyValue, valuesOf } from '../../../electron/core/policy/policy.ts';
import { cameraSettings } from '../../../electron/core/settings/camera.ts';
import { settingsAreas } from '../../../electron/core/settings/index.ts';
import { scheduleSettings } from '../../../electron/core/settings/schedule.ts';
import { requestedWaiver, waiverRules, withWaivers } from '../../../electron/core/waivers/waivers.ts';
import { gather } from '../../../electron/engine/run/gather.ts';
import { createRunPlace, openWorkspace } from '../../../electron/engine/run/workspace.ts';
import { linuxReaders } from '../../../electron/platform/linux/index.ts';
import { localMachine } from '../../../electron/platform/machine/local.ts';
import { reader } from '../../../electron/platform/reader.ts';
import { finding } from '../../renderer/samples.ts';
import { tryAtLimits } from '../at-limit.ts';
import { NOW, policyFor } from '../checks/judged.ts';
import { meeting } from '../meeting/samples.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const start = Date.parse(NOW);
const after = (ms: number): string => new Date(start + ms).toISOString();

/** What is done so many minutes after a check, or before a meeting. */
const scheduled = (
  values: Readonly<Record<string, PolicyValue>>,
  minutes: number,
  chance: number,
  meeting: ScheduleSituation['meeting'] = null,
): string => {
  const at = (now: number): ScheduleSituation => ({
    now,
    rules: valuesOf(policyFor('schedule', values), 'schedule', scheduleSettings.policy),
    running: false,
    paused: false,
    onBattery: false,
    meeting,
    remindOf: null,
    remindAfter: null,
  });
  const { state } = nextAction(freshSchedule, { kind: 'ran', chance }, at(start));
  return nextAction(state, { kind: 'look' }, at(start + minutes * MINUTE)).run ?? 'nothing';
};

/** What becomes of something that is set aside for so many days. */
const setAside = (longestDays: number, days: number, policyOfThen: number): string => {
  const one = finding({ id: 'os-patches', state: 'fail', title: 'Updates are waiting', found: '', source: '' });
  const policy = policyFor('waivers', { longestDays });
  const rules = waiverRules(policyFor('waivers', { longestDays: policyOfThen }));
  const waiver = requestedWaiver(one, { until: after(days * DAY), reason: 'The rollout is on Monday' }, rules, NOW);
  return typeof waiver === 'string' ? 'refused' : (withWaivers([one], [waiver], policy, NOW)[0]?.state ?? '');
};

/** What comes of a reading that takes so many seconds. */
const readFor = async (deadlineSeconds: number, seconds: number): Promise<string> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'greenroom-deadline-'));
  try {
    const policy = policyFor('checking', { deadlineSeconds });
    const port = localMachine();
    const place = createRunPlace({ port, folder, appVersion: '1', policy: async () => ({ policy, notices: [] }) });
    const { deadlineMs } = await openWorkspace(place);
    vi.useFakeTimers();
    const slow = reader(HOUR, async () => {
      await new Promise((resolve) => setTimeout(resolve, seconds * SECOND));
      return known(NOW, 'test');
    });
    const read = gather({
      port,
      readers: { ...linuxReaders, updatesInstalledAt: slow },
      catalogue: builtInCatalogue,
      keys: ['updatesInstalledAt'],
      deadlineMs,
      signal: new AbortController().signal,
      clock: () => new Date(NOW),
    });
    await vi.advanceTimersByTimeAsync(HOUR);
    return (await read).updatesInstalledAt?.fact.state ?? '';
  } finally {
    vi.useRealTimers();
    rmSync(folder, { recursive: true });
  }
};

/** What is known of a meeting that begins in so many hours. */
const meetingIn = (lookAheadHours: number, hours: number): string => {
  const stamp = after(hours * HOUR).replace(/[-:]|\.\d+/g, '');
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', 'UID:1', 'SUMMARY:Call', `DTSTART:${stamp}`];
  const text = [...lines, 'DURATION:PT30M', 'LOCATION:https://us02web.zoom.us/j/84100020003', 'END:VEVENT'];
  const { meetings } = readCalendar('mine', [[...text, 'END:VCALENDAR'].join('\r\n')], {
    now: start,
    lookAheadHours,
    me: [],
    localZone: 'Europe/Berlin',
    nameOf: (key) => key,
  });
  return meetings.length === 0 ? 'unseen' : 'seen';
};

tryAtLimits(
  settingsAreas.filter(({ id }) => id !== cameraSettings.id),
  {
    'schedule quietMinutes': [
      {
        says: ['nothing', 'quiet', 'quiet'],
        say: (minutes, quietMinutes) => scheduled({ quietMinutes }, minutes, 0.5),
      },
      // Not all computers of a house check at once: at the earliest a fifth before, at the latest a fifth after.
      ...[0.8, 1.2].map((share, chance) => ({
        says: ['nothing', 'quiet', 'quiet'] as const,
        turnsAt: (limit: number) => limit * share,
        say: (minutes: number, quietMinutes: number) => scheduled({ quietMinutes }, minutes, chance),
      })),
    ],
    'schedule beforeMeetingMinutes': [
      {
        says: ['meeting', 'meeting', 'nothing'],
        say: (minutes, beforeMeetingMinutes) =>
          scheduled({ beforeMeetingMinutes }, 0, 0.5, meeting({ id: 'm', startsAt: after(minutes * MINUTE) })),
      },
    ],
    'checking deadlineSeconds': [
      {
        says: ['known', 'unknown', 'unknown'],
        step: 0.001,
        say: (seconds, deadlineSeconds) => readFor(deadlineSeconds, seconds),
      },
    ],
    'calendar lookAheadHours': [
      {
        says: ['seen', 'seen', 'unseen'],
        step: 1 / 3600,
        say: (hours, lookAheadHours) => meetingIn(lookAheadHours, hours),
      },
    ],
    'waivers longestDays': [
      { says: ['waived', 'waived', 'refused'], say: (days, limit) => setAside(limit, days, limit) },
      // What was set aside before policy was made stricter.
      { says: ['waived', 'waived', 'fail'], say: (days, limit) => setAside(limit, days, 366) },
    ],
  },
);
