/** Configured, attached, finished: three facts that are kept apart, and never guessed from one another. */
import { expect, test } from 'vitest';
import { backupDrive } from '../../../../electron/core/checks/backup/backup-drive.ts';
import { known, unknown } from '../../../../electron/core/facts/fact.ts';
import type { BackupRun, BackupTool, ExternalDrive, RunningBackup } from '../../../../electron/core/facts/index.ts';
import type { RememberedDrive } from '../../../../electron/core/facts/known-drives.ts';
import { asMessage } from '../../../../electron/core/messages/messages.ts';
import { judged } from '../judged.ts';

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
  readonly remembered?: readonly RememberedDrive[];
  readonly running?: readonly RunningBackup[];
}

const registered = (days: number): RememberedDrive => ({
  id: 'U1',
  label: 'Blue disk',
  registeredAt: daysBefore(400),
  lastSeenAt: daysBefore(days),
  attachedSince: null,
  checks: 0,
});
const toBlueDisk: BackupTool = {
  ...dejaDup,
  id: 'deja-dup',
  destinations: [{ name: 'Blue disk', kind: 'drive', attached: false, volumeId: 'U1' }],
};

const finding = ({ tools = [], toolGaps = [], drives = [], runs = [], runGaps = [], ...more }: Situation) =>
  judged(backupDrive, {
    backupTools: known({ tools, gaps: toolGaps.map(asMessage) }, 'settings'),
    externalDrives:
      drives === null
        ? unknown('timed-out', asMessage('The list of drives did not come in time.'))
        : known({ drives }, 'lsblk'),
    backupRuns:
      runs === null
        ? unknown('denied', asMessage('The record may not be read.'))
        : known({ runs, gaps: runGaps.map(asMessage) }, 'settings'),
    backupActivity: known({ running: more.running ?? [], gaps: [] }, 'programs'),
    backupMemory: known({ drives: more.remembered ?? [] }, 'memory'),
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
    { drives: [drive({ mountPoints: [], gap: asMessage('The drive is attached but not opened.') })] },
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
  [
    'a fresh backup, and another place that was given up months ago',
    { tools: [dejaDup], runs: [run(daysBefore(0)), run(daysBefore(2_900), { lastAttemptFailed: true })] },
    'pass',
  ],
  [
    'a fresh backup, and another place that never took one',
    { tools: [dejaDup], runs: [run(daysBefore(0)), run('never', { lastAttemptFailed: true })] },
    'caution',
  ],
  ['dated in the future: the clock was wrong', { tools: [dejaDup], runs: [run(daysBefore(-30))] }, 'unknown'],
  ['the system is kept, and nothing else', { tools: [tool('system', 'Timeshift')] }, 'fail'],
  [
    'a fresh set of the system alone on the drive',
    { drives: [drive({ sets: [{ tool: 'timeshift', name: 'Timeshift', newest: daysBefore(1), holds: 'system' }] })] },
    'unknown',
  ],
  ['no tool is known, but the person has a backup drive', { remembered: [registered(3)] }, 'unknown'],
  ['that drive was last seen two months ago', { remembered: [registered(60)] }, 'caution'],
  [
    'that drive is attached, with nothing on it that is known',
    { remembered: [registered(60)], drives: [drive()] },
    'unknown',
  ],
  [
    'a backup runs for the first time',
    { tools: [dejaDup], runs: [run('never')], running: [{ tool: 'deja-dup', name: 'Déjà Dup', percent: 12 }] },
    'fail',
  ],
  ['configured, and the record may not be read', { tools: [dejaDup], runs: null }, 'unknown'],
])('%s', (_name, situation, state) => {
  expect(finding(situation)?.state).toBe(state);
});

test.each<[string, Situation, string, string]>([
  [
    'away, as it should be',
    { tools: [toBlueDisk], runs: [run(daysBefore(3))] },
    'Last backup 3 days ago to “Blue disk”',
    'Set up: Déjà Dup to “Blue disk”. “Blue disk” isn’t attached, as it should be. Last backup: 3 days ago (Déjà Dup).',
  ],
  [
    'attached',
    { tools: [toBlueDisk], runs: [run(daysBefore(3))], drives: [drive({ encrypted: true })] },
    'Last backup 3 days ago to “Blue disk”',
    'Set up: Déjà Dup to “Blue disk”. Attached now: “Blue disk” (USB, encrypted, 500 GB free). Last backup: 3 days ago (Déjà Dup).',
  ],
  [
    'overdue, and last seen long ago',
    { tools: [toBlueDisk], runs: [run(daysBefore(12))], remembered: [registered(10)] },
    'Last backup 12 days ago to “Blue disk”',
    'Set up: Déjà Dup to “Blue disk”. “Blue disk” isn’t attached. It was last seen 10 days ago. Last backup: 12 days ago (Déjà Dup).',
  ],
  [
    'at work',
    { tools: [dejaDup], runs: [run(daysBefore(1))], running: [{ tool: 'deja-dup', name: 'Déjà Dup', percent: 43 }] },
    'Last backup yesterday',
    'Set up: Déjà Dup. No external drive is attached. Last backup: yesterday (Déjà Dup). Déjà Dup is backing up now (43% done).',
  ],
  [
    'a set on a drive nobody set up here',
    { drives: [drive({ sets: [{ tool: 'borg', name: 'Borg', newest: daysBefore(2) }] })] },
    'Last backup 2 days ago to “Blue disk”',
    'No backup program is set up. Attached now: “Blue disk” (USB, not encrypted, 500 GB free). Last backup: 2 days ago (Borg).',
  ],
])('the three facts stand side by side in plain words: %s', (_name, situation, title, found) => {
  expect(finding(situation)?.title).toBe(title);
  expect(finding(situation)?.evidence.found).toBe(found);
});

test('where it was read is what proves that backup', () => {
  const of = { tools: [dejaDup], runs: [run(daysBefore(3), { evidence: 'last-backup of gsettings' })] };
  expect(finding(of)?.evidence.source).toBe('last-backup of gsettings');
});

test('each thing that people take for a backup is named, with why it is none', () => {
  const found = finding({
    tools: [tool('sync', 'OneDrive'), tool('snapshots', 'Snapper'), tool('system', 'Timeshift')],
  });
  expect(found?.evidence.found).toContain(
    'OneDrive isn’t a backup: what’s deleted or locked here is soon gone there too. Snapper isn’t a backup: the old states are on the same disk. Timeshift isn’t a backup: it keeps the system, not your own files.',
  );
});

test('the remedy is the tool that is set up, and never a command that starts a backup', () => {
  const remedies = finding({ tools: [{ ...dejaDup, id: 'deja-dup' }], runs: [run(daysBefore(14))] })?.remedies ?? [];
  expect(remedies.map(({ label }) => label)).toEqual(['Make a backup with Déjà Dup']);
  expect(remedies.flatMap(({ command }) => command ?? [])).toEqual([]);
});
