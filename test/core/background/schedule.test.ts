/** When Greenroom checks by itself: every change, every rule, and what holds it back. */
import { describe, expect, test } from 'vitest';
import {
  type ChangeEvent,
  freshSchedule,
  nextAction,
  type RunReason,
  type ScheduleRules,
  type ScheduleSituation,
  type ScheduleState,
} from '../../../electron/core/background/schedule.ts';
import { fakeMeeting, meeting } from '../meeting/samples.ts';

const rules: ScheduleRules = { quietMinutes: 45, beforeMeetingMinutes: 10, onChanges: true, onBattery: 'less' };
const minute = 60_000;
const start = Date.parse('2026-11-27T09:00:00.000Z');
const timesAt = (minutes: number) => ({
  startsAt: new Date(start + minutes * minute).toISOString(),
  endsAt: new Date(start + (minutes + 30) * minute).toISOString(),
});
const meetingAt = (minutes: number) => meeting({ id: 'm', ...timesAt(minutes) });

/** A clock that is looked at by hand: what is planned at each moment. */
const clockwork = (situation: Partial<ScheduleSituation> = {}) => {
  let state: ScheduleState = nextAction(freshSchedule, { kind: 'ran', chance: 0.5 }, at(0)).state;
  function at(minutes: number, more: Partial<ScheduleSituation> = {}): ScheduleSituation {
    return {
      now: start + minutes * minute,
      rules,
      running: false,
      paused: false,
      onBattery: false,
      meeting: null,
      remindOf: null,
      remindAfter: null,
      ...situation,
      ...more,
    };
  }
  const step = (minutes: number, event: Parameters<typeof nextAction>[1], more?: Partial<ScheduleSituation>) => {
    const next = nextAction(state, event, at(minutes, more));
    state = next.state;
    return next.run;
  };
  return {
    ran: (minutes: number, chance = 0.5) => step(minutes, { kind: 'ran', chance }),
    change: (minutes: number, change: ChangeEvent) => step(minutes, { kind: 'change', change }),
    look: (minutes: number, more?: Partial<ScheduleSituation>) => step(minutes, { kind: 'look' }, more),
    /** Looks once a minute; the first reason and when it came. */
    until: (from: number, to: number, more?: Partial<ScheduleSituation>): readonly [number, RunReason] | null => {
      for (let minutes = from; minutes <= to; minutes += 1) {
        const run = step(minutes, { kind: 'look' }, more);
        if (run !== null) return [minutes, run];
      }
      return null;
    },
    due: () => (state.due === null ? null : (state.due.at - start) / minute),
  };
};

describe('a quiet computer', () => {
  test('is checked again after the interval, shorter or longer by at most a fifth', () => {
    for (const [chance, minutes] of [
      [0.5, 45],
      [0, 36],
      [1, 54],
    ] as const) {
      const clock = clockwork();
      clock.ran(0, chance);
      expect(clock.until(1, 90)).toEqual([minutes, 'quiet']);
    }
  });

  test('is never asked twice at once', () => {
    expect(clockwork().until(1, 500, { running: true })).toBeNull();
  });
});

describe('what happens to the computer', () => {
  test.each(['wake', 'unlock', 'camera', 'drive', 'network'] as const)('%s is followed by one check', (change) => {
    const clock = clockwork();
    clock.until(1, 20);
    clock.change(20, change);
    expect(clock.look(20)).toBeNull();
    expect(clock.until(21, 22)).toEqual([21, 'change']);
    clock.ran(22);
    expect(clock.until(22, 30)).toBeNull();
  });

  test('many at once are one check, and what never stops holds it up for a minute at most', () => {
    const clock = clockwork();
    clock.until(1, 20);
    clock.change(20, 'drive');
    for (let seconds = 0; seconds < 300; seconds += 5) clock.change(20 + seconds / 60, 'drive');
    expect(clock.due()).toBeCloseTo(21 + 8 / 60);
  });

  test('a check a moment ago is not repeated at once; one that goes on is followed by another', () => {
    const clock = clockwork();
    clock.change(1, 'network');
    expect(clock.until(1, 4)).toBeNull();
    expect(clock.until(5, 5)).toEqual([5, 'change']);
    clock.change(5.1, 'drive');
    expect(clock.look(5.5, { running: true })).toBeNull();
    clock.ran(5.6);
    expect(clock.until(6, 8)).toEqual([6, 'change']);
  });

  test('sleep that no system told of is noticed by the clock', () => {
    const clock = clockwork();
    clock.until(1, 20);
    expect(clock.look(400)).toBeNull();
    expect(clock.look(401)).toBe('change');
  });

  test('is left alone where the person does not want it', () => {
    const clock = clockwork({ rules: { ...rules, onChanges: false } });
    clock.change(20, 'drive');
    expect(clock.due()).toBeNull();
    clock.change(20, 'wake');
    expect(clock.due()).not.toBeNull();
  });
});

