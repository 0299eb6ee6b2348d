/** Owns which backups are set up, and where to. */
import { known } from '../../core/fact.ts';
import type { BackupTool, BackupTools } from '../../core/facts.ts';
import { reader } from '../reader.ts';
import { backupSettings, type RegistrySettings } from './backup-settings.ts';
import { destinationOf } from './destinations.ts';
import type { FileHistory } from './file-history.ts';
import type { Volumes } from './volumes.ts';

const fileHistoryTool = (settings: FileHistory, volumes: Volumes | undefined): BackupTool => ({
  id: 'file-history',
  name: 'File History',
  kind: 'backup',
  automatic: settings.on,
  destinations: settings.target === null ? [] : [destinationOf(settings.target.url, settings.target.name, volumes)],
});

const windowsBackupTool = (target: string, volumes: Volumes | undefined): BackupTool => ({
  id: 'windows-backup',
  name: 'Backup and Restore (Windows 7)',
  kind: 'backup',
  automatic: null,
  destinations: [destinationOf(target, '', volumes)],
});

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

export const backupTools = reader<BackupTools>(15_000, async (machine) => {
  const { registry, history, volumes, programs, gaps } = await backupSettings(machine);
  const target = registry?.windowsBackup?.PresentableName ?? '';
  return known(
    {
      tools: [
        ...(history === undefined ? [] : [fileHistoryTool(history, volumes)]),
        ...(target === '' ? [] : [windowsBackupTool(target, volumes)]),
        ...(registry === undefined ? [] : oneDriveTools(registry)),
      ],
      gaps: [
        ...gaps,
        ...programs.map((name) => `${name} is installed. Whether it has a backup set up cannot be seen.`),
      ],
    },
    'File History settings and the registry',
  );
});
