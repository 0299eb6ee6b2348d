/** A person's backup drives on disk: only a drive that was seen can be one, and a damaged file is neither used nor lost. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { known, unknown } from '../../../electron/core/facts/fact.ts';
import type { ExternalDrive } from '../../../electron/core/facts/index.ts';
import { asMessage } from '../../../electron/core/messages/messages.ts';
import type { SettledFacts } from '../../../electron/core/report/report.ts';
import { createBackupDrives } from '../../../electron/engine/run/backup-drives.ts';
import { createBackupMemoryStore } from '../../../electron/engine/storage/known-drives-store.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'greenroom-drives-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const drive = (id: string, label: string): ExternalDrive => ({
  id,
  label,
  bus: 'usb',
  fileSystem: 'ext4',
  mountPoints: [],
  sizeBytes: 1,
  freeBytes: null,
  readOnly: null,
  encrypted: null,
  sets: [],
});
const saw = (...drives: readonly ExternalDrive[]): SettledFacts => ({
  externalDrives: { fact: known({ drives }, 'test'), at: '2026-11-22T12:00:00.000Z', durationMs: 1, commands: [] },
});
const fresh = () => createBackupDrives(createBackupMemoryStore(folder));
const file = (): string => path.join(folder, 'backup-drives.json');

test('a drive that a check saw can be kept, is known after a new start while it is away, and can be forgotten', async () => {
  const first = fresh();
  await first.recordSeenDrives(saw(drive('A', 'Blue disk')));
  expect(await first.registerDrive('A', true)).toMatchObject([{ id: 'A', registered: true, attached: true }]);
  const second = fresh();
  await second.load();
  expect(await second.recordSeenDrives(saw())).toMatchObject([
    { id: 'A', label: 'Blue disk', registered: true, attached: false },
  ]);
  expect(await second.registerDrive('A', false)).toEqual([]);
  expect(readFileSync(file(), 'utf8')).not.toContain('Blue disk');
});

test.each(['B', '', '../../etc/passwd', '__proto__'])(
  'an identity that no check has seen is refused: “%s”',
  async (id) => {
    const drives = fresh();
    await drives.recordSeenDrives(saw(drive('A', 'Blue disk'), drive('', 'Nameless')));
    expect(await drives.registerDrive(id, true)).toBeNull();
    expect(await drives.registerDrive(id, false)).toBeNull();
  },
);

test('a run that could not list the drives changes nothing of what is remembered', async () => {
  const drives = fresh();
  await drives.recordSeenDrives(saw(drive('A', 'Blue disk')));
  const before = readFileSync(file(), 'utf8');
  const at = '2026-11-23T12:00:00.000Z';
  await drives.recordSeenDrives({
    externalDrives: { fact: unknown('timed-out', asMessage('Late.')), at, durationMs: 1, commands: [] },
  });
  expect(readFileSync(file(), 'utf8')).toBe(before);
});

test.each(['{"schema":"greenroom.backup-drives/1","drives":[{"id":"A"}]}', 'not JSON', '[]'])(
  'a damaged file is set aside and said: %s',
  async (content) => {
    writeFileSync(file(), content);
    const { notices } = await fresh().load();
    expect(notices[0]).toMatch(/^The file with your backup drives is damaged and was moved to /);
    expect(readdirSync(folder).filter((name) => name.includes('.damaged-'))).toHaveLength(1);
  },
);
