/** Owns the makers' own public feeds of versions: what a person asks when they choose “Update list”, and what new catalogues start from. */
import * as v from 'valibot';
import type { Platform } from '../../facts/index.ts';
import { compareVersions } from '../../versions/version.ts';
import { day, desktop, type Feed, type FoundRelease, highest, json, plainVersion } from './feed.ts';

/** A feed that answers for one product, on one system or all. */
export interface MakerFeed extends Feed {
  readonly product: string;
  /** Null: it answers for every system. */
  readonly platform: Platform | null;
  /** More is no answer. */
  readonly maxBytes: number;
}

const SMALL = 256 * 1024;
const LARGE = 4 * 1024 * 1024;

const byVersion = (a: { readonly version: string }, b: { readonly version: string }): number =>
  compareVersions(a.version, b.version);

/** Google's own history of Chrome, with the share of computers that get a build: one for a few is nobody's to be behind of. */
const chrome = (platform: Platform, name: string): MakerFeed => ({
  id: `chrome-${name}`,
  what: `Chrome version history, stable channel, ${name}`,
  url: `https://versionhistory.googleapis.com/v1/chrome/platforms/${name}/channels/stable/versions/all/releases?filter=endtime=none,fraction%3E=0.5&order_by=version%20desc&pageSize=5`,
  product: 'chrome',
  platform,
  maxBytes: SMALL,
  parse: (text) => {
    const schema = v.object({
      releases: v.array(
        v.object({ version: plainVersion, fraction: v.number(), serving: v.object({ startTime: day }) }),
      ),
    });
    const most = json(text, schema).releases.filter(({ fraction }) => fraction >= 0.5);
    const { version, serving } = highest(most, byVersion);
    return { releases: [{ product: 'chrome', platform, version, date: serving.startTime }] };
  },
});

/** Microsoft's own list of downloads of Edge. Several lines stand side by side, in no order. */
const edge: MakerFeed = {
  id: 'edge',
  what: 'Microsoft Edge: list of products',
  url: 'https://edgeupdates.microsoft.com/api/products',
  product: 'edge',
  platform: null,
  maxBytes: LARGE,
  parse: (text) => {
    const platforms: ReadonlyMap<string, Platform> = new Map([
      ['Windows', 'win32'],
      ['MacOS', 'darwin'],
      ['Linux', 'linux'],
    ]);
    const release = v.object({ Platform: v.string(), ProductVersion: plainVersion, PublishedTime: day });
    const products = json(text, v.array(v.looseObject({ Product: v.string(), Releases: v.array(v.unknown()) })));
    const stable = products.find(({ Product }) => Product === 'Stable')?.Releases ?? [];
    const releases = stable.flatMap((one): FoundRelease[] => {
      const read = v.safeParse(release, one);
      const platform = read.success ? platforms.get(read.output.Platform) : undefined;
      if (!read.success || platform === undefined) return [];
      return [{ product: 'edge', platform, version: read.output.ProductVersion, date: read.output.PublishedTime }];
    });
    return {
      releases: desktop.map((platform) =>
        highest(
          releases.filter((one) => one.platform === platform),
          byVersion,
        ),
      ),
    };
  },
};

const esr = v.pipe(
  v.string(),
  v.transform((version) => version.replace(/esr$/, '')),
);

/** Mozilla's own product details. Two or three lines of the extended support release live at once; a missing one is empty. */
const firefox: MakerFeed = {
  id: 'firefox',
  what: 'Mozilla product details: firefox_versions.json',
  url: 'https://product-details.mozilla.org/1.0/firefox_versions.json',
  product: 'firefox',
  platform: null,
  maxBytes: SMALL,
  parse: (text) => {
    const found = json(
      text,
      v.object({
        LATEST_FIREFOX_VERSION: plainVersion,
        FIREFOX_ESR: esr,
        FIREFOX_ESR_NEXT: v.optional(esr, ''),
        FIREFOX_ESR115: v.optional(esr, ''),
      }),
    );
    const lines = [found.FIREFOX_ESR, found.FIREFOX_ESR_NEXT, found.FIREFOX_ESR115].filter((one) => one !== '');
    const [newest, ...older] = lines
      .map((line) => v.parse(plainVersion, line))
      .toSorted((a, b) => compareVersions(b, a));
    return {
      releases: desktop.flatMap((platform): FoundRelease[] => [
        { product: 'firefox', platform, version: found.LATEST_FIREFOX_VERSION },
        ...(newest === undefined ? [] : [{ product: 'firefox', platform, branch: 'esr', version: newest }]),
        ...older.map((version) => ({
          product: 'firefox',
          platform,
          branch: 'esr',
          line: version.split('.')[0] ?? version,
          version,
        })),
      ]),
    };
  },
};

/** Zoom's own download page as data. It answers with what the asking system can run, so it is asked as an ordinary browser. */
const zoom = (platform: Platform, os: string): MakerFeed => ({
  id: `zoom-${os}`,
  what: `Zoom download page, ${os}`,
  url: `https://zoom.us/rest/download?os=${os}`,
  product: 'zoom',
  platform,
  maxBytes: SMALL,
  userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)',
  parse: (text) => {
    const program = v.object({ version: v.string(), displayVersion: v.optional(v.string(), '') });
    const { downloadVO } = json(
      text,
      v.object({ result: v.object({ downloadVO: v.record(v.string(), v.unknown()) }) }),
    ).result;
    const versions = Object.entries(downloadVO).flatMap(([name, one]) => {
      const read = v.safeParse(program, one);
      if (!/^zoom(?:X64|Arm64)?$/.test(name) || !read.success) return [];
      const { version, displayVersion } = read.output;
      const shown = displayVersion.replace(/^(\S+) \((\d+)\)$/, '$1.$2');
      return [{ version: v.parse(plainVersion, version === 'latest' ? shown : version) }];
    });
    return { releases: [{ product: 'zoom', platform, ...highest(versions, byVersion) }] };
  },
});

