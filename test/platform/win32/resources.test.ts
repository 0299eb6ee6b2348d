/** Power, lock, room and load of recorded Windows computers. What each is stands here by hand. */
import { describe, expect, it } from 'vitest';
import type { FactKey, Facts } from '../../../electron/core/facts/index.ts';
import type { Reading, Recording } from '../../../electron/platform/machine/recording.ts';
import { changedSection, factOf, inSection, knownOf, recordingOf, withReadings, withSection } from './recorded.ts';

const unknown = (cause: string): object => ({ state: 'unknown', cause, reason: expect.stringMatching(/^[A-Z].*\.$/) });
const expectFact = async <K extends FactKey>(name: string, key: K, expected: Facts[K] | string): Promise<void> => {
  const fact = await factOf(recordingOf(name), key);
  expect(fact).toEqual(
    typeof expected === 'string' ? unknown(expected) : { state: 'known', value: expected, source: expect.any(String) },
  );
};

const asked = { sleep: ['SUB_SLEEP', 'STANDBYIDLE'], lock: ['SUB_NONE', 'CONSOLELOCK'] } as const;
const operation = (setting: keyof typeof asked) => ({
  op: 'run' as const,
  program: 'C:\\Windows\\System32\\powercfg.exe',
  args: ['/query', 'SCHEME_CURRENT', ...asked[setting]],
});
const powercfg = (setting: keyof typeof asked, stdout: string, code = 0): Reading => ({
  ...operation(setting),
  code,
  stdout,
  stderr: '',
});

describe('power', () => {
  const battery = (percent: number, onMains: boolean, minutesLeft: number | null = null) => ({
    percent,
    onMains,
    minutesLeft,
  });
  it.each<[string, Facts['power'] | string]>([
    ['windows-11-25h2-pro', { battery: battery(96, true), sleepAfterMinutes: 30 }],
    ['windows-10-22h2-esu', { battery: battery(41, false, 127), sleepAfterMinutes: 15 }],
    ['windows-11-24h2-home', { battery: battery(8, false, 11), sleepAfterMinutes: 1 }],
    ['windows-11-25h2-german', { battery: battery(62, true), sleepAfterMinutes: null }],
    ['windows-10-22h2', { battery: null, sleepAfterMinutes: null }],
    ['windows-11-25h2-japanese-file-history-off', 'unreadable'],
    ['windows-11-25h2-half-readable', 'unreadable'],
  ])('%s', (name, expected) => expectFact(name, 'power', expected));

  const powered = (...batteries: readonly object[]): Recording =>
    withSection('windows-11-25h2-pro', 'battery', { kind: 2, batteries });

  it('of two batteries is told on mains only', async () => {
    const [full, low] = [
      { state: 2, percent: 100, minutes: null },
      { state: 2, percent: 5, minutes: null },
    ];
    expect((await knownOf(powered(full, low), 'power')).battery).toEqual(battery(5, true));
    expect(await factOf(powered(full, { ...low, state: 1 }), 'power')).toEqual(unknown('unsupported'));
  });

  it.each([
    { state: 1, percent: null, minutes: 60 },
    { state: 1, percent: 255, minutes: 60 },
    { state: null, percent: 50, minutes: 60 },
    { state: 3, percent: 50, minutes: 60 },
  ])('is not known from %j', async (odd) => {
    expect(await factOf(powered(odd), 'power')).toEqual(unknown('unreadable'));
  });

  it.each<[string, Reading]>([
    ['is missing', { ...operation('sleep'), missing: true }],
    ['hangs', { ...operation('sleep'), cannotTell: 'timed-out', reason: 'powercfg.exe did not answer in time.' }],
    ['fails', powercfg('sleep', 'Zugriff verweigert. 0x00000005 0x00000006', 1)],
    ['prints another form', powercfg('sleep', '0x00000000 0xffffffff 0x00000001')],
    ['prints garbage', powercfg('sleep', '\0\uFFFD0x12'.repeat(500))],
  ])('keeps what is known of the battery when powercfg %s', async (_, reading) => {
    const fact = await knownOf(withReadings(recordingOf('windows-11-25h2-pro'), reading), 'power');
    expect(fact).toEqual({ battery: battery(96, true), sleepAfterMinutes: null });
  });
});

