/** Two simulated weeks of a working person's Mac: how often it is checked, what is told, and that nothing runs in between. */
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Notice } from '../../../electron/core/background/notification.ts';
import { checks } from '../../../electron/core/checks/index.ts';
import type { Agenda } from '../../../electron/core/meeting/meeting.ts';
import { noPolicy } from '../../../electron/core/policy/policy.ts';
import { createBackgroundChecks } from '../../../electron/engine/background/background-checks.ts';
import { readInterruption } from '../../../electron/engine/background/read-do-not-disturb.ts';
import { createRunPlace } from '../../../electron/engine/run/workspace.ts';
import { createSession } from '../../../electron/engine/session/session.ts';
import { freshAttention } from '../../../electron/engine/storage/attention-store.ts';
import { PMSET } from '../../../electron/platform/darwin/devices/device-use.ts';
import type { MachinePort } from '../../../electron/platform/machine/machine.ts';
import { parseRecording } from '../../../electron/platform/machine/recording.ts';
import { replayMachine } from '../../../electron/platform/machine/replay.ts';
import { meeting } from '../../core/meeting/samples.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-01T00:00:00.000Z') }));
afterEach(() => vi.useRealTimers());

const machine = (name: string): MachinePort =>
  replayMachine(parseRecording(name, readFileSync(`test/machines/${name}.json`, 'utf8')), { strict: false });
const [inOrder, updatesWaiting] = [machine('macos-26'), machine('macos-26-pending-security')];
const call = `Assertion status system-wide:
Listed by owning process:
   pid 406(coreaudiod): [0x0] 00:00:09 PreventUserIdleSystemSleep named: "com.apple.audio.context.preventuseridlesleep"
	Created for PID: 811.
	Resources: audio-in BuiltInMicrophoneDevice
`;

const MINUTE = 60_000;

/** A few checks are enough to see when they are made; all of them would be the same weeks at ten times the length. */
const looked = ['os-patches', 'firewall', 'power', 'microphone-in-use'];
const others = Object.fromEntries(
  checks.flatMap(({ id }) => (looked.includes(id) ? [] : [[id, { importance: 'off' }]])),
);
/** Updates are what this organisation requires: for a person's own computer they can wait until the call is over. */
const enforced = { ...others, 'os-patches': { importance: 'required' } };

