/** Owns when backups last finished. */
import { known } from '../../core/fact.ts';
import type { BackupRun, BackupRuns } from '../../core/facts.ts';
import { type IsoTime, isoTime } from '../../core/time.ts';
import { reader } from '../reader.ts';
import { backupSettings } from './backup-settings.ts';
import { destinationOf } from './destinations.ts';
import type { FileHistory } from './file-history.ts';

const PROTECTED = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\FileHistory, ProtectedUpToTime';
/** 100-nanosecond steps from 1601 to 1970. */
const EPOCH = 116_444_736_000_000_000n;

/** FILETIME as the registry holds it, in decimal digits; 0 stands for no time. */
const fromFileTime = (digits: string): IsoTime | undefined => {
  if (!/^\d{1,19}$/.test(digits)) return undefined;
  const steps = BigInt(digits);
  return steps <= EPOCH ? undefined : isoTime(Number((steps - EPOCH) / 10_000n));
};

/**
 * File History writes the time up to which everything is on the drive, but resets it to 0 while it works. Then its list
 * of copied files tells, as long as the drive is attached: without it File History copies into a store on this computer,
 * and the list goes on changing. Null when neither tells. `protectedUpTo` is undefined when the registry was not read.
 */
const fileHistoryRun = (
  { catalogChanged }: FileHistory,
  protectedUpTo: string | undefined,
  attached: boolean | null,
): BackupRun | null => {
  const run = { tool: 'file-history', name: 'File History' };
  const at = fromFileTime(protectedUpTo ?? '');
  if (at !== undefined) return { ...run, at, evidence: PROTECTED };
  if (catalogChanged === undefined)
    return protectedUpTo === undefined ? null : { ...run, at: 'never', evidence: `no ${PROTECTED}; no Catalog1.edb` };
  return attached === true ? { ...run, at: catalogChanged, evidence: 'last change of Catalog1.edb' } : null;
};

export const backupRuns = reader<BackupRuns>(15_000, async (machine) => {
  const { registry, history, volumes, programs, gaps: unseen } = await backupSettings(machine);
  const runs: BackupRun[] = [];
  const gaps = [
    ...unseen,
    ...programs.map((name) => `${name} keeps its dates to itself, so its last backup is not known.`),
  ];
  if (history !== undefined && history.target !== null) {
    const { attached } = destinationOf(history.target.url, history.target.name, volumes);
    const protectedUpTo = registry === undefined ? undefined : (registry.fileHistory?.ProtectedUpToTime ?? '');
    const run = fileHistoryRun(history, protectedUpTo, attached);
    if (run === null) gaps.push('File History does not say just now when it last finished.');
    else runs.push(run);
  }
  if ((registry?.windowsBackup?.PresentableName ?? '') !== '')
    gaps.push('Windows tells only administrators when Backup and Restore last finished.');
  return known({ runs, gaps }, 'File History settings and the registry');
});
