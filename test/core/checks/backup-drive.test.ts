/** Configured, attached, finished: three facts that are kept apart, and never guessed from one another. */
import { expect, test } from 'vitest';
import { backupDrive } from '../../../electron/core/checks/backup-drive.ts';
import { known, unknown } from '../../../electron/core/fact.ts';
import type { BackupRun, BackupTool, ExternalDrive } from '../../../electron/core/facts.ts';
import { judged } from './judged.ts';

const daysBefore = (days: number): string =>
  new Date(Date.parse('2026-11-22T12:00:00Z') - days * 86_400_000).toISOString();

const tool = (kind: BackupTool['kind'], name: string): BackupTool => ({
  id: name,
  name,
  kind,
  automatic: true,
  destinations: [],
});
const dejaDup = tool('backup', 'Déjà Dup');
const run = (at: BackupRun['at'], more: Partial<BackupRun> = {}): BackupRun => ({
  tool: 'deja-dup',
  name: 'Déjà Dup',
  at,
  evidence: 'x',
  ...more,
});
const drive = (more: Partial<ExternalDrive> = {}): ExternalDrive => ({
  id: 'U1',
  label: 'Blue disk',
  bus: 'usb',
  fileSystem: 'ext4',
  mountPoints: ['/media/u/Blue disk'],
  sizeBytes: 1e12,
  freeBytes: 5e11,
  readOnly: false,
  encrypted: false,
  sets: [],
  ...more,
});

interface Situation {
  readonly tools?: readonly BackupTool[];
  readonly toolGaps?: readonly string[];
  readonly drives?: readonly ExternalDrive[] | null;
  readonly runs?: readonly BackupRun[] | null;
  readonly runGaps?: readonly string[];
}

const finding = ({ tools = [], toolGaps = [], drives = [], runs = [], runGaps = [] }: Situation) =>
  judged(backupDrive, {
    backupTools: known({ tools, gaps: toolGaps }, 'settings'),
    externalDrives:
      drives === null ? unknown('timed-out', 'The list of drives did not come in time.') : known({ drives }, 'lsblk'),
    backupRuns:
      runs === null ? unknown('denied', 'The record may not be read.') : known({ runs, gaps: runGaps }, 'settings'),
  })[0];

test.each<[string, Situation, string]>([
  ['a fresh backup, its drive away', { tools: [dejaDup], runs: [run(daysBefore(3))] }, 'pass'],
  ['a backup of two weeks ago', { tools: [dejaDup], runs: [run(daysBefore(14))] }, 'caution'],
  ['a backup of last year', { tools: [dejaDup], runs: [run(daysBefore(400))] }, 'fail'],
  ['set up and never finished', { tools: [dejaDup], runs: [run('never')] }, 'fail'],
  ['set up, but when it ran cannot be seen', { tools: [dejaDup], runGaps: ['Vorta does not say.'] }, 'unknown'],
  ['nothing at all', {}, 'fail'],
  ['only cloud sync', { tools: [tool('sync', 'OneDrive')] }, 'fail'],
  ['only snapshots on the same disk', { tools: [tool('snapshots', 'Timeshift')] }, 'fail'],
  [
    'nothing found, but one place could not be read',
    { toolGaps: ['The settings of Déjà Dup could not be read.'] },
    'unknown',
  ],
  ['nothing found and the drives not known', { drives: null }, 'unknown'],
  [
    'nothing found and a locked drive attached',
    { drives: [drive({ mountPoints: [], gap: 'The drive is attached but not opened.' })] },
    'unknown',
  ],
  ['an empty drive is attached', { drives: [drive()] }, 'fail'],
  [
    'an unknown tool’s fresh set on the drive',
    { drives: [drive({ sets: [{ tool: 'restic', name: 'restic', newest: daysBefore(2) }] })] },
    'pass',
  ],
  [
    'a set whose time cannot be read',
    { drives: [drive({ sets: [{ tool: 'file-history', name: 'File History' }] })] },
    'unknown',
  ],
  [
    'a fresh backup, but the newest attempt failed',
    { tools: [dejaDup], runs: [run(daysBefore(3), { lastAttemptFailed: true })] },
    'caution',
  ],
  ['dated in the future: the clock was wrong', { tools: [dejaDup], runs: [run(daysBefore(-30))] }, 'unknown'],
  ['configured, and the record may not be read', { tools: [dejaDup], runs: null }, 'unknown'],
])('%s', (_name, situation, state) => {
  expect(finding(situation)?.state).toBe(state);
});

test('the three facts stand side by side in plain words', () => {
  expect(finding({ tools: [dejaDup], runs: [run(daysBefore(3))], drives: [drive()] })?.evidence.found).toBe(
    'Set up: Déjà Dup. Attached now: “Blue disk”. Last backup: 3 days ago (Déjà Dup).',
  );
});

test('sync is named as no backup', () => {
  expect(finding({ tools: [tool('sync', 'OneDrive')] })?.evidence.found).toContain('OneDrive is no backup');
});