/** The computer of somebody who works from Monday to Friday, has one meeting a day at 09:00 and closes the lid at 18:00. */
const createWorld = () => {
  let started = 0;
  let inCall = false;
  let waiting = false;
  const port: MachinePort = {
    host: inOrder.host,
    read: async (operation, ...rest) => {
      if (operation.op === 'run') started += 1;
      const isAssertions = operation.op === 'run' && operation.program === PMSET && operation.args[1] === 'assertions';
      if (inCall && isAssertions) return { code: 0, stdout: call, stderr: '' } as never;
      return (waiting ? updatesWaiting : inOrder).read(operation, ...rest);
    },
  };
  const session = createSession({
    place: createRunPlace({
      port,
      folder: mkdtempSync(path.join(tmpdir(), 'greenroom-fortnight-')),
      appVersion: '1.0.0',
      policy: async () => ({ policy: { ...noPolicy, layers: { enforced } }, notices: [] }),
    }),
  });
  const notices: (Notice & { readonly at: string })[] = [];
  const runs: number[] = [];
  let asked = 0;
  let atOnce = 0;
  let most = 0;
  let agenda: Agenda = { meetings: [], calendars: [] };
  let underWay: Promise<void> = Promise.resolve();
  let timer: { readonly at: number; readonly call: () => void } | null = null;
  const backgroundChecks = createBackgroundChecks({
    session: {
      policy: session.policy,
      onChecked: session.onChecked,
      snapshot: () => ({ ...session.snapshot(), agenda }),
      check: async (only) => {
        atOnce += 1;
        most = Math.max(most, atOnce);
        runs.push(Date.now());
        underWay = session.check(only);
        await underWay;
        atOnce -= 1;
      },
    },
    store: {
      load: async () => ({ value: freshAttention, notices: [] }),
      change: async (next) => ({ value: next(freshAttention), notices: [] }),
    },
    clock: Date.now,
    chance: () => 0.5,
    timer: (milliseconds, call) => {
      timer = { at: Date.now() + milliseconds, call };
      return () => {
        timer = null;
      };
    },
    onBattery: () => false,
    readInterruption: () => {
      asked += 1;
      return readInterruption(port);
    },
    allowedPrograms: () => ({ camera: [], microphone: [] }),
    isWatched: () => false,
    show: (notice) => notices.push({ ...notice, at: new Date().toISOString() }),
    onChange: () => {},
    onProblem: (sentence) => {
      throw new Error(sentence);
    },
  });
  /** Until everything that was begun has ended, as it does within a minute. */
  const settle = async (): Promise<void> => {
    const before = asked;
    for (let turn = 0; turn < 5; turn += 1) {
      await underWay;
      await new Promise((resolve) => setImmediate(resolve));
    }
    if (asked !== before) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  return {
    backgroundChecks,
    notices,
    runs,
    settle,
    started: () => started,
    asked: () => asked,
    most: () => most,
    call: (on: boolean) => {
      inCall = on;
    },
    wait: (on: boolean) => {
      waiting = on;
    },
    plan: (day: string) => {
      const startsAt = `${day}T09:00:00.000Z`;
      agenda = { meetings: [meeting({ id: day, startsAt, endsAt: `${day}T09:30:00.000Z` })], calendars: [] };
    },
    ring: () => {
      if (timer === null || timer.at > Date.now()) return;
      const { call } = timer;
      timer = null;
      call();
    },
  };
};

test('two weeks: few checks, one notice for what got worse, none in a call, and nothing runs between checks', async () => {
  const world = createWorld();
  let idleStarts = 0;
  for (let minute = 0; minute < 14 * 1440; minute += 1) {
    vi.setSystemTime(Date.parse('2026-11-02T00:00:00.000Z') + minute * MINUTE);
    const now = new Date();
    const [day = '', time = ''] = now.toISOString().split('T');
    const works = now.getUTCDay() >= 1 && now.getUTCDay() <= 5;
    const clock = time.slice(0, 5);
    if (!works || clock < '08:30' || clock >= '18:00') continue;
    const [runsBefore, askedBefore, startedBefore] = [world.runs.length, world.asked(), world.started()];
    if (clock === '08:30') {
      world.plan(day);
      world.backgroundChecks.changed('wake');
      world.backgroundChecks.changed('unlock');
    }
    if (['10:30', '12:45', '15:10'].includes(clock)) world.backgroundChecks.changed('unlock');
    if (clock === '12:45') world.backgroundChecks.changed('network');
    if (['11:00', '16:00'].includes(clock))
      for (let shake = 0; shake < 5; shake += 1) world.backgroundChecks.changed('drive');
    world.call((clock >= '08:58' && clock < '09:30') || (clock >= '14:00' && clock < '15:00'));
    // Updates come out while a call goes on, on the 10th, and are installed on the 12th at noon.
    world.wait(now.toISOString() >= '2026-11-10T14:05' && now.toISOString() < '2026-11-12T12:00');
    world.ring();
    world.backgroundChecks.minute();
    await world.settle();
    if (world.runs.length === runsBefore && world.asked() === askedBefore)
      idleStarts += world.started() - startedBefore;
  }

  expect(world.most()).toBe(1);
  expect(idleStarts).toBe(0);
  // In a day: coming back four times, the interval in between, two drives, the network, and before the meeting.
  expect({ runs: world.runs.length, asked: world.asked() }).toEqual({ runs: 170, asked: 4 });
  // Held back while the call went on, then told once; and once before each of the two meetings that were not ready.
  expect(world.notices.map(({ group, at }) => [group, at.slice(0, 16)])).toEqual([
    ['changes', '2026-11-10T15:01'],
    ['meeting', '2026-11-11T08:50'],
    ['meeting', '2026-11-12T08:50'],
  ]);
  // Every program was started by a check or by the question whether somebody may be told.
  expect(world.started() / world.runs.length).toBeLessThan(15);
});
