import { setMaxListeners } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { builtInCatalogue } from '../../../../electron/core/catalogue/index.ts';
import type { InstalledApps } from '../../../../electron/core/facts/index.ts';
import { english } from '../../../../electron/core/messages/format.ts';
import { installedApps } from '../../../../electron/platform/linux/apps/installed-apps.ts';
import { newestRelease } from '../../../../electron/platform/linux/apps/packages/flatpak.ts';
import { snapVersion } from '../../../../electron/platform/linux/apps/packages/snap.ts';
import { versionIn } from '../../../../electron/platform/linux/apps/portable-apps.ts';
import { localMachine } from '../../../../electron/platform/machine/local.ts';
import { bind } from '../../../../electron/platform/machine/machine.ts';
import { inEnglish } from '../../../in-english.ts';

/** A folder that stands for the disk of a machine. */
let root = '';
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'greenroom-apps-'));
});
afterEach(() => rmSync(root, { recursive: true }));

const write = (file: string, text: string): void => {
  mkdirSync(path.dirname(root + file), { recursive: true });
  writeFileSync(root + file, text);
};

const read = async (variables: Record<string, string> = {}): Promise<InstalledApps> => {
  const { signal } = new AbortController();
  setMaxListeners(0, signal);
  const host = { platform: 'linux', home: '/home/user', variables } as const;
  const fact = await installedApps.read(bind(localMachine({ root, host }), signal), builtInCatalogue);
  if (fact.state === 'unknown') throw new Error(english(fact.reason));
  return inEnglish(fact.value);
};

const stanza = (name: string, version: string, status = 'install ok installed'): string =>
  `Package: ${name}\nStatus: ${status}\nArchitecture: amd64\nVersion: ${version}\nDescription: about ${name}\n Package: zoom\n`;

