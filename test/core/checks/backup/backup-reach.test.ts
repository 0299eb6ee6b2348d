/** Out of reach, unplugged, at rest: what else is said of a backup besides its age. */

import { describe, expect, test } from 'vitest';
import { backupDestination } from '../../../../electron/core/checks/backup/backup-destination.ts';
import { backupRunning } from '../../../../electron/core/checks/backup/backup-running.ts';
import { backupUnplugged } from '../../../../electron/core/checks/backup/backup-unplugged.ts';
import { known, unknown } from '../../../../electron/core/facts/fact.ts';
import type {
  BackupDestination,
  BackupSet,
  ExternalDrive,
  RunningBackup,
} from '../../../../electron/core/facts/index.ts';
import type { RememberedDrive } from '../../../../electron/core/facts/known-drives.ts';
import { asMessage } from '../../../../electron/core/messages/messages.ts';
import type { PolicyValue } from '../../../../electron/core/policy/policy.ts';
import { judged, NOW, policyFor } from '../judged.ts';

const daysBefore = (days: number): string => new Date(Date.parse(NOW) - days * 86_400_000).toISOString();

const set: BackupSet = { tool: 'restic', name: 'restic', newest: daysBefore(2), encrypted: true };
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
  sets: [set],
  ...more,
});
const plain = { tool: 'rsnapshot', name: 'rsnapshot', newest: daysBefore(2), encrypted: false };

interface Situation {
  readonly to?: readonly BackupDestination[];
  readonly drives?: readonly ExternalDrive[];
  readonly remembered?: readonly RememberedDrive[];
  readonly running?: readonly RunningBackup[];
}
const facts = ({ to, drives = [], remembered = [], running = [] }: Situation) => ({
  backupTools: known(
    {
      tools:
        to === undefined ? [] : [{ id: 't', name: 'Tool', kind: 'backup' as const, automatic: true, destinations: to }],
      gaps: [],
    },
    'settings',
  ),
  externalDrives: known({ drives }, 'lsblk'),
  backupRuns: known({ runs: [], gaps: [] }, 'settings'),
  backupActivity: known({ running, gaps: [] }, 'programs'),
  backupMemory: known({ drives: remembered }, 'memory'),
});

describe('out of reach', () => {
  const destination = (kind: BackupDestination['kind'], more: Partial<BackupDestination> = {}): BackupDestination => ({
    name: 'There',
    kind,
    attached: null,
    ...more,
  });
  const must = { requireExternal: true, requireEncrypted: true };
  test.each<[string, Situation, Record<string, PolicyValue>, string]>([
    ['no backup at all', {}, {}, 'not-applicable'],
    ['a drive that is away', { to: [destination('drive', { attached: false, volumeId: 'U1' })] }, {}, 'pass'],
    ['a set on an attached drive', { drives: [drive()] }, {}, 'pass'],
    ['online storage alone', { to: [destination('cloud')] }, {}, 'caution'],
    [
      'another computer alone, and a drive is demanded',
      { to: [destination('network')] },
      { requireExternal: true },
      'fail',
    ],
    ['a folder of this computer', { to: [destination('folder', { attached: true })] }, {}, 'caution'],
    [
      'a second disk inside the computer',
      { to: [destination('drive', { attached: true, volumeId: 'D' })] },
      {},
      'caution',
    ],
    ['a place that is not told', { to: [destination('unknown')] }, {}, 'unknown'],
    ['a tool that tells no place', { to: [] }, {}, 'unknown'],
    [
      'online storage and a drive',
      { to: [destination('cloud'), destination('drive', { attached: false })] },
      {},
      'pass',
    ],
    ['encrypted by the tool, and that is demanded', { drives: [drive()] }, must, 'pass'],
    ['not encrypted, and that is demanded', { drives: [drive({ sets: [plain] })] }, must, 'fail'],
    ['not encrypted, which nobody demands', { drives: [drive({ sets: [plain] })] }, {}, 'pass'],
    ['on an encrypted drive', { drives: [drive({ sets: [plain], encrypted: true })] }, must, 'pass'],
    [
      'away, and whether it is encrypted cannot be seen',
      { to: [destination('drive', { attached: false })] },
      must,
      'unknown',
    ],
    [
      'away, written to by a program that does not encrypt, when the drive itself may',
      { to: [destination('drive', { attached: false, encrypted: false })] },
      must,
      'unknown',
    ],
    [
      'on a drive that is not encrypted, by a program that may encrypt',
      { to: [destination('drive', { volumeId: 'U1' })], drives: [drive({ sets: [] })] },
      must,
      'unknown',
    ],
    [
      'on a drive whose encryption is not known, by a program that does not encrypt',
      { drives: [drive({ sets: [plain], encrypted: null })] },
      must,
      'unknown',
    ],
    ['the drive is full', { drives: [drive({ freeBytes: 0 })] }, {}, 'caution'],
    ['the drive is read-only', { drives: [drive({ readOnly: true })] }, {}, 'caution'],
    [
      'a full drive without a backup is nobody’s business',
      {
        to: [destination('drive', { attached: false })],
        drives: [drive({ id: 'U2', label: 'Films', sets: [], freeBytes: 0 })],
      },
      {},
      'pass',
    ],
  ])('%s', (_name, situation, policy, state) => {
    const options = { policy: policyFor('backup-destination', policy) };
    expect(judged(backupDestination, facts(situation), options)[0]?.state).toBe(state);
  });
});

