/** Owns whether macOS looks for updates and installs them by itself. */

import * as v from 'valibot';
import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { AutoUpdates } from '../../../core/facts/index.ts';
import { messages } from '../../../core/messages/messages.ts';
import { reader } from '../../reader.ts';
import { managedSettings } from '../managed-settings.ts';
import { dict, readPlist } from '../plist/read.ts';

const words = messages('macos-auto-updates', {
  notYet: 'macOS hasn’t written down yet how it installs updates.',
});

const DOMAIN = 'com.apple.SoftwareUpdate';
const FILE = `/Library/Preferences/${DOMAIN}.plist`;

/** `defaults write` leaves numbers and words where System Settings writes true and false. */
const flag = v.optional(
  v.pipe(
    v.union([v.boolean(), v.number(), v.picklist(['YES', 'NO', 'true', 'false', '1', '0'])]),
    v.transform((value) => value === true || value === 'YES' || value === 'true' || value === '1' || Number(value) > 0),
  ),
);

export const updateSettings = dict({
  AutomaticCheckEnabled: flag,
  AutomaticDownload: flag,
  AutomaticallyInstallMacOSUpdates: flag,
  CriticalUpdateInstall: flag,
  ConfigDataInstall: flag,
});

/** What the organisation prescribes goes before what was set here. A key that is missing means "on". */
export const autoUpdates = reader<AutoUpdates>(5_000, async (machine) => {
  const [own, managed] = await Promise.all([
    readPlist(machine, FILE, updateSettings),
    managedSettings(machine, DOMAIN, updateSettings),
  ]);
  if (own === undefined && managed.length === 0) throw new FactUnavailable('unreadable', words.notYet);
  const settings = Object.assign({}, own, ...managed);
  const { AutomaticCheckEnabled: looks = true, ...rest } = settings as v.InferOutput<typeof updateSettings>;
  const installs = Object.values(rest).every((on) => on !== false);
  return known({ state: looks ? (installs ? 'on' : 'asks') : 'off' }, FILE);
});
