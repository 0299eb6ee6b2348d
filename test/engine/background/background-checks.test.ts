/** A start that nobody asked for: when it checks, and when it leaves the computer alone. */
import { expect, test } from 'vitest';
import type { Snapshot } from '../../../electron/core/ipc/contract.ts';
import { noPolicy, type Policy } from '../../../electron/core/policy/policy.ts';
import {
  type BackgroundCheckOptions,
  createBackgroundChecks,
} from '../../../electron/engine/background/background-checks.ts';
import { type Attention, freshAttention } from '../../../electron/engine/storage/attention-store.ts';
import { meeting } from '../../core/meeting/samples.ts';
import { snapshot } from '../../renderer/samples.ts';

const now = Date.parse('2026-11-27T09:00:00.000Z');
const start = async (
  kept: Partial<Attention>,
  onBattery: string | null,
  more: Pick<BackgroundCheckOptions, 'beforeMeeting'> & {
    readonly checked?: () => void;
    readonly shown?: Snapshot;
  } = {},
) => {
  let checks = 0;
  const saved: Attention[] = [];
  const policy: Policy = { ...noPolicy, layers: { user: { schedule: { onBattery: onBattery ?? 'less' } } } };
  const backgroundChecks = createBackgroundChecks({
    session: {
      snapshot: (): Snapshot => more.shown ?? snapshot(),
      onChecked: () => () => {},
      policy: () => policy,
      check: async () => {
        checks += 1;
        more.checked?.();
      },
    },
    store: {
      load: async () => ({ value: { ...freshAttention, ...kept }, notices: [] }),
      change: async (next) => {
        const value = next(saved.at(-1) ?? freshAttention);
        saved.push(value);
        return { value, notices: [] };
      },
    },
    clock: () => now,
    chance: () => 0.5,
    timer: () => () => {},
    onBattery: () => onBattery !== null,
    readInterruption: () => Promise.reject(new Error('nothing is to be told')),
    allowedPrograms: () => ({ camera: [], microphone: [] }),
    isWatched: () => false,
    beforeMeeting: () => more.beforeMeeting?.(),
    show: () => {},
    onChange: () => {},
    onProblem: () => {},
  });
  await backgroundChecks.load();
  backgroundChecks.begin();
  return { backgroundChecks, saved, checks: () => checks };
};

test.each([
  ['on mains', {}, null, 1],
  ['on battery', {}, 'less', 1],
  ['on battery, where only a person asks', {}, 'when-asked', 0],
  ['within a pause', { pausedUntil: '2026-11-27T10:00:00.000Z' }, null, 0],
  ['after a pause', { pausedUntil: '2026-11-27T08:00:00.000Z' }, null, 1],
] as const)('%s', async (_name, kept, onBattery, expected) => {
  expect((await start(kept, onBattery)).checks()).toBe(expected);
});

test('a pause of an hour is kept, also over a new start, and can be ended', async () => {
  const first = await start({}, null);
  first.backgroundChecks.pause('hour');
  expect(first.saved.at(-1)?.pausedUntil).toBe('2026-11-27T10:00:00.000Z');
  const second = await start(first.saved.at(-1) ?? {}, null);
  expect(second.backgroundChecks.pausedUntil()).toBe('2026-11-27T10:00:00.000Z');
  second.backgroundChecks.resume();
  expect(second.backgroundChecks.pausedUntil()).toBeNull();
});

test('the check for a meeting waits for what is tried before it, once', async () => {
  const order: string[] = [];
  let endTrial = (): void => {};
  const tried = new Promise<void>((resolve) => {
    endTrial = resolve;
  });
  let done = (): void => {};
  const both = new Promise<void>((resolve) => {
    done = resolve;
  });
  const ahead = meeting({ startsAt: '2026-11-27T09:05:00.000Z', endsAt: '2026-11-27T09:30:00.000Z' });
  const { backgroundChecks } = await start({}, null, {
    shown: snapshot({ agenda: { meetings: [ahead], calendars: [] } }),
    beforeMeeting: () => {
      order.push('tried');
      return tried;
    },
    checked: () => {
      order.push('checked');
      if (order.length === 3) done();
    },
  });
  backgroundChecks.minute();
  expect(order).toEqual(['checked', 'tried']);
  backgroundChecks.minute();
  endTrial();
  await both;
  expect(order).toEqual(['checked', 'tried', 'checked']);
});
