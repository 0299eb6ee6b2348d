/** Files of Greenroom's own that are there and cannot be read: told, and never replaced by what was not in them. */
import { mkdtempSync, readlinkSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { registerDrive } from '../../../electron/core/facts/known-drives.ts';
import { InputError } from '../../../electron/core/text/input-error.ts';
import { loadAttestations, storeAttestation } from '../../../electron/engine/storage/attestation-store.ts';
import { createBackupMemoryStore } from '../../../electron/engine/storage/known-drives-store.ts';
import { createUpdateMemoryStore } from '../../../electron/engine/storage/known-updates-store.ts';
import { loadSettings, storeSetting } from '../../../electron/engine/storage/settings-store.ts';
import { changeWaivers, loadWaivers } from '../../../electron/engine/storage/waiver-store.ts';

const drive = { id: '1111-AAAA', label: 'Blue disk' } as Parameters<typeof registerDrive>[1];
const now = new Date('2026-11-27T08:00:00Z');

test.each<[string, (folder: string) => Promise<{ notices: readonly string[] }>, (folder: string) => Promise<unknown>]>([
  ['settings.json', loadSettings, (folder) => storeSetting(folder, 'calendar', 'files', [])],
  ['attestations.json', loadAttestations, (folder) => storeAttestation(folder, 'waiting-room', now.toISOString())],
  ['waivers.json', loadWaivers, (folder) => changeWaivers(folder, { ended: ['x'] }, now)],
  [
    'backup-drives.json',
    (folder) => createBackupMemoryStore(folder).load(),
    (folder) => createBackupMemoryStore(folder).change((memory) => registerDrive(memory, drive, now.toISOString())),
  ],
  [
    'waiting-updates.json',
    (folder) => createUpdateMemoryStore(folder).load(),
    (folder) =>
      createUpdateMemoryStore(folder).change(() => ({ waiting: [{ name: 'openssl', since: now.toISOString() }] })),
  ],
])('%s', async (name, load, change) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'greenroom-unreadable-'));
  const file = path.join(folder, name);
  // A link to itself is there, and not even root can read it.
  symlinkSync(file, file);
  expect((await load(folder)).notices.join()).toContain(`${file}: The file with`);
  await expect(change(folder)).rejects.toThrow(InputError);
  expect(readlinkSync(file)).toBe(file);
});
