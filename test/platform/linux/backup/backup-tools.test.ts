/** What backup programs leave in a person’s home, read as Greenroom reads it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { builtInCatalogue } from '../../../../electron/core/catalogue/index.ts';
import type { BackupRuns, BackupTools } from '../../../../electron/core/facts/index.ts';
import { backupRuns, backupTools } from '../../../../electron/platform/linux/backup/index.ts';
import { localMachine } from '../../../../electron/platform/machine/local.ts';
import { bind } from '../../../../electron/platform/machine/machine.ts';
import { neverCancelled } from '../../never-cancelled.ts';

let home = '';
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'greenroom-tools-'));
});
afterEach(() => rmSync(home, { recursive: true }));

const read = async (): Promise<BackupTools & BackupRuns> => {
  const machine = bind(localMachine({ host: { home, variables: {} } }), neverCancelled());
  const [tools, runs] = await Promise.all([
    backupTools.read(machine, builtInCatalogue),
    backupRuns.read(machine, builtInCatalogue),
  ]);
  if (tools.state !== 'known' || runs.state !== 'known') throw new Error('not known');
  return { ...tools.value, ...runs.value };
};
const put = (file: string, text: string): void => {
  const full = path.join(home, file);
  mkdirSync(path.dirname(full), { recursive: true });
  writeFileSync(full, text);
};

test('nothing there: no tool, no gap', async () => {
  expect(await read()).toMatchObject({ tools: [], runs: [], gaps: [] });
});

test('synchronised folders are told, and are no backup', async () => {
  put('.config/Nextcloud/nextcloud.cfg', '[Accounts]\n');
  put('.dropbox/info.json', '{}');
  put('.config/rclone/rclone.conf', '');
  expect((await read()).tools.map(({ name, kind }) => `${name} ${kind}`)).toEqual(['Nextcloud sync', 'Dropbox sync']);
});

test('Déjà Dup from Flatpak, by the file it keeps its settings in', async () => {
  const keys = "[org/gnome/deja-dup]\nlast-backup='2026-11-20T08:00:00Z'\nbackend='drive'\nperiodic=true\n";
  put(
    '.var/app/org.gnome.DejaDup/config/glib-2.0/settings/keyfile',
    `${keys}\n[org/gnome/deja-dup/drive]\nuuid='U-1'\nname='Blue disk'\n`,
  );
  const { tools, runs } = await read();
  expect(tools).toMatchObject([
    {
      id: 'deja-dup',
      automatic: true,
      destinations: [{ name: 'Blue disk', kind: 'drive', attached: false, volumeId: 'U-1' }],
    },
  ]);
  expect(runs).toMatchObject([{ at: '2026-11-20T08:00:00.000Z', destination: { name: 'Blue disk', volumeId: 'U-1' } }]);
});

test('Pika: each backup with its drive, and a later attempt that failed', async () => {
  const repo = {
    type: 'Local',
    path: 'b',
    mount_path: '/run/media/u/Blue',
    mount_name: 'Blue',
    removable: true,
    volume_uuid: 'U-2',
  };
  put(
    '.config/pika-backup/backup.json',
    JSON.stringify([{ id: 'x', encrypted: true, repo, schedule: { enabled: true } }]),
  );
  const end = '2026-11-19T20:00:00+01:00';
  put(
    '.config/pika-backup/history.json',
    JSON.stringify({ x: { run: [{ end: '2026-11-21T20:00:00+01:00' }], last_completed: { end } } }),
  );
  const { tools, runs } = await read();
  expect(tools).toMatchObject([
    { id: 'pika', automatic: true, destinations: [{ name: 'Blue', kind: 'drive', encrypted: true, volumeId: 'U-2' }] },
  ]);
  expect(runs).toMatchObject([{ at: '2026-11-19T19:00:00.000Z', lastAttemptFailed: true }]);
});
