import { describe, expect, it } from 'vitest';
import { builtInCatalogue } from '../../../electron/core/catalogue/index.ts';
import type { InstalledApp } from '../../../electron/core/facts/index.ts';
import { bind } from '../../../electron/platform/machine/machine.ts';
import type { Recording } from '../../../electron/platform/machine/recording.ts';
import { replayMachine } from '../../../electron/platform/machine/replay.ts';
import { installedApps } from '../../../electron/platform/win32/apps/installed-apps.ts';
import { inEnglish } from '../../in-english.ts';
import { factOf, knownOf, noRegistry, recordingOf, withReadings, withSection } from './recorded.ts';

const brief = ({ product, version, kind, branch, architecture, scope }: InstalledApp): string =>
  [product, version ?? '?', kind, branch ?? '-', architecture ?? '-', scope].join(' ');

const appsOf = async (recording: Recording): Promise<readonly string[]> =>
  (await knownOf(recording, 'installedApps')).apps.map(brief);

const entry = (key: string, name: string, version: string, publisher: string): object => ({
  key,
  name,
  version,
  publisher,
});
const withEntries = (...entries: readonly object[]): Recording =>
  withSection('windows-10-22h2', 'apps', { entries, unread: 0, values: [] });
const UNINSTALL = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall';

describe('meeting apps and browsers', () => {
  it('are found whatever installed them, and their look-alikes are not', async () => {
    expect(await appsOf(recordingOf('windows-10-22h2'))).toEqual([
      'zoom 7.1.43453 msi - x64 machine',
      'teams 26260.1701.5139.3736 msix - x64 user',
      'webex 46.9.0.35800 msi - - machine',
      'slack 4.51.191 exe - - user',
      'discord 1.0.9254 exe - x64 user',
      'whatsapp 2.2637.100.0 msix - x64 user',
      'chrome 157.0.8213.71 exe - - machine',
      'edge 157.0.3921.52 exe - - machine',
      'firefox 153.6.0 exe esr x64 machine',
    ]);
  });

  it('are found in the person’s own account, with texts padded by NULs, and without a version', async () => {
    const { apps, gaps } = await knownOf(recordingOf('windows-11-24h2-home'), 'installedApps');
    expect(apps.map(brief)).toEqual([
      'zoom 6.3.0 (52884) exe - - user',
      'teams 26198.304.4946.9672 msix - x64 user',
      'teams-classic ? exe - - user',
      'skype 15.150.3125.0 msix - x64 user',
      'telegram 7.0.9 exe - - user',
      'edge 157.0.3921.52 exe - - machine',
    ]);
    expect(gaps).toEqual(['Part of the list of installed programs couldn’t be read.']);
  });

  it('are the same on a German, a Japanese and a restricted system', async () => {
    expect(await appsOf(recordingOf('windows-11-25h2-german'))).toEqual([
      'zoom 7.2.48358 msi - x64 machine',
      'teams 26260.1701.5139.3736 msix - x64 user',
      'slack 4.51.191.0 msix - x64 user',
      'chrome 157.0.8213.71 exe - - machine',
      'edge 157.0.3921.52 exe - - machine',
      'firefox 160.0 exe - x64 machine',
    ]);
    expect(await appsOf(recordingOf('windows-11-25h2-japanese-file-history-off'))).toEqual([
      'teams 26260.1701.5139.3736 msix - arm64 user',
      'discord 1.0.46 exe - - user',
      'edge 157.0.3921.52 exe - - machine',
      'firefox 160.0.0.0 msix - arm64 user',
    ]);
    expect(await appsOf(recordingOf('windows-11-25h2-constrained-language'))).toEqual([
      'zoom 7.2.48358 msi - x64 machine',
      'teams 26260.1701.5139.3736 msix - x64 user',
      'edge 157.0.3921.52 exe - - machine',
    ]);
  });

  it('are told from products with nearly the same name', async () => {
    expect(await appsOf(recordingOf('windows-11-25h2-third-party'))).toEqual([
      'gotomeeting 10.20.0.20046 msi - - machine',
      'signal 8.24.1 exe - - user',
      'edge 157.0.3921.52 exe - - machine',
      'brave 157.1.99.110 exe - - machine',
    ]);
    const lookAlikes = withEntries(
      entry(`HKLM\\${UNINSTALL}\\{1}`, 'Zoom Workplace', '1.0', 'Somebody else'),
      entry(`HKLM\\${UNINSTALL}\\{2}`, 'Zoom Rooms', '6.0', 'Zoom'),
      entry(`HKLM\\${UNINSTALL}\\{3}`, 'Google Chrome Remote Desktop Host', '140.0', 'Google LLC'),
      entry(`HKLM\\${UNINSTALL}\\{4}`, 'Teams Machine-Wide Installer', '1.6.00.18681', 'Microsoft Corporation'),
      entry(`HKCU\\${UNINSTALL}\\slack-helper`, 'Slackware', '15', 'Somebody'),
    );
    const uninstalled = (await knownOf(lookAlikes, 'installedApps')).apps.filter(({ kind }) => kind !== 'msix');
    expect(uninstalled).toEqual([]);
  });

  it('keep two installations of one product apart', async () => {
    const both = withEntries(
      entry(`HKLM\\${UNINSTALL}\\{5}`, 'Zoom Workplace (64-bit)', '7.2.48358', 'Zoom'),
      entry(`HKCU\\${UNINSTALL}\\ZoomUMX`, 'Zoom Workplace', '6.3.0 (52884)', 'Zoom Communications, Inc.'),
    );
    expect((await appsOf(both)).filter((app) => app.startsWith('zoom'))).toEqual([
      'zoom 7.2.48358 msi - x64 machine',
      'zoom 6.3.0 (52884) exe - - user',
    ]);
  });

  it('are read from where browsers write their version when they are not in the list', async () => {
    const { apps } = await knownOf(
      withSection('windows-10-22h2', 'apps', {
        entries: [],
        unread: 0,
        values: [
          { key: 'HKLM\\SOFTWARE\\Mozilla\\Mozilla Firefox', name: 'CurrentVersion', value: '160.0 (x64 en-US)' },
          { key: 'HKCU\\Software\\Google\\Chrome\\BLBeacon', name: 'version', value: '157.0.8213.71' },
        ],
      }),
      'installedApps',
    );
    expect(apps.map(brief).filter((app) => /chrome|firefox/.test(app))).toEqual([
      'chrome 157.0.8213.71 exe - - user',
      'firefox 160.0 exe - - machine',
    ]);
  });
});