describe('unplugged', () => {
  const seen = (days: number, checks: number): RememberedDrive => ({
    id: 'U1',
    label: 'Blue disk',
    registeredAt: null,
    lastSeenAt: daysBefore(0),
    attachedSince: daysBefore(days),
    checks,
  });
  const running = [{ tool: 'restic', name: 'restic', percent: null }];
  test.each<[string, Situation, Record<string, PolicyValue>, string]>([
    ['no drive holds a backup', {}, {}, 'not-applicable'],
    ['away', { to: [{ name: 'Blue disk', kind: 'drive', attached: false }] }, {}, 'pass'],
    ['attached for the first time', { drives: [drive()] }, {}, 'pass'],
    ['attached at each of many checks over two weeks', { drives: [drive()], remembered: [seen(14, 9)] }, {}, 'caution'],
    ['attached at many checks within two days', { drives: [drive()], remembered: [seen(2, 40)] }, {}, 'pass'],
    ['attached at two checks a month apart', { drives: [drive()], remembered: [seen(30, 1)] }, {}, 'pass'],
    [
      'the same, where two are enough',
      { drives: [drive()], remembered: [seen(30, 1)] },
      { attachedChecks: 2 },
      'caution',
    ],
    [
      'always attached, but a backup runs just now',
      { drives: [drive()], remembered: [seen(14, 9)], running },
      {},
      'pass',
    ],
    [
      'a drive without a backup may stay',
      { drives: [drive({ sets: [] })], remembered: [seen(14, 9)] },
      {},
      'not-applicable',
    ],
    [
      'unless the person called it their backup drive',
      { drives: [drive({ sets: [] })], remembered: [{ ...seen(14, 9), registeredAt: daysBefore(20) }] },
      {},
      'caution',
    ],
  ])('%s', (_name, situation, policy, state) => {
    const options = { policy: policyFor('backup-unplugged', policy) };
    expect(judged(backupUnplugged, facts(situation), options)[0]?.state).toBe(state);
  });
});

describe('at rest', () => {
  const finding = (fact: Parameters<typeof judged>[1]['backupActivity']) =>
    judged(backupRunning, fact === undefined ? {} : { backupActivity: fact })[0];
  test('none runs', () => {
    expect(finding(known({ running: [], gaps: [] }, 'programs'))?.state).toBe('pass');
  });
  test('one runs: how far it has come is told', () => {
    const running = [{ tool: 'time-machine', name: 'Time Machine', percent: 43.4 }];
    const found = finding(known({ running, gaps: [] }, 'tmutil'));
    expect(found).toMatchObject({ state: 'caution', title: 'A backup is running in Time Machine' });
  });
  test('one may run unseen, or nothing can be seen', () => {
    expect(finding(known({ running: [], gaps: [asMessage('Arq does not tell whether it runs.')] }, 'x'))?.state).toBe(
      'unknown',
    );
    expect(finding(unknown('denied', asMessage('Hidden.')))?.state).toBe('unknown');
  });
});
