/** Owns which programs keep files in step with a service on the internet: no backup, since a deletion is copied too. */
import * as v from 'valibot';
import type { BackupTool } from '../../../core/facts/index.ts';
import type { Machine } from '../../machine/machine.ts';
import { optional } from '../../optional.ts';
import { dict, readPlist } from '../plist/read.ts';

const programs = [
  { id: 'dropbox', name: 'Dropbox', bundle: '/Applications/Dropbox.app' },
  { id: 'onedrive', name: 'OneDrive', bundle: '/Applications/OneDrive.app' },
  { id: 'google-drive', name: 'Google Drive', bundle: '/Applications/Google Drive.app' },
] as const;

/** What stands for iCloud Drive in the list of an account's services. */
const ICLOUD_DRIVE = 'MOBILE_DOCUMENTS';

const service = dict({
  Name: v.optional(v.string(), ''),
  Enabled: v.optional(v.union([v.boolean(), v.number()]), false),
});

/** Accounts of iCloud, without the person's names in them, and with that one service alone. */
export const accountsSchema = dict({
  Accounts: v.optional(
    v.array(
      dict({
        Services: v.pipe(
          v.optional(v.array(service), []),
          v.transform((services) => services.filter(({ Name }) => Name === ICLOUD_DRIVE)),
        ),
      }),
    ),
    [],
  ),
});

/** Whether a path is that of the list of accounts. */
export const isAccountsFile = (path: string): boolean => path.endsWith('/Library/Preferences/MobileMeAccounts.plist');

const sync = (id: string, name: string): BackupTool => ({
  id,
  name,
  kind: 'sync',
  // That it is installed, or switched on for the account, does not show which folders it keeps in step.
  automatic: null,
  destinations: [{ name, kind: 'cloud', attached: null }],
});

/**
 * Those that are there. Their own folders stay closed: macOS would ask the person for consent. What cannot be read hides
 * no backup, so that it is no gap.
 */
export const cloudSync = async (machine: Machine): Promise<readonly BackupTool[]> => {
  const path = `${machine.host.home}/Library/Preferences/MobileMeAccounts.plist`;
  const [accounts, ...stats] = await Promise.all([
    optional(readPlist(machine, path, accountsSchema)),
    ...programs.map(({ bundle }) => optional(machine.stat(bundle))),
  ]);
  const iCloud = accounts?.Accounts.some(({ Services }) => Services.some(({ Enabled }) => Boolean(Enabled)));
  return [
    ...(iCloud === true ? [sync('icloud', 'iCloud Drive')] : []),
    ...programs.flatMap(({ id, name }, index) => (stats[index]?.kind === 'folder' ? [sync(id, name)] : [])),
  ];
};
