/** What is told unasked, and when: the wish for after the call, and a fake link. */
import { expect, test } from 'vitest';
import type { InterruptionFacts } from '../../../electron/core/background/do-not-disturb.ts';
import type { Notice } from '../../../electron/core/background/notification.ts';
import { known } from '../../../electron/core/facts/fact.ts';
import type { NextMeeting } from '../../../electron/core/meeting/meeting.ts';
import { noPolicy } from '../../../electron/core/policy/policy.ts';
import type { Finding } from '../../../electron/core/report/finding.ts';
import { createBackgroundChecks } from '../../../electron/engine/background/background-checks.ts';
import { type Attention, freshAttention } from '../../../electron/engine/storage/attention-store.ts';
import { fakeMeeting, meeting } from '../../core/meeting/samples.ts';
import { drive, likeFinding, report, snapshot } from '../../renderer/samples.ts';

const minute = 60_000;
const begin = Date.parse('2026-11-27T08:40:00.000Z');
const at = (minutes: number): string => new Date(begin + minutes * minute).toISOString();
const waiting = likeFinding(drive, { state: 'fail', required: false, minutes: 40 });
const good = likeFinding(drive, { state: 'pass' });

const free = known({ users: [], complete: true }, 'test');
const inCall = known({ users: ['zoom'], complete: true }, 'test');

/** The background without a window, on a clock that is moved by hand; each run ends at once with these findings. */
const background = async (ahead: NextMeeting, findings: readonly Finding[], kept: Partial<Attention> = {}) => {
  let now = begin;
  let calls = false;
  let attention: Attention = { ...freshAttention, ...kept };
  let ended: (only: readonly string[] | null) => void = () => {};
  const shown: Notice[] = [];
  const checks = createBackgroundChecks({
    session: {
      snapshot: () => snapshot({ report: report(findings), agenda: { meetings: [ahead], calendars: [] } }),
      onChecked: (listener) => {
        ended = listener;
        return () => {};
      },
      policy: () => noPolicy,
      check: async () => ended(null),
    },
    store: {
      load: async () => ({ value: attention, notices: [] }),
      change: async (next) => {
        attention = next(attention);
        return { value: attention, notices: [] };
      },
    },
    clock: () => now,
    chance: () => 0.5,
    timer: () => () => {},
    onBattery: () => false,
    readInterruption: async (): Promise<InterruptionFacts> => ({
      cameraUse: calls ? inCall : free,
      microphoneUse: calls ? inCall : free,
      focusMode: known({ on: false }, 'test'),
    }),
    allowedPrograms: () => ({ camera: [], microphone: [] }),
    isWatched: () => false,
    show: (notice) => shown.push(notice),
    onChange: () => {},
    onProblem: (sentence) => {
      throw new Error(sentence);
    },
  });
  await checks.load();
  return {
    checks,
    /** The titles of what was shown in the minutes up to this one. */
    until: async (minutes: number, isInCall = false): Promise<readonly string[]> => {
      calls = isInCall;
      shown.length = 0;
      for (; now < begin + minutes * minute; now += minute) {
        checks.minute();
        // What is told follows the run by a few turns.
        for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
      }
      return shown.map(({ title }) => title);
    },
  };
};

const OVER = 'Your call is over: 1 thing waited';
const FAKE = 'Don’t join: this Zoom link is fake';

test('what waits is told once, when the meeting is over; within a call that lasts longer it waits for its end', async () => {
  const { checks, until } = await background(meeting({ startsAt: at(20), endsAt: at(50) }), [waiting]);
  expect(checks.remindAfterCall(true)).toBe(true);
  expect(await until(50)).not.toContain(OVER);
  expect(await until(75, true)).toEqual([]);
  expect(await until(100)).toEqual([OVER]);
  expect(checks.remindsAfterCall()).toBe(false);
  expect(await until(300)).toEqual([]);
});

test('“Tomorrow” tells it once more a day later', async () => {
  const { checks, until } = await background(meeting({ startsAt: at(5), endsAt: at(10) }), [waiting]);
  await until(20);
  checks.remindTomorrow();
  expect(await until(20 + 24 * 60)).not.toContain(OVER);
  expect(await until(20 + 24 * 60 + 15)).toEqual([OVER]);
});

test('the wish can be taken back, and there is none without a meeting ahead', async () => {
  const { checks, until } = await background(meeting({ startsAt: at(5), endsAt: at(10) }), [waiting]);
  checks.remindAfterCall(true);
  checks.remindAfterCall(false);
  expect(await until(60)).toEqual([]);
  expect(checks.remindAfterCall(true)).toBe(false);
});

test.each<[string, boolean, Partial<Attention>]>([
  ['with the window closed', false, {}],
  ['within a call', true, {}],
  ['within a pause', false, { pausedUntil: at(600) }],
])('a fake link is told once, before the meeting, %s', async (_name, isInCall, kept) => {
  const { until } = await background(fakeMeeting({ startsAt: at(20), endsAt: at(50) }), [good], kept);
  expect(await until(9, isInCall)).toEqual([]);
  expect(await until(12, isInCall)).toEqual([FAKE]);
  expect(await until(60, isInCall)).toEqual([]);
});

test('a call is not interrupted for anything else', async () => {
  const first = likeFinding(drive, { state: 'fail', when: 'before-call' });
  const { until } = await background(meeting({ startsAt: at(20), endsAt: at(50) }), [first]);
  expect(await until(30, true)).toEqual([]);
});
