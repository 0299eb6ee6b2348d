/** Owns answers of the makers' feeds in the forms that are described of them, with other values. */

const chrome = {
  releases: [
    { version: '159.0.8300.10', fraction: 0.05, serving: { startTime: '2026-11-29T17:02:11.482Z' } },
    { version: '158.0.8200.41', fraction: 1, serving: { startTime: '2026-11-18T17:02:11.482Z' }, fractionGroup: '1.0' },
  ],
  nextPageToken: '',
};

const edgeRelease = (Platform: string, ProductVersion: string) => ({
  ReleaseId: 81_234,
  Platform,
  Architecture: Platform === 'MacOS' ? 'universal' : 'x64',
  ProductVersion,
  PublishedTime: '2026-11-20T21:14:00',
});
const edge = [
  { Product: 'Beta', Releases: [edgeRelease('Windows', '160.0.1.1')] },
  {
    Product: 'Stable',
    Releases: [
      edgeRelease('Windows', '156.0.4300.99'),
      ...['Windows', 'MacOS', 'Linux'].map((platform) => edgeRelease(platform, '158.0.4410.62')),
      edgeRelease('Android', '170.0.1.1'),
    ],
  },
];

const firefox = {
  FIREFOX_AURORA: '',
  FIREFOX_DEVEDITION: '162.0b3',
  FIREFOX_ESR: '140.17.0esr',
  FIREFOX_ESR115: '115.42.0esr',
  FIREFOX_ESR_NEXT: '153.8.0esr',
  LAST_RELEASE_DATE: '2026-11-24',
  LATEST_FIREFOX_VERSION: '161.0',
};

const zoom = {
  status: true,
  result: {
    downloadVO: {
      zoom: { version: 'latest', packageName: 'ZoomInstallerFull.exe', displayVersion: '7.3.0 (51234)' },
      zoomX64: { version: '7.3.0.51234', archType: 'x64' },
      outlookPlugin: { version: '9.9.9.1283' },
    },
  },
};

const teams = {
  BuildSettings: {
    WebView2: {
      x64: { latestVersion: '26310.1205.5300.1234', buildLink: 'https://x.example/MSTeams-x64.msix' },
      arm64: {},
      macOS: { latestVersion: '26310.1206.5301.2201' },
    },
  },
};

const signal = [
  'version: 8.36.0',
  'files:',
  '  - url: signal-desktop-win-x64-8.36.0.exe',
  '    size: 143982985',
  "releaseDate: '2026-11-25T18:05:11.000Z'",
  '',
].join('\n');

const answers: readonly (readonly [start: string, text: string])[] = [
  ['/versionhistory.googleapis.com/v1/chrome/platforms/', JSON.stringify(chrome)],
  ['/edgeupdates.microsoft.com/api/products', JSON.stringify(edge)],
  ['/product-details.mozilla.org/1.0/firefox_versions.json', JSON.stringify(firefox)],
  ['/zoom.us/rest/download?os=', JSON.stringify(zoom)],
  ['/config.teams.microsoft.com/config/v1/MicrosoftTeams/', JSON.stringify(teams)],
  ['/client-upgrade-a.wbx2.com/', JSON.stringify({ manifest: { version: '46.11.0.36210', checksum: 'x' } })],
  ['/slack.com/api/desktop.latestRelease', JSON.stringify({ ok: true, version: '4.53.100', platform: 'linux' })],
  ['/updates.discord.com/', ''],
  ['/updates.signal.org/desktop/latest.yml', signal],
];

const discordOf = (path: string): string => {
  const host = path.includes('platform=osx')
    ? [0, 0, 420]
    : path.includes('platform=linux')
      ? [1, 0, 170]
      : [1, 0, 9281];
  return JSON.stringify({ full: { host_version: host, module_version: 1 }, deltas: [], modules: {} });
};

/** What the feed at this path answers. */
export const feedAnswers = (path: string): string => {
  if (path.startsWith('/updates.discord.com/')) return discordOf(path);
  return answers.find(([start]) => path.startsWith(start))?.[1] ?? 'no such feed';
};
