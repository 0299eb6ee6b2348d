/** What protects a Windows computer, on recorded computers. What each is stands here by hand. */
import { describe, expect, it } from 'vitest';
import type { FactKey, Facts } from '../../../electron/core/facts/index.ts';
import type { Recording } from '../../../electron/platform/machine/recording.ts';
import { changedSection, factOf, inSection, knownOf, recordingOf, withSection } from './recorded.ts';

const unknown = (cause: string): object => ({ state: 'unknown', cause, reason: expect.stringMatching(/^[A-Z].*\.$/) });
const expectFact = async <K extends FactKey>(name: string, key: K, expected: Facts[K] | string): Promise<void> => {
  const fact = await factOf(recordingOf(name), key);
  expect(fact).toEqual(
    typeof expected === 'string' ? unknown(expected) : { state: 'known', value: expected, source: expect.any(String) },
  );
};
const settings = (change: object): Recording => changedSection('windows-11-25h2-pro', 'updateSettings', change);

describe('a restart that waits', () => {
  const activeHours = { from: 8, to: 17, utcOffsetMinutes: 60 };
  it.each<[string, Facts['restartPending'] | string]>([
    ['windows-11-25h2-pro', { pending: false, reasons: [], activeHours }],
    [
      'windows-10-22h2',
      { pending: true, reasons: ['Windows updates'], activeHours: { from: 22, to: 6, utcOffsetMinutes: 60 } },
    ],
    [
      'windows-11-25h2-update-server-error',
      { pending: true, reasons: ['parts of Windows'], activeHours: { from: 7, to: 20, utcOffsetMinutes: 60 } },
    ],
    ['windows-11-24h2-home', { pending: false, reasons: [] }],
    ['windows-11-25h2-constrained-language', 'unreadable'],
    ['windows-11-25h2-half-readable', 'unreadable'],
    ['windows-11-24h2-powershell-blocked', 'unreadable'],
  ])('%s', (name, expected) => expectFact(name, 'restartPending', expected));

  it('is told by any one of the signs, an empty key among them', async () => {
    for (const sign of [{ pending: true }, { pendingUpdate: {} }, { pendingPart: {} }])
      expect((await knownOf(settings({ pending: null, ...sign }), 'restartPending')).pending).toBe(true);
  });

  it('promises no hours that Windows moves by itself, or that are damaged', async () => {
    for (const hours of [
      { ActiveHoursStart: '8', ActiveHoursEnd: '17', SmartActiveHoursState: '1' },
      { ActiveHoursStart: '8', ActiveHoursEnd: '24' },
      { ActiveHoursStart: '-1', ActiveHoursEnd: '17' },
      {},
      null,
    ])
      expect(await knownOf(settings({ hours }), 'restartPending')).not.toHaveProperty('activeHours');
  });
});

describe('automatic updates', () => {
  it.each<[string, Facts['autoUpdates'] | string]>([
    ['windows-11-25h2-pro', { state: 'on' }],
    ['windows-10-22h2-esu', { state: 'asks' }],
    ['windows-server-2025', { state: 'asks' }],
    ['windows-11-24h2-home', { state: 'paused', pausedUntil: '2026-12-05T21:14:40.000Z' }],
    ['windows-11-25h2-update-server-error', { state: 'off' }],
    ['windows-11-25h2-all-off', { state: 'off' }],
    ['windows-11-25h2-constrained-language', { state: 'on' }],
    ['windows-11-25h2-japanese-file-history-off', 'unreadable'],
    ['windows-11-25h2-half-readable', 'unreadable'],
  ])('%s', (name, expected) => expectFact(name, 'autoUpdates', expected));

  it('are what they were before once a pause is over, not simply on', async () => {
    const hours = { PauseUpdatesExpiryTime: '2026-11-01T10:00:00Z' };
    expect(await knownOf(settings({ hours }), 'autoUpdates')).toEqual({ state: 'on' });
    expect(await knownOf(settings({ hours, level: 1 }), 'autoUpdates')).toEqual({ state: 'off' });
    expect(await factOf(settings({ hours, level: 0 }), 'autoUpdates')).toEqual(unknown('unreadable'));
  });

  it('are not known from a pause or a clock that cannot be read', async () => {
    const hours = { PauseUpdatesExpiryTime: '2026-12-01T10:00:00Z' };
    expect(await factOf(settings({ hours, now: '22/11/2026' }), 'autoUpdates')).toEqual(unknown('unreadable'));
    const soon = { PauseUpdatesExpiryTime: 'soon' };
    expect(await factOf(settings({ hours: soon }), 'autoUpdates')).toEqual(unknown('unreadable'));
  });
});

