/** Owns the list of feeds that a new catalogue is built from. Vendors' own feeds first, then public collections. */
import * as v from 'valibot';
import type { Platform } from '../../electron/core/facts/index.ts';
import { day, desktop, type Feed, type FoundRelease, json, plainVersion } from './feed.ts';

/** Google's own history of Chrome: full builds with the share of computers that get them. */
const chrome = (platform: Platform, name: string): Feed => ({
  id: `chrome-${name}`,
  what: `Chrome version history, stable channel, ${name}`,
  url: `https://versionhistory.googleapis.com/v1/chrome/platforms/${name}/channels/stable/versions/all/releases?filter=endtime=none`,
  parse: (text) => {
    const schema = v.object({
      releases: v.array(
        v.object({ version: plainVersion, fraction: v.number(), serving: v.object({ startTime: day }) }),
      ),
    });
    // A build that only some computers get yet is no version that anybody can be behind of.
    const whole = json(text, schema).releases.filter((release) => release.fraction === 1);
    return {
      releases: whole.map(({ version, serving }) => ({
        product: 'chrome',
        platform,
        version,
        date: serving.startTime,
      })),
    };
  },
});

/** Mozilla's own product details. */
const firefox: Feed = {
  id: 'firefox',
  what: 'Mozilla product details: firefox_versions.json',
  url: 'https://product-details.mozilla.org/1.0/firefox_versions.json',
  parse: (text) => {
    const esr = v.pipe(
      v.string(),
      v.transform((version) => version.replace(/esr$/, '')),
      plainVersion,
    );
    const found = json(text, v.object({ LATEST_FIREFOX_VERSION: plainVersion, FIREFOX_ESR: esr }));
    return {
      releases: desktop.flatMap((platform): FoundRelease[] => [
        { product: 'firefox', platform, version: found.LATEST_FIREFOX_VERSION },
        { product: 'firefox', platform, branch: 'esr', version: found.FIREFOX_ESR },
      ]),
    };
  },
};

/** Homebrew's cask of a Mac app. A cask that follows no version says ":latest". */
const cask = (product: string, token: string, readVersion: (text: string) => string = (text) => text): Feed => ({
  id: `cask-${token}`,
  what: `Homebrew cask ${token}`,
  url: `https://formulae.brew.sh/api/cask/${token}.json`,
  parse: (text) => {
    const { version } = json(text, v.object({ token: v.literal(token), version: v.string() }));
    return { releases: [{ product, platform: 'darwin', version: v.parse(plainVersion, readVersion(version)) }] };
  },
});

/** The update file that electron-builder publishes beside an app. Only two of its lines are read. */
const electronBuilder = (product: string, platform: Platform, url: string): Feed => ({
  id: `${product}-${platform}`,
  what: `${product}: the vendor's own update file`,
  url,
  parse: (text) => {
    const line = (name: string): string | undefined =>
      new RegExp(`^${name}: *['"]?([^'"\\r\\n]+)`, 'm').exec(text)?.[1]?.trim();
    const version = v.parse(plainVersion, line('version'));
    const date = v.safeParse(day, line('releaseDate'));
    return { releases: [{ product, platform, version, ...(date.success ? { date: date.output } : {}) }] };
  },
});

/** endoflife.date: the life of operating-system releases. `eolFrom` is null while none is known. */
const endOfLife = (product: string, id: string, label = 'name'): Feed => ({
  id: `endoflife-${product}`,
  what: `endoflife.date: ${product}`,
  url: `https://endoflife.date/api/v1/products/${product}/`,
  parse: (text) => {
    const schema = v.object({
      result: v.object({
        releases: v.array(v.looseObject({ name: v.string(), eolFrom: v.optional(v.nullable(day), null) })),
      }),
    });
    const { releases } = json(text, schema).result;
    return {
      systems: releases.map((release) => ({
        id,
        version: String(release[label] ?? release.name),
        ends: release.eolFrom,
      })),
    };
  },
});

export const feeds: readonly Feed[] = [
  chrome('win32', 'win64'),
  chrome('darwin', 'mac'),
  chrome('linux', 'linux'),
  firefox,
  cask('zoom', 'zoom'),
  cask('slack', 'slack'),
  cask('webex', 'webex'),
  cask('teams', 'microsoft-teams'),
  cask('edge', 'microsoft-edge', (version) => version.split(',')[0] ?? ''),
  cask('brave', 'brave-browser'),
  cask('telegram', 'telegram-desktop'),
  electronBuilder('signal', 'win32', 'https://updates.signal.org/desktop/latest.yml'),
  electronBuilder('mattermost', 'win32', 'https://releases.mattermost.com/desktop/latest.yml'),
  electronBuilder('ringcentral', 'win32', 'https://app.ringcentral.com/download/latest.yml'),
  endOfLife('debian', 'debian'),
  endOfLife('ubuntu', 'ubuntu'),
  endOfLife('fedora', 'fedora'),
  endOfLife('macos', 'macos'),
];