describe('on battery', () => {
  test('less: after a break and before a meeting, not for drives and not by the interval', () => {
    const clock = clockwork({ onBattery: true });
    clock.change(20, 'drive');
    expect(clock.until(1, 170)).toBeNull();
    clock.change(170, 'unlock');
    expect(clock.until(170, 172)).toEqual([171, 'change']);
    expect(clock.until(173, 200, { meeting: meetingAt(200) })).toEqual([190, 'meeting']);
  });

  test('when asked: nothing by itself, whatever happens', () => {
    const clock = clockwork({ onBattery: true, rules: { ...rules, onBattery: 'when-asked' } });
    clock.change(20, 'wake');
    expect(clock.until(1, 300, { meeting: meetingAt(60) })).toBeNull();
  });

  test('as usual: as on mains', () => {
    const clock = clockwork({ onBattery: true, rules: { ...rules, onBattery: 'as-usual' } });
    expect(clock.until(1, 60)).toEqual([45, 'quiet']);
  });
});

describe('a meeting', () => {
  test('is prepared for once, the set time before it', () => {
    const clock = clockwork({ meeting: meetingAt(40) });
    expect(clock.until(1, 40)).toEqual([30, 'meeting']);
    clock.ran(31);
    expect(clock.until(31, 60)).toBeNull();
  });

  test('that has begun is not prepared for any more', () => {
    expect(clockwork({ meeting: meetingAt(-1) }).until(1, 30)).toBeNull();
  });

  test('is looked at once more at its start when the person wants that', () => {
    const clock = clockwork({ meeting: meetingAt(20) });
    expect(clock.until(1, 20)).toEqual([10, 'meeting']);
    clock.ran(11);
    expect(clock.until(11, 30, { remindOf: meetingAt(20) })).toEqual([20, 'reminder']);
  });
});

test('a pause holds everything back, and its end is followed by one check', () => {
  const clock = clockwork();
  clock.change(2, 'drive');
  expect(clock.until(3, 300, { paused: true, meeting: meetingAt(60) })).toBeNull();
  clock.change(300, 'drive');
  expect(clock.until(301, 303)).toEqual([301, 'resumed']);
  clock.ran(302);
  expect(clock.until(302, 310)).toBeNull();
});

describe('a fake link in the next meeting', () => {
  const fake = fakeMeeting(timesAt(30));

  test.each<[string, Partial<ScheduleSituation>]>([
    ['within a pause', { paused: true }],
    ['on battery, where only a person asks', { onBattery: true, rules: { ...rules, onBattery: 'when-asked' } }],
  ])('is checked for %s, once; a genuine one is not', (_name, situation) => {
    const clock = clockwork(situation);
    expect(clock.until(1, 40, { meeting: fake })).toEqual([20, 'meeting']);
    expect(clock.until(21, 60, { meeting: fake })).toBeNull();
    expect(clockwork(situation).until(1, 60, { meeting: meetingAt(30) })).toBeNull();
  });

  test('does not end the pause', () => {
    const clock = clockwork();
    clock.look(19, { meeting: fake, paused: true });
    expect(clock.look(20, { meeting: fake, paused: true })).toBe('meeting');
    clock.change(21, 'wake');
    expect(clock.look(22, { meeting: fake })).toBe('resumed');
  });

  test('is checked for after its start as well: the person may be late', () => {
    expect(clockwork().look(35, { meeting: fake })).toBe('meeting');
    expect(clockwork().look(35, { meeting: meetingAt(30) })).toBeNull();
  });
});
