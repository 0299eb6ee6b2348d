import { describe, expect, it } from 'vitest';
import { knownOf, plistFile, plistText, recordingOf, withReadings } from './recorded.ts';

const infoOf = (path: string, id: string, version: string): ReturnType<typeof plistFile> =>
  plistFile(
    `${path}/Contents/Info.plist`,
    `<dict><key>CFBundleIdentifier</key><string>${id}</string>` +
      `<key>CFBundleShortVersionString</key><string>${version}</string></dict>`,
  );

const applications = (...names: readonly string[]): Parameters<typeof withReadings>[1] => ({
  op: 'readDir',
  path: '/Applications',
  entries: names.map((name) => ({ name, kind: 'folder' })),
});

const versions = async (mac: Parameters<typeof knownOf>[0]): Promise<readonly (readonly [string, string | null])[]> =>
  (await knownOf(mac, 'installedApps')).apps.map(({ product, version }) => [product, version] as const);

describe('meeting apps and browsers on a Mac', () => {
  it('finds two copies of Zoom apart, and leaves other programs out', async () => {
    const { apps, gaps } = await knownOf(recordingOf('macos-26'), 'installedApps');
    expect(gaps).toEqual([]);
    expect(apps.map(({ product, version, scope }) => `${product} ${version} ${scope}`).sort()).toEqual([
      'chrome 157.0.7990.44 machine',
      'edge 157.0.4300.22 machine',
      'firefox 160.0 machine',
      'safari 27.2 machine',
      'teams 26213.1006.5011.1671 machine',
      'zoom 6.5.3 (58803) user',
      'zoom 7.1.5 (84650) machine',
    ]);
    expect(apps.find(({ scope }) => scope === 'user')).toEqual({
      product: 'zoom',
      version: '6.5.3 (58803)',
      kind: 'bundle',
      scope: 'user',
      source: '/Users/user/Applications/zoom.us.app/Contents/Info.plist',
    });
  });

  it('tells the retired Teams by its identifier, although its folder has the name of the new one', async () => {
    expect(await versions(recordingOf('macos-13'))).toEqual([
      ['safari', '18.6'],
      ['teams-classic', '1.6.00.33862'],
      ['zoom', '5.14.2 (17213)'],
    ]);
  });

  it('knows Firefox ESR by the place its source comes from', async () => {
    const { apps } = await knownOf(recordingOf('macos-15'), 'installedApps');
    expect(apps.find(({ product }) => product === 'firefox')).toMatchObject({ version: '153.7.0', branch: 'esr' });
    const current = await knownOf(recordingOf('macos-26'), 'installedApps');
    expect(current.apps.find(({ product }) => product === 'firefox')).not.toHaveProperty('branch');
  });

  it('finds an app that was renamed or put into a folder', async () => {
    const mac = withReadings(
      recordingOf('macos-14-never-backed-up'),
      applications('My calls.app', 'Work'),
      infoOf('/Applications/My calls.app', 'us.zoom.XOS', '7.1.5 (84650)'),
      { op: 'readDir', path: '/Applications/Work', entries: [{ name: 'Slack.app', kind: 'folder' }] },
      infoOf('/Applications/Work/Slack.app', 'com.tinyspeck.slackmacgap', '4.50.12'),
    );
    expect(await versions(mac)).toEqual([
      ['safari', '26.6.1'],
      ['slack', '4.50.12'],
      ['zoom', '7.1.5 (84650)'],
    ]);
  });

  it('counts Safari once on a Mac where it still lies in /Applications, with the link resolved elsewhere', async () => {
    const products = (await knownOf(recordingOf('macos-14'), 'installedApps')).apps.map(({ product }) => product);
    expect(products.filter((product) => product === 'safari')).toHaveLength(1);
  });

  it('does not invent a Safari where there is none', async () => {
    const none = {
      op: 'readBytes',
      path: '/System/Cryptexes/App/System/Applications/Safari.app/Contents/Info.plist',
      missing: true,
    } as const;
    const mac = withReadings(recordingOf('macos-14-never-backed-up'), applications(), none);
    expect(await versions(mac)).toEqual([]);
  });

  it('reports an app as installed when its version cannot be read', async () => {
    const path = '/Applications/zoom.us.app/Contents/Info.plist';
    const cut = Buffer.from(plistText('<dict><key>CFBundleIdentifier</key>').slice(0, 150)).toString('base64');
    for (const reading of [
      { op: 'readBytes', path, base64: cut },
      { op: 'readBytes', path, cannotTell: 'denied', reason: 'not allowed' },
      { op: 'readBytes', path, missing: true },
    ] as const) {
      const mac = withReadings(recordingOf('macos-14-never-backed-up'), applications('zoom.us.app'), reading);
      expect(await versions(mac)).toEqual([
        ['safari', '26.6.1'],
        ['zoom', null],
      ]);
    }
  });

  it('has no version where the key is missing, empty, no text or absurdly long', async () => {
    const id = '<key>CFBundleIdentifier</key><string>us.zoom.xos</string>';
    const key = '<key>CFBundleShortVersionString</key>';
    for (const version of [
      '',
      `${key}<string> </string>`,
      `${key}<integer>7</integer>`,
      `${key}<string>${'7.'.repeat(99)}</string>`,
    ]) {
      const mac = withReadings(
        recordingOf('macos-14-never-backed-up'),
        applications('zoom.us.app'),
        plistFile('/Applications/zoom.us.app/Contents/Info.plist', `<dict>${id}${version}</dict>`),
      );
      expect((await versions(mac))[1]).toEqual(['zoom', null]);
    }
  });

  it('says which places and programs it could not read, and still tells the rest', async () => {
    const mac = withReadings(
      recordingOf('macos-14-never-backed-up'),
      applications('Strange.app', 'Locked'),
      { op: 'readBytes', path: '/Applications/Strange.app/Contents/Info.plist', base64: 'AAECAwQ=' },
      { op: 'readDir', path: '/Applications/Locked', cannotTell: 'denied', reason: 'not allowed' },
    );
    const { apps, gaps } = await knownOf(mac, 'installedApps');
    expect(apps.map(({ product }) => product)).toEqual(['safari']);
    expect(gaps).toEqual([
      '/Applications/Strange.app couldn’t be read, so it isn’t known which app it is.',
      'The folder /Applications/Locked couldn’t be read, so apps in it aren’t known.',
    ]);
  });

  it('does not follow a link to a volume, which would make macOS ask for consent', async () => {
    const mac = withReadings(
      recordingOf('macos-14-never-backed-up'),
      { op: 'readDir', path: '/Applications', entries: [{ name: 'zoom.us.app', kind: 'link' }] },
      { op: 'readLink', path: '/Applications/zoom.us.app', target: '../opt/../Volumes/Stick/zoom.us.app' },
    );
    const { apps, gaps } = await knownOf(mac, 'installedApps');
    expect(apps.map(({ product }) => product)).toEqual(['safari']);
    expect(gaps).toEqual(['/Applications/zoom.us.app leads to another place, which isn’t opened.']);
  });
});