describe('the screen lock', () => {
  const locksAfter = (idleSeconds: number): Facts['screenLock'] => ({ locks: true, idleSeconds, delaySeconds: null });
  const never: Facts['screenLock'] = { locks: false, idleSeconds: null, delaySeconds: null };
  it.each<[string, Facts['screenLock'] | string]>([
    ['windows-11-25h2-pro', locksAfter(600)],
    // By the organisation's rules, the screen saver's and the limit's.
    ['windows-11-25h2-japanese-file-history-off', locksAfter(300)],
    ['windows-11-25h2-third-party', locksAfter(900)],
    // When it wakes: on battery after 15 minutes; on mains after 30, or never where it never sleeps there.
    ['windows-10-22h2-esu', locksAfter(900)],
    ['windows-11-25h2-in-a-call-french', locksAfter(1800)],
    ['windows-11-25h2-german', never],
    // It never sleeps, or does not ask when it wakes.
    ['windows-11-25h2-all-off', never],
    ['windows-10-22h2', never],
    // Modern standby has no such setting.
    ['windows-11-24h2-home', 'unsupported'],
    ['windows-11-25h2-half-readable', 'unsupported'],
  ])('%s', (name, expected) => expectFact(name, 'screenLock', expected));

  it('takes no screen saver for a lock that was not chosen, asks for nothing, or has no time', async () => {
    const secure = {
      ScreenSaveActive: '1',
      ScreenSaverIsSecure: '1',
      ScreenSaveTimeOut: '60',
      'SCRNSAVE.EXE': 'C:\\Windows\\system32\\Mystify.scr',
    };
    const saved = (change: object): Recording =>
      changedSection('windows-10-22h2', 'desktop', { saver: { ...secure, ...change } });
    expect(await knownOf(saved({}), 'screenLock')).toEqual(locksAfter(60));
    for (const change of [
      { 'SCRNSAVE.EXE': '' },
      { ScreenSaverIsSecure: '0' },
      { ScreenSaveActive: '0' },
      { ScreenSaveTimeOut: '' },
      { ScreenSaveTimeOut: '0' },
    ])
      expect(await knownOf(saved(change), 'screenLock')).toEqual(never);
  });

  it.each<[string, Reading]>([
    ['is missing', { ...operation('lock'), missing: true }],
    ['hangs', { ...operation('lock'), cannotTell: 'timed-out', reason: 'powercfg.exe did not answer in time.' }],
    ['fails', powercfg('lock', '0x00000000 0x00000000', 1)],
    ['prints another form', powercfg('lock', '0x00000000 0x00000000 0x00000000')],
    ['prints other numbers', powercfg('lock', '0x00000007 0x00000007')],
  ])('is not known when powercfg %s', async (_, reading) => {
    const fact = await factOf(withReadings(recordingOf('windows-11-25h2-all-off'), reading), 'screenLock');
    expect(fact).toEqual(unknown('unsupported'));
  });
});

describe('room on the disk', () => {
  it.each<[string, Facts['diskSpace'] | string]>([
    ['windows-11-24h2-home', { volume: 'C:', freeBytes: 3_221_225_472, totalBytes: 124_554_051_584 }],
    ['windows-11-24h2-powershell-blocked', { volume: 'C:', freeBytes: 211_482_107_904, totalBytes: 510_770_802_688 }],
    ['windows-11-25h2-half-readable', 'unreadable'],
  ])('%s', (name, expected) => expectFact(name, 'diskSpace', expected));
});

describe('load', () => {
  // Of 16.8 seconds of all processors: the virus scanner 0.55, others 0.15. What Greenroom and WMI used is not counted.
  it.each<[string, Facts['load'] | string]>([
    [
      'windows-11-25h2-pro',
      { processorPercent: 4.2, memoryPercent: 41.8, busiest: [{ name: 'MsMpEng', percent: 3.3 }] },
    ],
    [
      'windows-11-25h2-all-off',
      { processorPercent: 77.9, memoryPercent: 96.2, busiest: [{ name: 'miner', percent: 76.8 }] },
    ],
    ['windows-11-25h2-half-readable', 'unreadable'],
    ['windows-11-24h2-powershell-blocked', 'no-powershell'],
  ])('%s', (name, expected) => expectFact(name, 'load', expected));

  it('counts the parts of one program together', async () => {
    const { busiest } = await knownOf(recordingOf('windows-11-25h2-in-a-call-french'), 'load');
    expect(busiest[0]).toEqual({ name: 'ms-teams', percent: 13.7 });
  });

  it('leaves Greenroom’s own work out, but no other program that Node or PowerShell runs', async () => {
    const look = (idle: number, own: number, other: number): object => ({
      running: [
        `0|0|${idle}||System Idle Process`,
        `10|4|${own}|1|C:\\nodejs\\node.exe`,
        `11|10|${own}|2|C:\\ps\\powershell.exe`,
        `12|4|${other}|1|C:\\nodejs\\node.exe`,
        `13|4|${other}|1|C:\\ps\\powershell.exe`,
      ],
    });
    const before = changedSection('windows-11-25h2-pro', 'programs', { self: 11, ...look(0, 0, 0) });
    const activity = { free: 1, total: 2, ...look(4_000_000, 1_000_000, 2_000_000) };
    expect(await knownOf(inSection(before, 'activity', activity), 'load')).toEqual({
      processorPercent: 40,
      memoryPercent: 50,
      busiest: [
        { name: 'node', percent: 20 },
        { name: 'powershell', percent: 20 },
      ],
    });
  });

  it('is not known without the idle time, from one look, or without the memory', async () => {
    const later = (change: object): Recording => changedSection('windows-11-25h2-pro', 'activity', change);
    for (const change of [
      { running: ['7000|6100|10100000||powershell.exe', '4|0|99999999999||System'] },
      { running: [] },
      { running: ['0|0|610000000000||System Idle Process'] },
      { total: 0 },
      { free: 99_999_999, total: 1 },
    ])
      expect(await factOf(later(change), 'load')).toEqual(unknown('unreadable'));
  });
});

it('notifications are known to be held back, but never known not to be', async () => {
  await expectFact('windows-10-22h2', 'focusMode', { on: true });
  for (const name of ['windows-11-25h2-pro', 'windows-server-2025']) await expectFact(name, 'focusMode', 'unsupported');
  const on = changedSection('windows-11-25h2-pro', 'desktop', { notifications: '1' });
  expect(await factOf(on, 'focusMode')).toEqual(unknown('unsupported'));
});
