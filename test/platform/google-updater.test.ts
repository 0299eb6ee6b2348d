/** What Google's updater noted of Chrome, as far as it is of use, and nothing of it where it is not. */
import { expect, test } from 'vitest';
import type { InstalledApp } from '../../electron/core/facts/index.ts';
import { allowedNotes, chromeUpdater } from '../../electron/platform/google-updater.ts';
import { bind } from '../../electron/platform/machine/machine.ts';
import { parseRecording, type Reading } from '../../electron/platform/machine/recording.ts';
import { replayMachine } from '../../electron/platform/machine/replay.ts';

const app: InstalledApp = { product: 'chrome', version: '158.0.1.2', kind: 'exe', scope: 'machine', source: 'key' };
const NOTES = 'C:\\prefs.json';
const PROGRAM = 'C:\\chrome.exe';
const notes = {
  active_version: '146.0.1.1',
  last_checked: '13440000000000000',
  updateclientdata: {
    apps: {
      '{8A69D345-D564-463C-AFF1-A69D9E530F96}': { pv: '158.0.1.2', cohort: '1:gu:x', pf: '{0-1-2}' },
      '{44fc7fe2-65ce-487c-93f4-edee46eeaaab}': { pv: '1.0' },
    },
  },
};

const read = (text: string, stat = true) => {
  const reads: readonly Reading[] = [
    { op: 'readText', path: NOTES, text },
    stat
      ? { op: 'stat', path: PROGRAM, stat: { kind: 'file', size: 1, modifiedMs: 1_795_000_000_000, uid: 0, mode: 0 } }
      : { op: 'stat', path: PROGRAM, missing: true },
  ];
  const host = { platform: 'win32', arch: 'x64', kernel: '10', home: 'C:\\', variables: {}, utcOffsetMinutes: 0 };
  const recording = { schema: 'greenroom.machine/1', recordedAt: '2026-11-30T00:00:00Z', redacted: true, host, reads };
  const port = replayMachine(parseRecording('a test', JSON.stringify(recording)), { strict: true });
  return chromeUpdater(bind(port, new AbortController().signal), app, NOTES, PROGRAM);
};

const told = {
  product: 'chrome',
  kind: 'exe',
  source: 'key',
  by: 'Google’s updater',
  lookedAt: '2026-11-24T13:20:00.000Z',
  version: '158.0.1.2',
  changedAt: '2026-11-18T11:06:40.000Z',
};

test('it says when it looked, which version it knows, and when that was put in place', async () => {
  expect(await read(JSON.stringify(notes))).toEqual([told]);
  const { last_checked, ...older } = notes;
  expect(await read(JSON.stringify({ ...older, update_time: last_checked }))).toEqual([told]);
});

test.each([
  ['is cut off', JSON.stringify(notes).slice(0, 60)],
  ['has a time that is none', JSON.stringify({ ...notes, last_checked: '-1' })],
  ['has never looked', JSON.stringify({ ...notes, last_checked: undefined })],
  ['looks after other programs only', JSON.stringify({ ...notes, updateclientdata: { apps: { x: { pv: '1' } } } })],
  ['holds another form', '[]'],
])('nothing is known where the file %s', async (_, text) => {
  expect(await read(text)).toEqual([]);
});

test('nothing is known where the program itself is not found', async () => {
  expect(await read(JSON.stringify(notes), false)).toEqual([]);
});

test('a recording keeps what is read of the notes, and neither other programs nor what numbers this computer', async () => {
  const kept = allowedNotes(JSON.stringify(notes));
  expect(await read(kept)).toEqual([told]);
  expect(kept).not.toMatch(/cohort|44fc7fe2|active_version|0-1-2/);
});