describe('the firewall', () => {
  const named = (on: boolean, ...off: string[]): Facts['firewall'] => ({ on, name: 'Windows Firewall', off });
  it.each<[string, Facts['firewall'] | string]>([
    ['windows-11-25h2-pro', named(true)],
    ['windows-10-22h2', named(true, 'public')],
    ['windows-server-2025', named(true, 'private')],
    ['windows-11-25h2-all-off', named(false, 'domain', 'private', 'public')],
    ['windows-11-25h2-japanese-file-history-off', named(true)],
    ['windows-11-25h2-third-party', { on: true, name: 'AVG Firewall', off: [] }],
    ['windows-11-25h2-update-server-error', 'denied'],
    ['windows-11-25h2-half-readable', 'unreadable'],
  ])('%s', (name, expected) => expectFact(name, 'firewall', expected));

  const publicWith = (change: object): Recording =>
    withSection('windows-11-25h2-pro', 'firewall', {
      service: '2',
      profiles: ['Domain', 'Private', 'Standard', 'Public'].map((name) => ({
        name,
        local: '1',
        ...(name === 'Public' ? change : {}),
      })),
    });

  it('follows policy against the computer’s own setting, and calls no contradiction on or off', async () => {
    expect(await knownOf(publicWith({ policy: '0' }), 'firewall')).toEqual(named(true, 'public'));
    expect(await factOf(publicWith({ local: '0', managed: '1' }), 'firewall')).toEqual(unknown('unreadable'));
    expect(await factOf(publicWith({ local: '2' }), 'firewall')).toEqual(unknown('unreadable'));
  });

  it('and automatic updates are not known where their services are not there', async () => {
    expect(await factOf(changedSection('windows-11-25h2-pro', 'firewall', { service: null }), 'firewall')).toEqual(
      unknown('unreadable'),
    );
    expect(await factOf(settings({ service: null }), 'autoUpdates')).toEqual(unknown('unreadable'));
  });

  it('is not called off while another firewall may be on', async () => {
    const snoozed = { Antivirus: [], Firewall: [{ name: 'Example Shield', state: 0x42000 }] };
    expect(await factOf(changedSection('windows-10-22h2', 'scanners', snoozed), 'firewall')).toEqual(
      unknown('unreadable'),
    );
  });
});

describe('encryption of the system drive', () => {
  it.each<[string, string]>([
    ['windows-11-25h2-pro', 'on'],
    ['windows-10-22h2', 'off'],
    ['windows-11-25h2-in-a-call-french', 'suspended'],
    ['windows-11-25h2-half-readable', 'unreadable'],
    ['windows-11-25h2-constrained-language', 'denied'],
  ])('%s: %s', async (name, expected) => {
    const fact = await factOf(recordingOf(name), 'diskEncryption');
    expect(fact.state === 'known' ? fact.value : fact).toEqual(
      ['unreadable', 'denied'].includes(expected) ? unknown(expected) : { state: expected, volume: 'C:' },
    );
  });

  it.each([
    [3, 'encrypting'],
    [4, 'decrypting'],
    [7, 'off'],
    [8, 'suspended'],
    [0, undefined],
    [6, undefined],
    [9, undefined],
    [null, undefined],
  ])('state %s is %s', async (state, expected) => {
    const volumes = [
      { root: 'D:\\', state: 1 },
      { root: 'C:\\', state },
    ];
    const fact = await factOf(withSection('windows-11-25h2-pro', 'encryption', { volumes }), 'diskEncryption');
    expect(fact.state === 'known' ? fact.value.state : undefined).toBe(expected);
  });

  it('is that of no other drive', async () => {
    const volumes = [{ root: 'D:\\', state: 1 }];
    const fact = await factOf(withSection('windows-11-25h2-pro', 'encryption', { volumes }), 'diskEncryption');
    expect(fact).toEqual(unknown('unreadable'));
  });
});

