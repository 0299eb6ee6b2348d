/** A trial of the connection in the running program: only hosts that were told of, one at a time, stopped at once, by policy before a meeting. */

import { expect, test } from 'vitest';
import type { Trial } from '../../../electron/core/connection/trial.ts';
import type { TrialProgress } from '../../../electron/core/connection/trial-told.ts';
import type { NextMeeting } from '../../../electron/core/meeting/meeting.ts';
import { asMessage } from '../../../electron/core/messages/messages.ts';
import { noPolicy, type Policy } from '../../../electron/core/policy/policy.ts';
import { InputError } from '../../../electron/core/text/input-error.ts';
import type { TrialHere } from '../../../electron/engine/run/connection-trial.ts';
import { createConnectionTrial } from '../../../electron/engine/session/connection-trial.ts';
import { replayMachine } from '../../../electron/platform/machine/replay.ts';
import { fakeMeeting, meeting } from '../../core/meeting/samples.ts';
import { recordingOf } from '../../platform/linux/recorded.ts';
import { snapshot } from '../../renderer/samples.ts';

const answered = (host: string): Trial => ({
  host,
  proxy: null,
  attempts: Array.from({ length: 10 }, () => ({ is: 'reached', connectMs: 20, secureMs: 20 })),
  routerMs: null,
});
/** Ends when it is stopped, as the real one does. */
const untilStopped = ({ signal }: TrialHere): Promise<Trial> =>
  new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));

const START = '2026-11-27T09:05:00.000Z';
const ahead = (rest: Partial<NextMeeting> = {}) =>
  meeting({ startsAt: START, endsAt: '2026-11-27T10:00:00.000Z', ...rest });

const program = (
  attempt: (trial: TrialHere) => Promise<Trial>,
  meetings: readonly NextMeeting[] = [],
  rules: Readonly<Record<string, boolean | string>> = {},
) => {
  const asked: string[] = [];
  const kept: Trial[] = [];
  const progress: TrialProgress[] = [];
  const policy: Policy = { ...noPolicy, layers: { enforced: { 'meeting-connection': rules } } };
  const trial = createConnectionTrial({
    port: replayMachine(recordingOf('debian-12-server'), { strict: true }),
    session: {
      snapshot: () => ({ ...snapshot(), agenda: { meetings, calendars: [] } }),
      policy: () => policy,
      check: async () => {},
      connectionTried: async (one) => void kept.push(one),
    },
    onProgress: (one) => progress.push(one),
    attempt: (one) => {
      asked.push(one.host);
      return attempt(one);
    },
    clock: () => Date.parse('2026-11-27T09:00:00.000Z'),
  });
  return { trial, asked, kept, progress };
};

test('a service’s own host is asked, its progress told, and what came of it kept', async () => {
  const { trial, kept, progress } = program(async ({ host, onAttempt }) => {
    onAttempt?.(1, 10);
    return answered(host);
  });
  expect(await trial.start('zoom.us')).toMatchObject({
    is: 'tried',
    state: 'pass',
    sentences: expect.arrayContaining(['zoom.us answered in 20 ms (10 of 10).']),
  });
  expect(progress).toEqual([{ host: 'zoom.us', done: 1, total: 10 }]);
  expect(kept.map(({ host }) => host)).toEqual(['zoom.us']);
});

test.each(['evil.example', 'zoom.us.evil.example', '127.0.0.1', '', 'us02web.zoom.us'])(
  'a page that names “%s” gets nobody asked',
  async (host) => {
    const { trial, asked } = program(async () => answered(host));
    expect(await trial.start(host)).toEqual({ is: 'refused' });
    expect(asked).toEqual([]);
  },
);

test('a meeting’s official link may be asked, a fake one never', async () => {
  const official = program(async ({ host }) => answered(host), [ahead()]);
  expect((await official.trial.start('us02web.zoom.us')).is).toBe('tried');
  const fake = program(async ({ host }) => answered(host), [fakeMeeting()]);
  expect(await fake.trial.start('us02web-zoom.us')).toEqual({ is: 'refused' });
});

test('it stops at once, keeps nothing then, and can be made once more', async () => {
  const { trial, kept } = program(untilStopped);
  const told = trial.start('zoom.us');
  trial.stop();
  expect(await told).toEqual({ is: 'stopped' });
  expect(kept).toEqual([]);
  const again = trial.start('zoom.us');
  trial.stop();
  expect(await again).toEqual({ is: 'stopped' });
});

test('two clicks are one trial, and another host waits', async () => {
  const { trial, asked } = program(untilStopped);
  const [first, second] = [trial.start('zoom.us'), trial.start('zoom.us')];
  expect(await trial.start('meet.google.com')).toEqual({ is: 'busy' });
  trial.stop();
  expect([await first, await second]).toEqual([{ is: 'stopped' }, { is: 'stopped' }]);
  expect(asked).toEqual(['zoom.us']);
});

test('a proxy that cannot be used is said', async () => {
  const { trial, kept } = program(() => Promise.reject(new InputError('HTTPS_PROXY', asMessage('it is no proxy'))));
  expect(await trial.start('zoom.us')).toEqual({
    is: 'impossible',
    sentence: expect.stringContaining('it is no proxy'),
  });
  expect(kept).toEqual([]);
});

test.each<[string, Readonly<Record<string, boolean | string>>, readonly NextMeeting[], readonly string[]]>([
  ['where the policy wants it', { beforeMeeting: true }, [ahead()], ['us02web.zoom.us']],
  ['not without a policy', {}, [ahead()], []],
  ['not where the check is off', { beforeMeeting: true, importance: 'off' }, [ahead()], []],
  ['not without a meeting', { beforeMeeting: true }, [], []],
  ['never a fake link’s host', { beforeMeeting: true }, [fakeMeeting({ startsAt: START })], []],
])('before a meeting the host is asked %s', async (_name, rules, meetings, expected) => {
  const { trial, asked, kept } = program(async ({ host }) => answered(host), meetings, rules);
  await trial.beforeMeeting();
  expect(asked).toEqual(expected);
  expect(kept.map(({ host }) => host)).toEqual(expected);
});

test('a fault in a trial that nobody waits for does not hold up the check', async () => {
  const { trial } = program(() => Promise.reject(new Error('broken')), [ahead()], { beforeMeeting: true });
  await expect(trial.beforeMeeting()).resolves.toBeUndefined();
});
