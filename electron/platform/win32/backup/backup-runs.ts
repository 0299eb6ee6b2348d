/** Owns when backups last finished. */

import { known } from '../../../core/facts/fact.ts';
import type { BackupDestination, BackupRun, BackupRuns } from '../../../core/facts/index.ts';
import { type Message, messages } from '../../../core/messages/messages.ts';
import { product } from '../../../core/messages/value.ts';
import { reader } from '../../reader.ts';
import { reasons } from '../../reasons.ts';
import { fromFileTime } from '../file-time.ts';
import { SCRIPT_TIMEOUT_MS } from '../powershell.ts';
import { type BackupSettings, backupSettings } from './backup-settings.ts';
import { historyDestination, windowsDestination } from './destinations.ts';

const words = messages('windows-backup-runs', {
  hidden: 'Windows doesn’t show this account when Backup and Restore last finished.',
  veeam: 'The log of Veeam Agent names no backup that went well.',
});

const PROTECTED = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\FileHistory, ProtectedUpToTime';
const STATUS = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsBackup\\Status';

/** A tool that is set up: its run, or why that is not known. */
type Found = BackupRun | { readonly gap: Message };

const to = ({ name, volumeId }: BackupDestination): Pick<BackupRun, 'destination'> => ({
  destination: { name, ...(volumeId === undefined ? {} : { volumeId }) },
});

/**
 * File History writes the time up to which everything is on the drive, but resets it to 0 while it works. Then its list
 * of copied files tells, as long as the drive is attached: without it File History copies into a store on this computer,
 * and the list goes on changing.
 */
const historyRun = (settings: BackupSettings): Found | undefined => {
  const { registry, history } = settings;
  const target = historyDestination(settings);
  if (history === undefined || target === undefined) return undefined;
  const run = { tool: 'file-history', name: 'File History', ...to(target) };
  const at = fromFileTime(registry?.fileHistory?.ProtectedUpToTime ?? '');
  if (at !== undefined) return { ...run, at, evidence: PROTECTED };
  const { catalogChanged } = history;
  if (catalogChanged === undefined && registry !== undefined)
    return { ...run, at: 'never', evidence: `no ${PROTECTED}; no Catalog1.edb` };
  if (catalogChanged !== undefined && target.attached === true)
    return { ...run, at: catalogChanged, evidence: 'last change of Catalog1.edb' };
  return { gap: reasons.noDate({ app: product('File History') }) };
};

/** Windows writes the time of every result, and that of a good one a second time: when they differ, the latest was none. */
const windowsRun = (settings: BackupSettings): Found | undefined => {
  const target = windowsDestination(settings);
  if (target === undefined) return undefined;
  const status = settings.registry?.windowsStatus;
  const at = fromFileTime(status?.LastSuccess ?? '');
  const result = fromFileTime(status?.LastResultTime ?? '');
  if (at === undefined) return { gap: words.hidden };
  return {
    tool: 'windows-backup',
    name: 'Backup and Restore (Windows 7)',
    at,
    evidence: `${STATUS}, LastSuccess`,
    ...to(target),
    ...(result !== undefined && result > at ? { lastAttemptFailed: true } : {}),
  };
};

const veeamRun = ({ veeam }: BackupSettings): Found | undefined => {
  if (veeam === undefined) return undefined;
  if (veeam.finished === undefined) return { gap: words.veeam };
  return {
    tool: 'veeam',
    name: 'Veeam Agent',
    at: veeam.finished,
    evidence: 'event log “Veeam Agent”, event 190',
    ...(veeam.laterFailed ? { lastAttemptFailed: true } : {}),
  };
};

export const backupRuns = reader<BackupRuns>(SCRIPT_TIMEOUT_MS, async (machine) => {
  const settings = await backupSettings(machine);
  const found = [historyRun(settings), windowsRun(settings), veeamRun(settings)].filter((it) => it !== undefined);
  const silent = settings.programs.filter((name) => name !== 'Veeam Agent' || settings.veeam === undefined);
  return known(
    {
      runs: found.flatMap((it) => ('gap' in it ? [] : [it])),
      gaps: [
        ...settings.gaps,
        ...silent.map((name) => reasons.ownDates({ app: product(name) })),
        ...found.flatMap((it) => ('gap' in it ? [it.gap] : [])),
      ],
    },
    'File History settings and the registry',
  );
});
