import { describe, expect, it } from 'vitest';
import {
  factOf,
  INSTALL_HISTORY,
  knownOf,
  plistFile,
  printed,
  recordingOf,
  SOFTWARE_UPDATE,
  SYSTEM_VERSION,
  withReadings,
} from './recorded.ts';

const versionFile = (version: string, rest = ''): ReturnType<typeof plistFile> =>
  plistFile(SYSTEM_VERSION, `<dict><key>ProductVersion</key><string>${version}</string>${rest}</dict>`);

const updates = (body: string): ReturnType<typeof plistFile> => plistFile(SOFTWARE_UPDATE, `<dict>${body}</dict>`);

describe('which macOS it is', () => {
  it.each([
    ['macos-13', '13.7.8'],
    ['macos-14', '14.8.9'],
    ['macos-15', '15.7.9'],
    ['macos-26', '26.7.1'],
    ['macos-27', '27.0.1'],
    ['macos-28', '28.0'],
  ])('%s is read from its own file, without starting a program', async (name, version) => {
    expect(await factOf(recordingOf(name), 'operatingSystem')).toEqual({
      state: 'known',
      value: { name: `macOS ${version}`, id: 'macos', like: [], version, rolling: false },
      source: SYSTEM_VERSION,
    });
  });

  it.each(['16.0', '10.16', '25.4'])('asks sw_vers when the file shows %s, which macOS makes up', async (shown) => {
    const told = 'ProductName:\t\tmacOS\nProductVersion:\t\t26.1\nProductVersionExtra:\t(a)\nBuildVersion:\t\t25B78\n';
    const mac = withReadings(recordingOf('macos-26'), versionFile(shown), printed('/usr/bin/sw_vers', [], told));
    expect(await knownOf(mac, 'operatingSystem')).toMatchObject({ name: 'macOS 26.1 (a)', version: '26.1' });
  });

  it('is unknown when sw_vers tells the made-up version as well', async () => {
    const told = printed(
      '/usr/bin/sw_vers',
      [],
      'ProductName:\t\tmacOS\nProductVersion:\t\t16.0\nBuildVersion:\t\t25B78\n',
    );
    const mac = withReadings(recordingOf('macos-26'), versionFile('16.0'), told);
    expect(await factOf(mac, 'operatingSystem')).toMatchObject({ state: 'unknown', cause: 'unreadable' });
  });
});

describe('updates that are waiting', () => {
  it('names patches of this macOS, Safari and security improvements; the next macOS is none', async () => {
    expect(await knownOf(recordingOf('macos-26-pending-security'), 'pendingUpdates')).toEqual({
      updates: [
        { name: 'macOS Tahoe 26.7.1', version: '26.7.1', security: true },
        { name: 'Background Security Improvement', version: '26.5.2 (a)', security: true },
        { name: 'Safari', version: '27.2', security: true },
        { name: 'Pro Video Formats', version: '2.4.1', security: false },
      ],
    });
  });

  it('leaves out what is already installed, although the counter still counts it', async () => {
    expect((await knownOf(recordingOf('macos-14'), 'pendingUpdates')).updates).toEqual([]);
    expect((await knownOf(recordingOf('macos-15'), 'pendingUpdates')).updates).toEqual([
      { name: 'Command Line Tools for Xcode', version: '26.3', security: false },
    ]);
  });

  it('offers an old Mac its Safari update but not the next macOS', async () => {
    expect((await knownOf(recordingOf('macos-13'), 'pendingUpdates')).updates).toEqual([
      { name: 'Safari', version: '18.6.1', security: true },
    ]);
  });

  it('classes updates by their identifiers, not by their names in French', async () => {
    expect((await knownOf(recordingOf('macos-15-french'), 'pendingUpdates')).updates).toEqual([
      { name: 'macOS Sequoia 15.7.9', version: '15.7.9', security: true },
      { name: 'Outils de ligne de commande pour Xcode', version: '26.3', security: false },
      { name: 'Mise à jour du pilote d’imprimante', version: '5.1.1', security: false },
    ]);
  });

  it('drops a Safari update that is installed', async () => {
    const safari =
      '<dict><key>Display Name</key><string>Safari</string><key>Display Version</key><string>26.6.1</string>' +
      '<key>Identifier</key><string>Safari26.6.1SonomaAuto</string></dict>';
    const mac = withReadings(recordingOf('macos-14'), updates(`<key>RecommendedUpdates</key><array>${safari}</array>`));
    expect((await knownOf(mac, 'pendingUpdates')).updates).toEqual([]);
  });

  it('drops the security response that is installed and those before it, and keeps the next one', async () => {
    const response = (mark: string): string =>
      `<dict><key>Display Name</key><string>Response ${mark}</string><key>Display Version</key><string>14.8.9 (${mark})</string>` +
      `<key>Product Key</key><string>MSU_UPDATE_23J77${mark}_patch_14.8.9_rsr</string></dict>`;
    const mac = withReadings(
      recordingOf('macos-14'),
      versionFile('14.8.9', '<key>ProductVersionExtra</key><string>(b)</string>'),
      updates(`<key>RecommendedUpdates</key><array>${response('a')}${response('b')}${response('c')}</array>`),
    );
    expect((await knownOf(mac, 'pendingUpdates')).updates.map(({ name }) => name)).toEqual(['Response c']);
  });

  it.each([
    ['no list and a counter above nought', '<key>LastRecommendedUpdatesAvailable</key><integer>1</integer>'],
    ['no list and no counter', ''],
    [
      'an update of macOS without a version',
      '<key>RecommendedUpdates</key><array><dict><key>Product Key</key><string>MSU_UPDATE_new</string></dict></array>',
    ],
  ])('cannot tell from %s', async (_, body) => {
    const fact = await factOf(withReadings(recordingOf('macos-14'), updates(body)), 'pendingUpdates');
    expect(fact).toMatchObject({ state: 'unknown', cause: 'unreadable' });
  });

  it('believes a counter of nought where the list is missing', async () => {
    const none = updates('<key>LastRecommendedUpdatesAvailable</key><integer>0</integer>');
    expect((await knownOf(withReadings(recordingOf('macos-14'), none), 'pendingUpdates')).updates).toEqual([]);
  });
});

describe('when updates were looked for and installed', () => {
  it('takes the newest successful look', async () => {
    expect(await knownOf(recordingOf('macos-26-pending-security'), 'updatesLookedAt')).toBe('2026-10-14T11:22:33.000Z');
  });

  it('is unknown, not "never", when no look is written down', async () => {
    const mac = withReadings(recordingOf('macos-14'), updates('<key>AutomaticDownload</key><true/>'));
    expect(await factOf(mac, 'updatesLookedAt')).toMatchObject({ state: 'unknown' });
  });

  it('takes the newest update of macOS or Safari, whatever the order, and no protection data or program', async () => {
    expect(await knownOf(recordingOf('macos-13'), 'updatesInstalledAt')).toBe('2025-09-02T06:40:02.000Z');
    expect(await knownOf(recordingOf('macos-26'), 'updatesInstalledAt')).toBe('2026-11-12T20:45:31.000Z');
    expect(await knownOf(recordingOf('macos-15-french'), 'updatesInstalledAt')).toBe('2026-07-02T06:12:48.000Z');
  });

  it('is unknown when the history names no update of the system', async () => {
    const mac = withReadings(recordingOf('macos-14'), plistFile(INSTALL_HISTORY, '<array/>'));
    expect(await factOf(mac, 'updatesInstalledAt')).toMatchObject({ state: 'unknown' });
  });
});
