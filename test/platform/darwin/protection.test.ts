import { describe, expect, it } from 'vitest';
import type { Reading } from '../../../electron/platform/machine/recording.ts';
import {
  factOf,
  fdesetup,
  knownOf,
  plistFile,
  printed,
  profiler,
  recordingOf,
  SOFTWARE_UPDATE,
  sysadminctl,
  withReadings,
} from './recorded.ts';

const good = recordingOf('macos-26');
const unreadable = { state: 'unknown', cause: 'unreadable' };

describe('automatic updates', () => {
  const settings = (body: string): Reading => plistFile(SOFTWARE_UPDATE, `<dict>${body}</dict>`);
  const stateWith = async (...readings: readonly Reading[]): Promise<string> =>
    (await knownOf(withReadings(good, ...readings), 'autoUpdates')).state;

  it.each([
    ['macos-26', 'on'],
    ['macos-13', 'asks'],
    ['macos-26-exposed', 'off'],
    ['macos-27-managed', 'asks'],
  ])('on %s are "%s"', async (name, state) => {
    expect(await knownOf(recordingOf(name), 'autoUpdates')).toEqual({ state });
  });

  it('are on where a setting is missing, and "asks" where any part waits for the person', async () => {
    expect(await stateWith(settings(''))).toBe('on');
    expect(await stateWith(settings('<key>CriticalUpdateInstall</key><false/>'))).toBe('asks');
    expect(await stateWith(settings('<key>AutomaticDownload</key><integer>0</integer>'))).toBe('asks');
  });

  it.each([
    ['<string>YES</string>', 'on'],
    ['<string>NO</string>', 'off'],
    ['<integer>1</integer>', 'on'],
    ['<integer>0</integer>', 'off'],
  ])('reads %s, as people write it in a terminal', async (value, state) => {
    expect(await stateWith(settings(`<key>AutomaticCheckEnabled</key>${value}`))).toBe(state);
  });

  it('are what the organisation prescribes, even where nothing was set here', async () => {
    const prescribed = plistFile(
      '/Library/Managed Preferences/com.apple.SoftwareUpdate.plist',
      '<dict><key>AutomaticCheckEnabled</key><false/></dict>',
    );
    expect(await stateWith(prescribed)).toBe('off');
    expect(await stateWith(prescribed, { op: 'readBytes', path: SOFTWARE_UPDATE, missing: true })).toBe('off');
  });

  it('cannot be told from a word that is not known, nor from nothing', async () => {
    const odd = settings('<key>AutomaticDownload</key><string>perhaps</string>');
    expect(await factOf(withReadings(good, odd), 'autoUpdates')).toMatchObject(unreadable);
    const none = { op: 'readBytes', path: SOFTWARE_UPDATE, missing: true } as const;
    expect(await factOf(withReadings(good, none), 'autoUpdates')).toMatchObject(unreadable);
  });
});

describe('the firewall', () => {
  const stateOf = (state: unknown): Reading =>
    profiler({ SPFirewallDataType: [{ _name: 'spfirewall_settings', spfirewall_globalstate: state }] });

  it.each([
    ['macos-26', true],
    ['macos-27', true],
    ['macos-26-exposed', false],
  ])('on %s is on: %s', async (name, on) => {
    expect(await knownOf(recordingOf(name), 'firewall')).toEqual({ on, name: 'The macOS firewall', off: [] });
  });

  it('is told by the end of the word, since macOS loses first letters', async () => {
    const mac = withReadings(good, stateOf('pfirewall_globalstate_limit_connections'));
    expect((await knownOf(mac, 'firewall')).on).toBe(true);
  });

  it.each([
    ['spfirewall_globalstate_off'],
    ['spfirewall_globalstate_allow_all_signed'],
    ['Yes'],
    [''],
    [undefined],
    [1],
  ])('cannot be told from %s', async (state) => {
    expect(await factOf(withReadings(good, stateOf(state)), 'firewall')).toMatchObject(unreadable);
  });

  it('cannot be told where system_profiler gave up on it, although it told the rest', async () => {
    const half = recordingOf('macos-14-japanese-half-readable');
    expect(await factOf(half, 'firewall')).toMatchObject(unreadable);
    expect(await factOf(half, 'power')).toMatchObject({ state: 'known' });
  });
});

