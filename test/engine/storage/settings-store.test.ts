/** A person's own settings on a real disk: kept, taken back, never lost to damage, and never stronger than the organisation's. */

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PolicyValue } from '../../../electron/core/policy/policy.ts';
import { noPolicy } from '../../../electron/core/policy/policy.ts';
import { loadPolicy } from '../../../electron/engine/run/effective-policy.ts';
import { createRunPlace } from '../../../electron/engine/run/workspace.ts';
import { createSession } from '../../../electron/engine/session/session.ts';
import { loadSettings } from '../../../electron/engine/storage/settings-store.ts';
import { localMachine } from '../../../electron/platform/machine/local.ts';
import { parseRecording } from '../../../electron/platform/machine/recording.ts';
import { replayMachine } from '../../../electron/platform/machine/replay.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'greenroom-settings-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const port = () =>
  replayMachine(parseRecording('debian-12-server', readFileSync('test/machines/debian-12-server.json', 'utf8')), {
    strict: true,
  });

const session = (enforced: Readonly<Record<string, Readonly<Record<string, PolicyValue>>>> = {}) =>
  createSession({
    place: createRunPlace({
      port: port(),
      folder,
      appVersion: '1.0.0',
      policy: async () => {
        const { policy, notices } = await loadPolicy(localMachine({ root: folder }), folder);
        return { policy: { ...noPolicy, layers: { ...policy.layers, enforced } }, notices };
      },
    }),
  });

test('a setting holds after a new start, and goes back when it is taken back', async () => {
  const first = session();
  expect(await first.changeSetting('checking', 'deadlineSeconds', 20)).toBe('changed');
  expect(first.snapshot().settings.checking?.deadlineSeconds).toEqual({ value: 20, layer: 'user' });
  const second = session();
  await second.load();
  expect(second.snapshot().settings.checking?.deadlineSeconds).toEqual({ value: 20, layer: 'user' });
  expect(await second.changeSetting('checking', 'deadlineSeconds', null)).toBe('changed');
  expect(second.snapshot().settings.checking?.deadlineSeconds).toEqual({ value: 35, layer: 'default' });
});

test('a run keeps to the time that was set', async () => {
  const one = session();
  await one.changeSetting('checking', 'deadlineSeconds', 33);
  await one.check(null);
  expect(one.snapshot().report?.deadlineMs).toBe(33_000);
});

test('a check can be switched off, unless the organisation has fixed it', async () => {
  const free = session();
  expect(await free.changeSetting('load', 'importance', 'off')).toBe('changed');
  await free.check(null);
  expect(free.snapshot().report?.findings.map((finding) => finding.id)).not.toContain('load');
  const managed = session({ load: { importance: 'advised' } });
  expect(await managed.changeSetting('load', 'importance', 'off')).toBe('managed');
  await managed.check(null);
  expect(managed.snapshot().report?.findings.map((finding) => finding.id)).toContain('load');
});

test.each<[string, string, string, unknown]>([
  ['an area that does not exist', 'nonsense', 'deadlineSeconds', 5],
  ['a key that does not exist', 'checking', 'deadline', 5],
  ['a name that every object has', 'checking', 'constructor', 5],
  ['a rule that is for the organisation to make', 'help-desk', 'page', 'https://example.com/'],
  ['that a check decides the verdict, which only policy says', 'load', 'importance', 'required'],
  ['a value of another type', 'checking', 'deadlineSeconds', 'soon'],
  ['a value beyond the limits', 'checking', 'deadlineSeconds', 100_000],
])('%s is refused, and nothing is stored', async (_what, id, key, value) => {
  expect(await session().changeSetting(id, key, value)).toBe('refused');
  expect(readdirSync(folder)).toEqual([]);
});

test('a damaged file is set aside and said so; the program goes on with the defaults', async () => {
  writeFileSync(path.join(folder, 'settings.json'), '{"schema":"greenroom.settings/1","values":{"checking":{"dead');
  const one = session();
  await one.load();
  expect(one.snapshot().notices.join()).toMatch(/settings is damaged and was moved to .*settings\.json\.damaged-/);
  expect(one.snapshot().settings.checking?.deadlineSeconds).toEqual({ value: 35, layer: 'default' });
  expect(readdirSync(folder).some((name) => name.startsWith('settings.json.damaged-'))).toBe(true);
});

test('a value that somebody wrote into the file by hand and that cannot be right does not hold', async () => {
  const values = { checking: { deadlineSeconds: -1 }, later: { version: true } };
  writeFileSync(path.join(folder, 'settings.json'), JSON.stringify({ schema: 'greenroom.settings/1', values }));
  const one = session();
  await one.load();
  expect(one.snapshot().settings.checking?.deadlineSeconds).toEqual({ value: 35, layer: 'default' });
  // What a newer version stored is still there after this one has changed something else.
  await one.changeSetting('checking', 'deadlineSeconds', 12);
  expect((await loadSettings(folder)).value).toEqual({ checking: { deadlineSeconds: 12 }, later: { version: true } });
});

test('that a check is required holds from policy alone: in a person’s own file it reads as the default, and is kept', async () => {
  const values = { load: { importance: 'required' }, power: { importance: 'off' } };
  writeFileSync(path.join(folder, 'settings.json'), JSON.stringify({ schema: 'greenroom.settings/1', values }));
  const own = session();
  await own.check(null);
  const ownIds = own.snapshot().report?.findings.filter(({ required }) => required);
  expect(ownIds?.map(({ id }) => id)).not.toContain('load');
  // Somebody wanted to see it, whatever is recommended.
  expect(own.snapshot().report?.findings.map(({ id }) => id)).toContain('load');
  expect((await loadSettings(folder)).value).toEqual(values);
  const managed = session({ load: { importance: 'required' } });
  await managed.check(null);
  expect(managed.snapshot().report?.findings.find(({ id }) => id === 'load')?.required).toBe(true);
});

test('what a start found damaged is still said after the check that follows it', async () => {
  writeFileSync(path.join(folder, 'settings.json'), '{');
  const one = session();
  await one.load();
  await one.check(null);
  expect(one.snapshot().notices.join()).toContain('settings is damaged');
});