describe('virus scanners', () => {
  const defender = (on: boolean, fresh: boolean) => ({ name: 'Windows Defender', on, fresh });
  const avg = { name: 'AVG Antivirus', on: true, fresh: true };
  it.each<[string, Facts['antivirus'] | string]>([
    ['windows-11-25h2-pro', { expected: true, products: [defender(true, true)] }],
    ['windows-10-22h2', { expected: true, products: [defender(true, false)] }],
    ['windows-11-25h2-all-off', { expected: true, products: [defender(false, true)] }],
    ['windows-11-25h2-third-party', { expected: true, products: [avg, defender(false, true)] }],
    ['windows-server-2025', 'unsupported'],
    ['windows-11-25h2-update-server-error', 'denied'],
    ['windows-11-25h2-japanese-file-history-off', 'unreadable'],
    ['windows-11-25h2-half-readable', 'unreadable'],
  ])('%s', (name, expected) => expectFact(name, 'antivirus', expected));

  it('that are certainly on count, beside one in a state that is not certain', async () => {
    const list = (...Antivirus: object[]): Recording =>
      withSection('windows-11-25h2-third-party', 'scanners', { Antivirus, Firewall: [] });
    const on = { name: 'AVG Antivirus', state: 266240 };
    for (const state of [0x42000, 0x43000, 0x4f000, null]) {
      const odd = { name: 'Odd', state };
      expect(await knownOf(list(odd, on), 'antivirus')).toEqual({ expected: true, products: [avg] });
      expect(await factOf(list(odd, { name: 'Windows Defender', state: 393472 }), 'antivirus')).toEqual(
        unknown('unreadable'),
      );
    }
  });

  const ON = 266240;
  const OFF = 262144;
  const STALE = 266256;
  const own = { name: 'Windows Defender', state: 393472 };
  const pro = (...Antivirus: object[]): Recording =>
    withSection('windows-11-25h2-pro', 'scanners', { Antivirus, Firewall: [] });

  it('that are still listed though nothing of them is installed or runs protect nobody', async () => {
    expect(await factOf(pro({ name: 'McAfee VirusScan', state: ON }, own), 'antivirus')).toEqual(unknown('unreadable'));
    const beside = await knownOf(pro({ name: 'McAfee VirusScan', state: ON }, { ...own, state: 397568 }), 'antivirus');
    expect(beside.products).toContainEqual(defender(true, true));
    const old = await knownOf(pro({ name: 'McAfee VirusScan', state: ON }, { ...own, state: 397584 }), 'antivirus');
    expect(old.products).toEqual([defender(true, false)]);
  });

  it('count where something of their maker is installed', async () => {
    const machine = changedSection('windows-11-25h2-pro', 'apps', {
      entries: [{ key: 'HKLM\\A', name: 'ESET Security', version: '18.0', publisher: 'ESET, spol. s r.o.' }],
    });
    const scanned = inSection(machine, 'scanners', {
      Antivirus: [{ name: 'ESET Security', state: ON }, own],
      Firewall: [],
    });
    expect((await knownOf(scanned, 'antivirus')).products).toContainEqual({
      name: 'ESET Security',
      on: true,
      fresh: true,
    });
  });

  it('that are listed twice, up to date and not, are neither', async () => {
    const found = await knownOf(pro({ name: 'Windows Defender', state: 397584 }, own), 'antivirus');
    expect(found.products).toEqual([{ name: 'Windows Defender', on: true, fresh: null }]);
    const avgTwice = withSection('windows-11-25h2-third-party', 'scanners', {
      Antivirus: [{ name: 'AVG Antivirus', state: STALE }, { name: 'AVG Antivirus', state: OFF }, own],
      Firewall: [],
    });
    expect((await knownOf(avgTwice, 'antivirus')).products).toContainEqual({ ...avg, fresh: null });
  });

  it('a firewall that is still listed though it was removed is none', async () => {
    const off = changedSection('windows-11-25h2-pro', 'firewall', { service: '4' });
    const left = { Antivirus: [own], Firewall: [{ name: 'ZoneAlarm Firewall', state: ON }] };
    expect(await knownOf(inSection(off, 'scanners', left), 'firewall')).toMatchObject({ on: false });
  });
});
