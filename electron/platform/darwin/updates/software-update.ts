/** Owns what macOS itself last found when it looked for updates. Nothing here goes to the network. */

import * as v from 'valibot';
import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { PendingUpdate, PendingUpdates } from '../../../core/facts/index.ts';
import { messages } from '../../../core/messages/messages.ts';
import type { IsoTime } from '../../../core/text/time.ts';
import type { Machine } from '../../machine/machine.ts';
import { optional } from '../../optional.ts';
import { reader } from '../../reader.ts';
import { SAFARI, shortVersion } from '../apps/bundle.ts';
import { dict, readPlist } from '../plist/read.ts';
import { type SystemVersion, systemVersion } from './system-version.ts';

const words = messages('macos-updates', {
  notYet: 'macOS hasn’t written down yet whether it looked for updates.',
  noVersion: 'macOS lists an update of itself without a version that can be read.',
  waiting: 'macOS doesn’t say which updates are waiting.',
  lookedAt: 'macOS doesn’t say when it last looked for updates.',
});

const FILE = '/Library/Preferences/com.apple.SoftwareUpdate.plist';

const entrySchema = dict({
  'Display Name': v.optional(v.string(), ''),
  'Display Version': v.optional(v.string(), ''),
  Identifier: v.optional(v.string(), ''),
  'Product Key': v.optional(v.string(), ''),
  MobileSoftwareUpdate: v.optional(v.union([v.boolean(), v.number()]), false),
});
type Entry = v.InferOutput<typeof entrySchema>;

const schema = dict({
  RecommendedUpdates: v.optional(v.array(entrySchema)),
  LastRecommendedUpdatesAvailable: v.optional(v.number()),
  LastSuccessfulDate: v.optional(v.date()),
  LastFullSuccessfulDate: v.optional(v.date()),
  LastBackgroundSuccessfulDate: v.optional(v.date()),
});

const settings = async (machine: Machine): Promise<v.InferOutput<typeof schema>> => {
  const list = await readPlist(machine, FILE, schema);
  if (list === undefined) throw new FactUnavailable('unreadable', words.notYet);
  return list;
};

/** Dotted numbers; a missing part counts as 0. */
const compare = (left: string, right: string): number => {
  const [a, b] = [left.split('.').map(Number), right.split('.').map(Number)];
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
};

/** `MSU_UPDATE_<build>_patch_<version>[_minor|_major|_rsr]`; "major" is there on point releases too, so versions decide. */
const productKey = /^MSU_UPDATE_([0-9A-Za-z]+)_patch_([\d.]+)(?:_([a-z]+))?$/;

const isSystemUpdate = (entry: Entry): boolean =>
  entry['Product Key'].startsWith('MSU_UPDATE_') ||
  Boolean(entry.MobileSoftwareUpdate) ||
  /^macOS /.test(entry.Identifier);

/**
 * A patch of this macOS, or null for what is none: an entry left over after its installation, or the next macOS.
 * The rule that every update of the same major release counts as security is our own; Apple does not class them.
 */
const systemPatch = (entry: Entry, installed: SystemVersion): PendingUpdate | null => {
  const [, build, keyVersion, kind] = productKey.exec(entry['Product Key']) ?? [];
  const [, shown, extra = ''] = /^(\d+(?:\.\d+)*)(?: (\([a-z]\)))?$/.exec(entry['Display Version']) ?? [];
  const version = shown ?? keyVersion;
  if (version === undefined) throw new FactUnavailable('unreadable', words.noVersion);
  if (version.split('.')[0] !== installed.version.split('.')[0] || build === installed.build) return null;
  const order = compare(version, installed.version);
  const response = kind === 'rsr' || extra !== '';
  if (order < 0 || (order === 0 && (!response || (extra !== '' && extra <= installed.extra)))) return null;
  return {
    name: entry['Display Name'] || `macOS ${version}`,
    version: [version, extra].join(' ').trim(),
    security: true,
  };
};

/** Apple's own protection data, by the identifiers of its packages; Safari; everything else is no security update. */
const isProtection = /^(?:XProtect|MRTConfigData|Gatekeeper)/;

const otherUpdate = async (machine: Machine, entry: Entry): Promise<PendingUpdate | null> => {
  const version = entry['Display Version'];
  const safari = entry.Identifier.startsWith('Safari');
  if (safari && (await optional(shortVersion(machine, SAFARI))) === version) return null;
  return {
    name: entry['Display Name'] || entry.Identifier || entry['Product Key'],
    ...(version === '' ? {} : { version }),
    security: safari || isProtection.test(entry.Identifier),
  };
};

export const pendingUpdates = reader<PendingUpdates>(5_000, async (machine) => {
  const [list, installed] = await Promise.all([settings(machine), systemVersion(machine)]);
  const entries = list.RecommendedUpdates;
  // The counter alone may stay above nought on a Mac that is up to date, so it can only speak for "none".
  if (entries === undefined && list.LastRecommendedUpdatesAvailable !== 0)
    throw new FactUnavailable('unreadable', words.waiting);
  const updates = await Promise.all(
    (entries ?? []).map((entry) =>
      isSystemUpdate(entry) ? systemPatch(entry, installed) : otherUpdate(machine, entry),
    ),
  );
  return known({ updates: updates.filter((update) => update !== null) }, FILE);
});

export const updatesLookedAt = reader<IsoTime | 'never'>(5_000, async (machine) => {
  const list = await settings(machine);
  const looks = [list.LastSuccessfulDate, list.LastFullSuccessfulDate, list.LastBackgroundSuccessfulDate];
  const times = looks.filter((look) => look !== undefined).map((look) => look.toISOString());
  const newest = times.sort().at(-1);
  if (newest === undefined) throw new FactUnavailable('unreadable', words.lookedAt);
  return known(newest, FILE);
});
