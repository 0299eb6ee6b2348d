/** Browsers are looked at for the host of a meeting that a browser can join, and for nothing else. */

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { known, unknown } from '../../../electron/core/facts/fact.ts';
import type { MeetingAhead } from '../../../electron/core/meeting/meeting.ts';
import { asMessage } from '../../../electron/core/messages/messages.ts';
import { noPolicy, type Policy } from '../../../electron/core/policy/policy.ts';
import { type BrowserQuestion, browserAnswersFor } from '../../../electron/engine/run/browser-answers.ts';
import type { Host } from '../../../electron/platform/machine/machine.ts';

const NOW = new Date('2026-11-22T12:00:00.000Z');
const meeting: MeetingAhead = {
  startsAt: '2026-11-22T12:06:00.000Z',
  endsAt: '2026-11-22T13:00:00.000Z',
  title: 'Weekly',
  link: 'genuine',
  service: 'meet',
  serviceName: 'Google Meet',
  host: 'meet.google.com',
  inBrowser: true,
};

let home = '';
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'greenroom-answers-'));
  const profile = path.join(home, '.config/google-chrome/Default');
  await mkdir(profile, { recursive: true });
  const rules = { 'https://meet.google.com:443,*': { setting: 2 }, 'https://private.example:443,*': { setting: 2 } };
  await writeFile(
    path.join(profile, 'Preferences'),
    JSON.stringify({ profile: { content_settings: { exceptions: { media_stream_mic: rules } } } }),
  );
});
afterAll(() => rm(home, { recursive: true, force: true }));

const asked = (
  meeting: BrowserQuestion['meeting'],
  { policy = noPolicy, only = null }: Partial<Pick<BrowserQuestion, 'policy' | 'only'>> = {},
) => {
  const machine: Host = { platform: 'linux', arch: 'x64', kernel: '6.1', home, variables: {}, utcOffsetMinutes: 0 };
  return browserAnswersFor({
    meeting,
    policy,
    only,
    machine,
    folder: path.join(home, 'own'),
    now: NOW,
    limitMs: 30_000,
  });
};
const answers = (ahead: MeetingAhead | null, rules: Parameters<typeof asked>[1] = {}) =>
  asked({ fact: known(ahead, 'calendars'), at: NOW.toISOString() }, rules);
const off: Policy = { ...noPolicy, layers: { user: { 'browser-permission': { importance: 'off' } } } };

test('the host of the next meeting is looked for, and no other is told', async () => {
  const told = await answers(meeting);
  expect(told.browserAnswers?.fact).toMatchObject({
    state: 'known',
    value: { host: 'meet.google.com', answers: [{ browser: 'chrome', refused: ['microphone'] }] },
  });
  expect(JSON.stringify(told)).not.toContain('private.example');
  expect((await answers(meeting, { only: ['browser-permission'] })).browserAnswers).toBeDefined();
});

test.each<[string, Parameters<typeof answers>]>([
  ['no meeting is ahead', [null]],
  ['its link is fake', [{ ...meeting, link: 'suspicious' }]],
  ['its server is unknown', [{ ...meeting, link: 'unknown-server' }]],
  ['no browser can join it', [{ ...meeting, inBrowser: false }]],
  ['the check is switched off', [meeting, { policy: off }]],
  ['other checks were asked for', [meeting, { only: ['load'] }]],
])('no browser is looked at where %s', async (_name, given) => {
  expect(await answers(...given)).toEqual({});
});

test('nor where the calendars could not be read, or hold none', async () => {
  const unread = { fact: unknown('unreadable', asMessage('a test')), at: NOW.toISOString() };
  expect([await asked(undefined), await asked(unread)]).toEqual([{}, {}]);
});