describe('what could not be looked at', () => {
  it('is a gap when Store packages are missing, as no Windows has none', async () => {
    const { gaps } = await knownOf(withSection('windows-11-25h2-pro', 'packages', { names: [] }), 'installedApps');
    expect(gaps).toEqual(['Apps from the Microsoft Store couldn’t be listed.']);
  });

  it('is a gap when a newer catalogue knows a place that the script does not read', async () => {
    const products = builtInCatalogue.products.map((product) =>
      product.id === 'edge'
        ? { ...product, traces: { win32: { registry: [{ key: 'HKLM\\SOFTWARE\\Elsewhere', value: 'pv' }] } } }
        : product,
    );
    const machine = bind(
      replayMachine(recordingOf('windows-11-25h2-pro'), { strict: true }),
      new AbortController().signal,
    );
    const fact = await installedApps.read(machine, { ...builtInCatalogue, products });
    expect(inEnglish(fact)).toMatchObject({
      state: 'known',
      value: { gaps: ['Greenroom couldn’t look for Microsoft Edge everywhere it may be.'] },
    });
  });

  it('makes the whole list unknown when the list itself is not there', async () => {
    expect(
      await factOf(withReadings(recordingOf('windows-11-24h2-powershell-blocked'), noRegistry), 'installedApps'),
    ).toEqual({
      state: 'unknown',
      cause: 'no-powershell',
      reason: 'Windows didn’t say which programs are installed.',
    });
  });
});