describe('disk encryption', () => {
  it.each([
    ['FileVault is On.\n', 'on'],
    ['FileVault is Off.\n', 'off'],
    ["FileVault is Off.\nDeferred enablement appears to be active for user 'ada'.\n", 'off'],
    ['FileVault is On.\nEncryption in progress: Percent completed = 63.20\n', 'encrypting'],
    ['FileVault is On.\nEncryption in progress: Pending\n', 'encrypting'],
    ['FileVault is Off.\nDecryption in progress: Percent completed = 12.0\n', 'decrypting'],
    ['Encryption in progress: Percent completed = 3\n', 'encrypting'],
  ])('of %j is "%s"', async (said, state) => {
    const mac = withReadings(good, printed(...fdesetup, said));
    expect(await knownOf(mac, 'diskEncryption')).toEqual({ state, volume: 'The startup disk' });
  });

  it('is off when fdesetup says so with the code it has for that', async () => {
    const mac = withReadings(good, printed(...fdesetup, 'FileVault is Off.\n', 1));
    expect((await knownOf(mac, 'diskEncryption')).state).toBe('off');
  });

  it.each([
    [''],
    ['FileVault est activé.\n'],
    ['FileVault is On.\nFileVault is Off.\n'],
    ['Error: FileVault is On.\n'],
  ])('cannot be told from %j', async (said) => {
    expect(await factOf(withReadings(good, printed(...fdesetup, said)), 'diskEncryption')).toMatchObject(unreadable);
  });
});

describe('the screen lock', () => {
  const told = (words: string): Reading =>
    printed(...sysadminctl, '', 0, `2026-11-21 09:00:01.204 sysadminctl[4711:52341] ${words}\n`);

  it.each([
    ['macos-26', { locks: true, idleSeconds: 600, delaySeconds: 0 }],
    ['macos-15-french', { locks: true, idleSeconds: 600, delaySeconds: 5 }],
    ['macos-26-exposed', { locks: false, idleSeconds: null, delaySeconds: null }],
    ['macos-27-managed', { locks: true, idleSeconds: 900, delaySeconds: 60 }],
    // Its screen saver was never set, and what holds then is not known.
    ['macos-13', { locks: true, idleSeconds: null, delaySeconds: 300 }],
  ])('on %s', async (name, expected) => {
    expect(await knownOf(recordingOf(name), 'screenLock')).toEqual(expected);
  });

  it.each([
    ['screenLock delay is 300.000000 seconds', { locks: true, delaySeconds: 300 }],
    ['screenLock delay is 1 second', { locks: true, delaySeconds: 1 }],
    ['screenLock delay is -1.000000 seconds', { locks: false }],
  ])('of "%s"', async (words, expected) => {
    expect(await knownOf(withReadings(good, told(words)), 'screenLock')).toMatchObject(expected);
  });

  it.each([['screenLock delay is soon'], ['screenLock delay is 30'], ['screenLock is offline'], ['screenLock'], ['']])(
    'cannot be told from "%s"',
    async (words) => {
      expect(await factOf(withReadings(good, told(words)), 'screenLock')).toMatchObject(unreadable);
    },
  );

  it('is not called off while the organisation prescribes one', async () => {
    const mac = withReadings(recordingOf('macos-27-managed'), told('screenLock is off'));
    expect(await factOf(mac, 'screenLock')).toMatchObject(unreadable);
  });

  it('tells no time of which one half is not seen', async () => {
    const folder = '/Users/user/Library/Preferences/ByHost';
    const denied: Reading = { op: 'readDir', path: folder, cannotTell: 'denied', reason: 'You may not read it.' };
    const twoMacs: Reading = {
      op: 'readDir',
      path: folder,
      entries: ['A', 'B'].map((mac) => ({ name: `com.apple.screensaver.${mac}.plist`, kind: 'file' as const })),
    };
    for (const reading of [denied, twoMacs, profiler({ SPPowerDataType: [] })]) {
      expect(await knownOf(withReadings(good, reading), 'screenLock')).toEqual({
        locks: true,
        idleSeconds: null,
        delaySeconds: 0,
      });
    }
  });
});

it.each(['restartPending', 'mediaPermissions', 'focusMode'] as const)(
  '%s is never guessed: macOS shows it to no ordinary program',
  async (key) => {
    expect(await factOf(good, key)).toMatchObject({ state: 'unknown', cause: 'not-revealed' });
  },
);

it('expects no virus scanner', async () => {
  expect(await knownOf(good, 'antivirus')).toEqual({ expected: false, products: [] });
});
