/** What ten attempts come to: the first counts for no time, the slowest tenth and failures are told, never a loss figure. */
import { expect, test } from 'vitest';
import { hostOfMeeting, hostOfService } from '../../../electron/core/connection/hosts.ts';
import { judgeTrial } from '../../../electron/core/connection/judge-trial.ts';
import {
  type Attempt,
  type Failure,
  numbersOf,
  type Trial,
  usualFailure,
} from '../../../electron/core/connection/trial.ts';
import { english } from '../../../electron/core/messages/format.ts';

const reached = (connectMs: number, secureMs = 2 * connectMs): Attempt => ({ is: 'reached', connectMs, secureMs });
const failed = (why: Failure): Attempt => ({ is: 'failed', why });
const trial = (attempts: readonly Attempt[], change: Partial<Trial> = {}): Trial => ({
  host: 'meet.example.org',
  proxy: null,
  routerMs: null,
  attempts,
  ...change,
});
const ten = (ms: number): readonly Attempt[] => Array.from({ length: 10 }, () => reached(ms));
const told = (one: Trial): string => judgeTrial(one).sentences.map(english).join(' ');

test('the first attempt counts for no time, only for reaching', () => {
  const attempts = [reached(900), ...[10, 20, 30, 40, 50, 60, 70, 80, 90].map((ms) => reached(ms, 0))];
  expect(numbersOf({ attempts })).toEqual({ tried: 10, failed: 0, medianMs: 50, spreadMs: 40, slow: 0 });
  expect(numbersOf({ attempts: [reached(9), failed('silent')] })).toMatchObject({ failed: 1, medianMs: null });
});

test.each([
  [149, 'pass'],
  [150, 'pass'],
  [151, 'caution'],
])('a delay of %i ms is a %s', (ms, state) => expect(judgeTrial(trial(ten(ms))).state).toBe(state));

test.each([
  [50, 'pass'],
  [51, 'caution'],
])('%i ms between median and slowest tenth is a %s', (spread, state) => {
  const attempts = [...ten(20).slice(0, 8), reached(20 + spread, 40), reached(20 + spread, 40)];
  expect(judgeTrial(trial(attempts)).state).toBe(state);
});

test.each([
  [149, 'pass'],
  [150, 'caution'],
])('an attempt that is secured %i ms later than usual is a %s', (later, state) => {
  expect(judgeTrial(trial([...ten(20).slice(1), reached(20, 40 + later)])).state).toBe(state);
});

test('one failed attempt of ten is a caution, ten are a failure with what most of them met', () => {
  const one = trial([...ten(20).slice(1), failed('silent')]);
  expect(judgeTrial(one).state).toBe('caution');
  expect(told(one)).toContain('1 of 10 attempts failed. Nothing came back from meet.example.org on port 443');
  const all = [
    ...Array.from({ length: 6 }, () => failed('refused')),
    ...Array.from({ length: 4 }, () => failed('silent')),
  ];
  expect(usualFailure({ attempts: all })).toBe('refused');
  expect(judgeTrial(trial(all))).toMatchObject({ state: 'fail' });
});

test('what fails beside a proxy, or at one that asks for a name, is no proof that the meeting is out of reach', () => {
  const silent = Array.from({ length: 10 }, () => failed('silent'));
  expect(judgeTrial(trial(silent)).state).toBe('fail');
  expect(judgeTrial(trial(silent, { besideProxy: true })).state).toBe('caution');
  expect(told(trial(silent, { besideProxy: true }))).toContain('tried without it');
  const asked = trial(
    silent.map(() => failed('proxy-login')),
    { proxy: 'proxy.example:3128' },
  );
  expect([judgeTrial(asked).state, told(asked)]).toEqual(['caution', expect.stringContaining('asks who you are')]);
  // What answers all the same is judged by its times alone.
  expect(judgeTrial(trial(ten(20), { besideProxy: true })).state).toBe('pass');
});

test('no figure of lost packets is given, and no promise about the call', () => {
  const lossy = told(trial([...ten(20).slice(2), reached(1_020), failed('silent')]));
  expect(lossy).not.toMatch(/loss|\d ?%/);
  expect(told(trial(ten(20)))).toContain('UDP, which wasn’t tried');
});

test('a slow way to the own router is named as the place to look', () => {
  expect(told(trial(ten(200), { routerMs: 150 }))).toContain('between here and your router');
  expect(told(trial(ten(200), { routerMs: 3 }))).not.toContain('between here and your router');
});

test('only documented hosts are asked by name, and a meeting’s own where its link is official', () => {
  expect(hostOfService('Teams')).toBe('teams.microsoft.com');
  for (const name of ['webex', 'toString', '__proto__', '']) expect(hostOfService(name)).toBeUndefined();
  const meeting = {
    title: 'Call',
    startsAt: '2026-12-01T09:00:00.000Z',
    endsAt: '2026-12-01T10:00:00.000Z',
    service: 'zoom',
    serviceName: 'Zoom',
    host: 'us02web.zoom.us',
    inBrowser: true,
  } as const;
  expect(hostOfMeeting({ ...meeting, link: 'genuine' })).toBe('us02web.zoom.us');
  for (const link of ['suspicious', 'unknown-server', 'not-a-meeting'] as const)
    expect(hostOfMeeting({ ...meeting, link, host: 'zoom.example' })).toBeUndefined();
  expect(hostOfMeeting(null)).toBeUndefined();
});