describe('Debian packages', () => {
  it('are found by their names and states, not by what stands in descriptions', async () => {
    const status = [
      stanza('zoom', '7.0.5.3034'),
      stanza('webex', '46.9.0.35800', 'deinstall ok config-files'),
      stanza('signal-desktop', '8.24.1', 'hold ok installed'),
      stanza('element-desktop', '1.12.26', 'install ok half-installed'),
      stanza('firefox', '1:1snap1-0ubuntu5'),
      stanza('slack', '0.15.2-12'),
      'Package: discord\nStatus: install ok installed\nArchitecture: amd64\nVersion: 1.0.145',
    ];
    write('/var/lib/dpkg/status', status.join('\n'));
    expect((await read()).apps.map(({ product, version }) => [product, version])).toEqual([
      ['zoom', '7.0.5.3034'],
      ['signal', '8.24.1'],
      ['discord', '1.0.145'],
    ]);
  });

  it('are found under every name that makers and distributions give them', async () => {
    const names = {
      zoom: ['zoom'],
      teams: [],
      'teams-for-linux': ['teams-for-linux'],
      webex: ['webex'],
      slack: ['slack-desktop'],
      discord: ['discord', 'discord-canary', 'discord-ptb'],
      skype: ['skypeforlinux'],
      signal: ['signal-desktop', 'signal-desktop-beta'],
      jitsi: ['jitsi-meet-electron'],
      element: ['element-desktop', 'element-desktop-nightly'],
      mattermost: ['mattermost-desktop'],
      telegram: ['telegram-desktop'],
      chrome: ['google-chrome-stable', 'google-chrome-beta', 'google-chrome-unstable'],
      edge: ['microsoft-edge-stable', 'microsoft-edge-beta', 'microsoft-edge-dev'],
      firefox: ['firefox', 'firefox-esr', 'firefox-devedition', 'firefox-beta', 'firefox-nightly'],
      brave: ['brave-browser', 'brave-browser-beta', 'brave-browser-nightly'],
      chromium: ['chromium', 'chromium-browser', 'ungoogled-chromium'],
    };
    const wanted = Object.entries(names).flatMap(([product, all]) => all.map((name) => `${name}: ${product}`));
    // The server of Jitsi is no app, and neither are the parts of others.
    const others = ['jitsi-meet', 'chromium-l10n', 'firefox-esr-l10n-de', 'slack', 'telegram-desktop-dbgsym'];
    const all = [...Object.values(names).flat(), ...others];
    write('/var/lib/dpkg/status', all.map((name) => stanza(name, '1.2.3')).join('\n'));
    const found = (await read()).apps.map(({ product, source }) => `${source.split(' ')[1]}: ${product}`);
    expect(found.toSorted()).toEqual(wanted.toSorted());
  });

  it('are found where an image keeps one file for each', async () => {
    write(
      '/var/lib/dpkg/status.d/chromium',
      'Package: chromium\nVersion: 156.0.8078.79-1~deb12u1\nArchitecture: arm64\n',
    );
    write('/var/lib/dpkg/status.d/chromium.md5sums', 'Package: zoom\n');
    expect((await read()).apps).toMatchObject([{ product: 'chromium', branch: 'distribution', architecture: 'arm64' }]);
  });

  it('are found among ten thousand others, one of which has a version of a megabyte', async () => {
    const others = Array.from({ length: 10_000 }, (_, index) => stanza(`lib-number-${index}`, `1.${index}-1`));
    const status = [...others, stanza('zoom', '9'.repeat(1_048_576)), stanza('zoom', 'x\u0000\u202ey')];
    write('/var/lib/dpkg/status', status.join('\n'));
    const { apps } = await read();
    expect(apps.map(({ product, version }) => [product, version?.length])).toEqual([
      ['zoom', 200],
      ['zoom', 4],
    ]);
  });

  it('are no cause for silence when their list holds something else', async () => {
    write('/var/lib/dpkg/status', '\u0000\u0001 not a list of packages\n'.repeat(50));
    expect((await read()).gaps).toEqual([expect.stringMatching(/^Debian packages couldn’t be read: /)]);
  });

  it('are no cause for silence when their list is no file', async () => {
    mkdirSync(`${root}/var/lib/dpkg/status`, { recursive: true });
    expect((await read()).gaps).toEqual([expect.stringMatching(/^Debian packages couldn’t be read: /)]);
  });
});

describe('Flatpak apps', () => {
  const install = (folder: string, id: string, metainfo: string | null): void => {
    const deployed = `${folder}/${id}/x86_64/stable/4f1d0c`;
    write(`${deployed}/metadata`, `[Application]\nname=${id}\n`);
    if (metainfo !== null) write(`${deployed}/files/share/appdata/${id}.appdata.xml`, metainfo);
    symlinkSync('4f1d0c', `${root}${folder}/${id}/x86_64/stable/active`);
    symlinkSync('x86_64/stable', `${root}${folder}/${id}/current`);
  };

  it('are found for the machine and for the account, wherever its data folder is', async () => {
    install(
      '/var/lib/flatpak/app',
      'us.zoom.Zoom',
      '<releases><release version="7.0.5.3034" date="2026-05-18"/></releases>',
    );
    install('/home/user/data/flatpak/app', 'com.slack.Slack', null);
    // What is left of an app that was removed.
    mkdirSync(`${root}/var/lib/flatpak/app/org.signal.Signal`, { recursive: true });
    const { apps, gaps } = await read({ XDG_DATA_HOME: '/home/user/data' });
    expect(gaps).toEqual([]);
    expect(apps.map(({ product, version, scope, architecture }) => [product, version, scope, architecture])).toEqual([
      ['zoom', '7.0.5.3034', 'machine', 'x64'],
      ['slack', null, 'user', 'x64'],
    ]);
  });

  it.each([
    ['<release date="2026-01-01" version="1.9.0"/><release version="1.10.0"/>', '1.10.0'],
    ['<release version="2.0.0" type="development"/><release version=\'1.0.0\'>', '1.0.0'],
    ['<release type="stable"\n  version="3.1"\n/>', '3.1'],
    ['<releases></releases>', undefined],
    ['<release version="1.0"', undefined],
    ['<release '.repeat(300_000), undefined],
  ])('have the newest version that their AppStream file names (%#)', (xml, version) => {
    expect(newestRelease(xml)).toBe(version);
  });
});

