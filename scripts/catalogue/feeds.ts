/** Owns the list of feeds that a new catalogue is built from. Vendors' own feeds first, then public collections. */
import * as v from 'valibot';
import { day, type Feed, json, plainVersion } from '../../electron/core/catalogue/feeds/feed.ts';
import { electronBuilder, makersFeeds } from '../../electron/core/catalogue/feeds/makers.ts';

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
  ...makersFeeds,
  cask('zoom', 'zoom'),
  cask('slack', 'slack'),
  cask('webex', 'webex'),
  cask('teams', 'microsoft-teams'),
  cask('edge', 'microsoft-edge', (version) => version.split(',')[0] ?? ''),
  cask('brave', 'brave-browser'),
  cask('telegram', 'telegram-desktop'),
  electronBuilder('mattermost', ['win32'], 'https://releases.mattermost.com/desktop/latest.yml'),
  endOfLife('debian', 'debian'),
  endOfLife('ubuntu', 'ubuntu'),
  endOfLife('fedora', 'fedora'),
  endOfLife('macos', 'macos'),
];