/** What Teams itself asks. */
const teams: MakerFeed = {
  id: 'teams',
  what: 'Microsoft Teams: build settings of the general ring',
  url: 'https://config.teams.microsoft.com/config/v1/MicrosoftTeams/1415_1.0.0.0?environment=prod&audienceGroup=general&teamsRing=general&agent=TeamsBuilds',
  product: 'teams',
  platform: null,
  maxBytes: LARGE,
  parse: (text) => {
    const build = v.object({ latestVersion: plainVersion });
    const { WebView2 } = json(
      text,
      v.object({ BuildSettings: v.object({ WebView2: v.object({ x64: build, macOS: build }) }) }),
    ).BuildSettings;
    return {
      releases: [
        { product: 'teams', platform: 'win32', version: WebView2.x64.latestVersion },
        { product: 'teams', platform: 'darwin', version: WebView2.macOS.latestVersion },
      ],
    };
  },
};

const webex = (platform: Platform, model: string): MakerFeed => ({
  id: `webex-${model}`,
  what: `Webex client upgrade, channel gold, ${model}`,
  url: `https://client-upgrade-a.wbx2.com/client-upgrade/api/v1/webexteamsdesktop/upgrade/@me?channel=gold&model=${model}`,
  product: 'webex',
  platform,
  maxBytes: SMALL,
  parse: (text) => {
    const { version } = json(text, v.object({ manifest: v.object({ version: plainVersion }) })).manifest;
    return { releases: [{ product: 'webex', platform, version }] };
  },
});

const slack = (platform: Platform, arch: string, variant: string): MakerFeed => ({
  id: `slack-${variant}`,
  what: `Slack: latest desktop release, ${variant}`,
  url: `https://slack.com/api/desktop.latestRelease?arch=${arch}&variant=${variant}`,
  product: 'slack',
  platform,
  maxBytes: SMALL,
  parse: (text) => {
    const { version } = json(text, v.object({ ok: v.literal(true), version: plainVersion }));
    return { releases: [{ product: 'slack', platform, version }] };
  },
});

/** Discord answers its own updater only, and counts each system by itself. */
const discord = (platform: Platform, name: string): MakerFeed => ({
  id: `discord-${name}`,
  what: `Discord: manifest of the stable channel, ${name}`,
  url: `https://updates.discord.com/distributions/app/manifests/latest?channel=stable&platform=${name}&arch=x64`,
  product: 'discord',
  platform,
  maxBytes: SMALL,
  userAgent: 'Discord-Updater/1',
  parse: (text) => {
    const number = v.pipe(v.number(), v.integer(), v.minValue(0));
    const host = v.pipe(v.array(number), v.minLength(2), v.maxLength(4));
    const { host_version } = json(text, v.object({ full: v.object({ host_version: host }) })).full;
    const architecture = platform === 'win32' ? { architecture: 'x64' } : {};
    return { releases: [{ product: 'discord', platform, ...architecture, version: host_version.join('.') }] };
  },
});

/** The update file that electron-builder publishes beside an app. Only two of its lines are read. */
export const electronBuilder = (
  product: string,
  platforms: readonly [Platform, ...Platform[]],
  url: string,
): MakerFeed => ({
  id: `${product}-${platforms[0]}`,
  what: `${product}: the vendor's own update file`,
  url,
  product,
  platform: platforms.length === 1 ? platforms[0] : null,
  maxBytes: SMALL,
  parse: (text) => {
    const line = (name: string): string | undefined =>
      new RegExp(`^${name}: *['"]?([^'"\\r\\n]+)`, 'm').exec(text)?.[1]?.trim();
    const version = v.parse(plainVersion, line('version'));
    const date = v.safeParse(day, line('releaseDate'));
    return {
      releases: platforms.map((platform) => ({
        product,
        platform,
        version,
        ...(date.success ? { date: date.output } : {}),
      })),
    };
  },
});

export const makersFeeds: readonly MakerFeed[] = [
  chrome('win32', 'win64'),
  chrome('darwin', 'mac'),
  chrome('linux', 'linux'),
  edge,
  firefox,
  zoom('win32', 'win'),
  zoom('darwin', 'mac'),
  zoom('linux', 'linux'),
  teams,
  webex('win32', 'win-64'),
  webex('darwin', 'osx'),
  webex('linux', 'ubuntu'),
  slack('win32', 'x64', 'exe'),
  slack('darwin', 'universal', 'dmg'),
  slack('linux', 'x64', 'deb'),
  discord('win32', 'win'),
  discord('darwin', 'osx'),
  discord('linux', 'linux'),
  // One series of numbers on all systems.
  electronBuilder('signal', desktop as [Platform, ...Platform[]], 'https://updates.signal.org/desktop/latest.yml'),
  electronBuilder('ringcentral', ['win32'], 'https://app.ringcentral.com/download/latest.yml'),
  electronBuilder('goto', ['win32'], 'https://goto-desktop.goto.com/latest.yml'),
];

/** The feeds that tell of what is installed here. */
export const feedsFor = (
  feeds: readonly MakerFeed[],
  platform: Platform,
  installed: ReadonlySet<string>,
): readonly MakerFeed[] =>
  feeds.filter((feed) => installed.has(feed.product) && (feed.platform === null || feed.platform === platform));
