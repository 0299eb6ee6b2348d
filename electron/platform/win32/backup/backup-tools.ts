/** Owns which backups are set up, and where to. */

import { known } from '../../../core/facts/fact.ts';
import type { BackupTool, BackupTools } from '../../../core/facts/index.ts';
import { product } from '../../../core/messages/value.ts';
import { reader } from '../../reader.ts';
import { reasons } from '../../reasons.ts';
import { SCRIPT_TIMEOUT_MS } from '../powershell.ts';
import { type BackupSettings, backupSettings, type RegistrySettings } from './backup-settings.ts';
import { historyDestination, windowsDestination } from './destinations.ts';

const fileHistoryTool = (settings: BackupSettings): readonly BackupTool[] => {
  if (settings.history === undefined) return [];
  const destination = historyDestination(settings);
  const automatic = settings.historyOff ? false : settings.history.on;
  const destinations = destination === undefined ? [] : [destination];
  return [{ id: 'file-history', name: 'File History', kind: 'backup', automatic, destinations }];
};

const windowsBackupTool = (settings: BackupSettings): readonly BackupTool[] => {
  const destination = windowsDestination(settings);
  if (destination === undefined) return [];
  const name = 'Backup and Restore (Windows 7)';
  return [{ id: 'windows-backup', name, kind: 'backup', automatic: null, destinations: [destination] }];
};

/** A job that ended, well or not, was set up. Where it copies to stands in files that an ordinary account does not see. */
const veeamTool = ({ veeam }: BackupSettings): readonly BackupTool[] =>
  veeam === undefined ? [] : [{ id: 'veeam', name: 'Veeam Agent', kind: 'backup', automatic: null, destinations: [] }];

/** Bits of `KfmFoldersProtectedNow`. */
const protectedFolders = [
  { bit: 512, name: 'Desktop' },
  { bit: 1024, name: 'Documents' },
  { bit: 2048, name: 'Pictures' },
] as const;

const oneDriveTools = ({ oneDrive }: RegistrySettings): readonly BackupTool[] =>
  oneDrive.flatMap(({ account, folders }): readonly BackupTool[] => {
    const mask = /^\d{1,9}$/.test(folders) ? Number(folders) : 0;
    const names = protectedFolders.filter(({ bit }) => (mask & bit) !== 0).map(({ name }) => name);
    if (names.length === 0) return [];
    const cloud = account === 'Personal' ? 'OneDrive' : 'OneDrive for work or school';
    return [
      {
        id: 'onedrive',
        name: `OneDrive folder backup (${names.join(', ')})`,
        kind: 'sync',
        automatic: true,
        destinations: [{ name: cloud, kind: 'cloud', attached: null }],
      },
    ];
  });

export const backupTools = reader<BackupTools>(SCRIPT_TIMEOUT_MS, async (machine) => {
  const settings = await backupSettings(machine);
  const { registry, veeam } = settings;
  const silent = settings.programs.filter((name) => name !== 'Veeam Agent' || veeam === undefined);
  return known(
    {
      tools: [
        ...fileHistoryTool(settings),
        ...windowsBackupTool(settings),
        ...veeamTool(settings),
        ...(registry === undefined ? [] : oneDriveTools(registry)),
      ],
      gaps: [...settings.gaps, ...silent.map((name) => reasons.setUp({ app: product(name) }))],
    },
    'File History settings and the registry',
  );
});
