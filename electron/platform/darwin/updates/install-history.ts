/** Owns when updates of macOS were last installed. */

import * as v from 'valibot';
import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import { messages } from '../../../core/messages/messages.ts';
import type { IsoTime } from '../../../core/text/time.ts';
import { reader } from '../../reader.ts';
import { dict, readPlist } from '../plist/read.ts';

const words = messages('macos-history', {
  noUpdate: 'The history of this Mac doesn’t name an update of macOS.',
});

export const INSTALL_HISTORY = '/Library/Receipts/InstallHistory.plist';

export const historySchema = v.array(
  dict({
    date: v.optional(v.date()),
    displayName: v.optional(v.string(), ''),
    processName: v.optional(v.string(), ''),
    contentType: v.optional(v.string(), ''),
  }),
);

/** Who installs updates of the system; `installer` and the App Store install programs of any name. */
const systemInstallers = ['softwareupdated', 'macos installer'];

/**
 * An update of macOS or Safari. Protection data arrives by itself every few days: counting it would make every Mac look
 * freshly patched.
 */
export const isSystemUpdate = (entry: v.InferOutput<typeof historySchema>[number]): boolean =>
  systemInstallers.includes(entry.processName.toLowerCase()) &&
  entry.contentType !== 'config-data' &&
  /^(?:macOS|Safari|Security Update|Rapid Security|Background Security)/.test(entry.displayName);

export const updatesInstalledAt = reader<IsoTime>(5_000, async (machine) => {
  const history = await readPlist(machine, INSTALL_HISTORY, historySchema);
  const times = (history ?? [])
    .filter(isSystemUpdate)
    .flatMap((entry) => (entry.date === undefined ? [] : [entry.date.toISOString()]));
  const newest = times.sort().at(-1);
  if (newest === undefined) throw new FactUnavailable('unreadable', words.noUpdate);
  return known(newest, INSTALL_HISTORY);
});
