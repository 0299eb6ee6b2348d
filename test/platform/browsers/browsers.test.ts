/** Real files of browsers in a home made for it: each answer is found where its system keeps it, and nothing is left behind. */
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Platform } from '../../../electron/core/facts/index.ts';
import { readBrowserAnswers } from '../../../electron/platform/browsers/index.ts';
import { canReadDatabases } from '../../../electron/platform/calendars/database.ts';
import type { Host } from '../../../electron/platform/machine/machine.ts';

const HOST = 'meet.google.com';
const NOW = Date.parse('2026-11-22T12:00:00.000Z');
let home = '';
let own = '';
beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'greenroom-browsers-'));
  own = path.join(home, 'greenroom');
});
afterEach(() => rm(home, { recursive: true, force: true }));

const host = (platform: Platform = 'linux'): Host => ({
  ...{ platform, arch: 'x64', kernel: '6.1', home, variables: {}, utcOffsetMinutes: 0 },
});
const read = (platform?: Platform) => readBrowserAnswers(host(platform), HOST, own, NOW);
const put = async (file: string, text: string): Promise<string> => {
  const whole = path.join(home, file);
  await mkdir(path.dirname(whole), { recursive: true });
  await writeFile(whole, text);
  return whole;
};
const refusing = JSON.stringify({
  profile: { content_settings: { exceptions: { media_stream_camera: { [`https://${HOST}:443,*`]: { setting: 2 } } } } },
});

test('without a browser nothing is said, and no folder is made', async () => {
  expect(await read()).toEqual([]);
  expect(await readdir(home)).toEqual([]);
});

test.each<[Platform, string, string]>([
  ['linux', '.config/google-chrome', 'chrome'],
  ['linux', '.var/app/com.google.Chrome/config/google-chrome', 'chrome'],
  ['linux', '.config/microsoft-edge', 'edge'],
  ['linux', '.var/app/com.microsoft.Edge/config/microsoft-edge', 'edge'],
  ['linux', '.config/BraveSoftware/Brave-Browser', 'brave'],
  ['linux', 'snap/brave/current/.config/BraveSoftware/Brave-Browser', 'brave'],
  ['darwin', 'Library/Application Support/Google/Chrome', 'chrome'],
  ['darwin', 'Library/Application Support/Microsoft Edge', 'edge'],
  ['darwin', 'Library/Application Support/BraveSoftware/Brave-Browser', 'brave'],
  ['win32', 'AppData/Local/Google/Chrome/User Data', 'chrome'],
  ['win32', 'AppData/Local/Microsoft/Edge/User Data', 'edge'],
  ['win32', 'AppData/Local/BraveSoftware/Brave-Browser/User Data', 'brave'],
])('on %s it looks into %s', async (platform, folder, browser) => {
  await put(`${folder}/Default/Preferences`, refusing);
  expect(await read(platform)).toEqual([{ browser, refused: ['camera'] }]);
});

test('of several profiles the one last in use counts', async () => {
  await put('.config/google-chrome/Local State', '{"profile":{"last_used":"Profile 1"}}');
  await put('.config/google-chrome/Default/Preferences', refusing);
  await put('.config/google-chrome/Profile 1/Preferences', '{"profile":{}}');
  expect(await read()).toEqual([{ browser: 'chrome', refused: [] }]);
});

test('a damaged file of one browser harms no other', async () => {
  await put('.config/google-chrome/Default/Preferences', '{"prof');
  await put('.config/microsoft-edge/Default/Preferences', refusing);
  expect(await read()).toEqual([
    { browser: 'chrome', refused: null },
    { browser: 'edge', refused: ['camera'] },
  ]);
});

const PROFILES =
  '[Install4F96D1932A9F858E]\nDefault=ab.default-release\n\n[Profile0]\nName=x\nIsRelative=1\nPath=ab.default-release\n';

test('a Firefox whose table is damaged is told as unread', async () => {
  await put('.mozilla/firefox/profiles.ini', PROFILES);
  await put(
    '.mozilla/firefox/ab.default-release/permissions.sqlite',
    'not a database at all, but long enough to be opened as one',
  );
  expect(await read()).toEqual([{ browser: 'firefox', refused: null }]);
});

test('a Firefox that was never asked refuses nothing', async () => {
  await put('.mozilla/firefox/profiles.ini', PROFILES);
  expect(await read()).toEqual([{ browser: 'firefox', refused: [] }]);
});

describe.skipIf(!canReadDatabases())('Firefox’s table of permissions', () => {
  const withRows = async (folder: string, ...rows: readonly (readonly (string | number)[])[]): Promise<void> => {
    await put(`${folder}/profiles.ini`, PROFILES);
    const file = await put(`${folder}/ab.default-release/permissions.sqlite`, '');
    const { DatabaseSync } = await import('node:sqlite');
    const database = new DatabaseSync(file);
    database.exec(
      'CREATE TABLE moz_perms (id INTEGER PRIMARY KEY, origin TEXT, type TEXT, permission INTEGER, expireType INTEGER, expireTime INTEGER, modificationTime INTEGER)',
    );
    const insert = database.prepare(
      'INSERT INTO moz_perms (origin, type, permission, expireType, expireTime, modificationTime) VALUES (?, ?, ?, ?, ?, 0)',
    );
    for (const row of rows) insert.run(...row);
    database.close();
  };
  const SITE = `https://${HOST}`;

  test.each<[Platform, string]>([
    ['linux', '.mozilla/firefox'],
    ['linux', '.config/mozilla/firefox'],
    ['linux', '.var/app/org.mozilla.firefox/.mozilla/firefox'],
    ['linux', 'snap/firefox/common/.mozilla/firefox'],
    ['darwin', 'Library/Application Support/Firefox'],
    ['win32', 'AppData/Roaming/Mozilla/Firefox'],
  ])('is found on %s in %s, and its copy is gone afterwards', async (platform, folder) => {
    await withRows(folder, [SITE, 'microphone', 2, 0, 0]);
    expect(await read(platform)).toEqual([{ browser: 'firefox', refused: ['microphone'] }]);
    expect(await readdir(path.join(own, 'calendar-copies'))).toEqual([]);
  });

  test('counts only what still holds for the page itself', async () => {
    await withRows(
      '.mozilla/firefox',
      [SITE, 'camera', 1, 0, 0],
      ['https://zoom.us', 'microphone', 2, 0, 0],
      [`${SITE}^userContextId=2`, 'microphone', 2, 0, 0],
      [SITE, 'microphone', 2, 2, NOW - 1],
      [SITE, 'geo', 2, 0, 0],
    );
    expect(await read()).toEqual([{ browser: 'firefox', refused: [] }]);
  });

  test('counts what holds for a time that is not over', async () => {
    await withRows('.mozilla/firefox', [SITE, 'camera', 2, 2, NOW + 60_000]);
    expect(await read()).toEqual([{ browser: 'firefox', refused: ['camera'] }]);
  });

  test('a damaged profile does not lose what another refuses', async () => {
    await withRows('.mozilla/firefox', [SITE, 'camera', 2, 0, 0]);
    const other = '[Install1]\nDefault=damaged\n\n[Profile9]\nPath=damaged\nIsRelative=1\n\n';
    await put('.mozilla/firefox/profiles.ini', other + PROFILES);
    await put('.mozilla/firefox/damaged/permissions.sqlite', 'no table at all');
    expect(await read()).toEqual([{ browser: 'firefox', refused: ['camera'] }]);
  });
});
