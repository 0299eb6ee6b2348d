/** Owns when updates of macOS were last installed. */
import * as v from 'valibot';
import { CannotTell, known } from '../../core/fact.ts';
import type { IsoTime } from '../../core/time.ts';
import { reader } from '../reader.ts';
import { dict, readPlist } from './property-list.ts';

const FILE = '/Library/Receipts/InstallHistory.plist';

const schema = v.array(
  dict({
    date: v.optional(v.date()),
    displayName: v.optional(v.string(), ''),
    processName: v.optional(v.string(), ''),
    contentType: v.optional(v.string(), ''),
  }),
);

/** Who installs updates of the system; `installer` and the App Store install programs of any name. */
const systemInstallers = ['softwareupdated', 'macos installer'];

export const updatesInstalledAt = reader<IsoTime>(5_000, async (machine) => {
  const history = await readPlist(machine, FILE, schema);
  // Protection data arrives by itself every few days: counting it would make every Mac look freshly patched.
  const times = (history ?? [])
    .filter(
      (entry) => systemInstallers.includes(entry.processName.toLowerCase()) && entry.contentType !== 'config-data',
    )
    .filter((entry) => /^(?:macOS|Safari|Security Update|Rapid Security|Background Security)/.test(entry.displayName))
    .flatMap((entry) => (entry.date === undefined ? [] : [entry.date.toISOString()]));
  const newest = times.sort().at(-1);
  if (newest === undefined)
    throw new CannotTell('unreadable', 'The history of this Mac does not name an update of macOS.');
  return known(newest, FILE);
});
