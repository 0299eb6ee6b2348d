/** Owns which backups run right now on Windows, by the processes that do nothing else. */

import { known } from '../../../core/facts/fact.ts';
import type { BackupActivity } from '../../../core/facts/index.ts';
import { product } from '../../../core/messages/value.ts';
import { type BackupEngine, terminalEngines } from '../../backup-sets/running-programs.ts';
import { reader } from '../../reader.ts';
import { reasons } from '../../reasons.ts';
import { SCRIPT_TIMEOUT_MS } from '../powershell.ts';
import { programName, runningPrograms } from '../running.ts';
import { backupSettings } from './backup-settings.ts';

/** The engine of Windows' own backup is started for a backup and ends after it. */
const engines: readonly BackupEngine[] = [
  { process: 'wbengine', tool: 'windows-backup', name: 'Windows Backup' },
  ...terminalEngines,
];

const engineAt = (file: string): BackupEngine | undefined =>
  engines.find(({ process }) => process === programName(file).toLowerCase());

/** Whether a file is that of a program which runs only while a backup does. */
export const isBackupEngine = (file: string): boolean => engineAt(file) !== undefined;

export const backupActivity = reader<BackupActivity>(SCRIPT_TIMEOUT_MS, async (machine) => {
  const [{ programs }, settings] = await Promise.all([runningPrograms(machine), backupSettings(machine)]);
  const found = new Set(programs.flatMap(({ file }) => engineAt(file) ?? []));
  const silent = [
    ...(settings.history?.on === true && !settings.historyOff ? ['File History'] : []),
    ...settings.programs,
  ];
  return known(
    {
      running: [...found].map(({ tool, name }) => ({ tool, name, percent: null })),
      gaps: [...settings.gaps, ...silent.map((name) => reasons.copying({ app: product(name) }))],
    },
    'Win32_Process',
  );
});