describe('snaps', () => {
  it('are found where they are mounted, once, and not when they are switched off', async () => {
    write('/var/lib/snapd/snap/firefox/4848/meta/snap.yaml', 'name: firefox\nversion: 160.0-1\n');
    symlinkSync('4848', `${root}/var/lib/snapd/snap/firefox/current`);
    mkdirSync(`${root}/var/lib/snapd/snap/slack/201`, { recursive: true });
    symlinkSync('var/lib/snapd/snap', `${root}/snap`);
    expect((await read()).apps).toMatchObject([{ product: 'firefox', version: '160.0-1', kind: 'snap' }]);
  });

  it('are found without a version when their description is missing', async () => {
    mkdirSync(`${root}/snap/zoom-client`, { recursive: true });
    symlinkSync('99', `${root}/snap/zoom-client/current`);
    expect((await read()).apps).toMatchObject([{ product: 'zoom', version: null }]);
  });

  it.each([
    ["name: x\nversion: '2.17.1'\n", '2.17.1'],
    ['version: "1.0" # new\n', '1.0'],
    ['version: v1.10\nsummary: "version: 3"\n', 'v1.10'],
    ['apps:\n  x:\n    version: 9\n', null],
    ['version:\n', null],
  ])('have the version of their description (%#)', (yaml, version) => {
    expect(snapVersion(yaml)).toBe(version);
  });
});

describe('programs outside packages', () => {
  it('are found as AppImages and unpacked folders, and not by names that only begin alike', async () => {
    for (const name of [
      'Slack-4.51.180.AppImage',
      'slacker.AppImage',
      'jitsi-meet-x86_64.AppImage',
      'mattermost-desktop.txt',
    ])
      write(`/home/user/Applications/${name}`, '');
    for (const folder of [
      '/opt/Zoom',
      '/opt/webex-themes',
      '/home/user/opt/Telegram',
      '/home/user/.local/opt/firefox-158.0.1',
    ])
      mkdirSync(root + folder, { recursive: true });
    const { apps } = await read();
    expect(apps.map(({ product, version, kind, scope }) => [product, version, kind, scope])).toEqual([
      ['zoom', null, 'folder', 'machine'],
      ['slack', '4.51.180', 'appimage', 'user'],
      ['jitsi', null, 'appimage', 'user'],
      ['firefox', '158.0.1', 'folder', 'user'],
      ['telegram', null, 'folder', 'user'],
    ]);
  });

  it('are one install when a package brought them, and another when their version differs', async () => {
    write(
      '/var/lib/dpkg/status',
      [stanza('zoom', '7.0.5.3034'), stanza('firefox-esr', '153.7.0esr-1~deb12u1')].join('\n'),
    );
    write('/opt/zoom/version.txt', '7.0.5.3034\n');
    write('/opt/firefox/application.ini', '[App]\nVersion=158.0.1\n');
    expect((await read()).apps.map(({ product, version }) => [product, version])).toEqual([
      ['zoom', '7.0.5.3034'],
      ['firefox', '153.7.0esr-1~deb12u1'],
      ['firefox', '158.0.1'],
    ]);
  });

  it.each([
    ['7.0.5.3034\n', '7.0.5.3034'],
    ['[App]\r\nName=Firefox\r\nVersion=160.0.1\r\n', '160.0.1'],
    ['{"releaseChannel": "stable", "version": "1.0.145"}', '1.0.145'],
    ['no version here', null],
    ['"version"'.repeat(100_000), null],
  ])('have the version that their file states (%#)', (text, version) => {
    expect(versionIn(text)).toBe(version);
  });
});
