/** What the real programs leave in a person's home, read as Greenroom reads it. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { builtInCatalogue } from '../../../electron/core/catalogue/index.ts';
import type { BackupRuns, BackupTools } from '../../../electron/core/facts/index.ts';
import { backupActivity } from '../../../electron/platform/linux/backup/activity.ts';
import { backupRuns, backupTools } from '../../../electron/platform/linux/backup/index.ts';
import { localMachine } from '../../../electron/platform/machine/local.ts';
import { bind } from '../../../electron/platform/machine/machine.ts';
import { proof, withoutLinux, withoutTools } from '../proof.ts';
import { backInTime, borg, duplicity, type Maker, makerIn, backupTools as packages, restic } from './tool-commands.ts';

let folder = '';
let maker: Maker;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'greenroom-tools-'));
  maker = makerIn(folder);
});
// A cache of theirs may still be written to for a moment.
afterEach(() => rmSync(folder, { recursive: true, maxRetries: 10 }));

const read = async (): Promise<BackupTools & BackupRuns> => {
  const machine = bind(localMachine({ host: { home: maker.home, variables: {} } }), new AbortController().signal);
  const [tools, runs] = await Promise.all([
    backupTools.read(machine, builtInCatalogue),
    backupRuns.read(machine, builtInCatalogue),
  ]);
  if (tools.state !== 'known' || runs.state !== 'known') throw new Error('not known');
  return { ...tools.value, ...runs.value };
};
proof('real backup programs', [withoutLinux(), withoutTools(...packages)], () => {
  test('Borg: when and where to, and not before the first backup', async () => {
    const to = path.join(folder, 'repository');
    borg(maker, to, { archive: false });
    expect((await read()).runs).toEqual([]);
    // Set up yesterday: what Borg makes at one stroke bears one time.
    const cache = path.join(maker.home, '.cache/borg');
    const [repository = ''] = readdirSync(cache).filter((name) => name.length === 64);
    const yesterday = new Date(Date.now() - 86_400_000);
    utimesSync(path.join(cache, repository, 'README'), yesterday, yesterday);
    const started = Date.now();
    borg(maker, to, { init: false });
    const { tools, runs } = await read();
    expect(tools).toMatchObject([
      { id: 'borg', kind: 'backup', destinations: [{ kind: 'folder', name: to, encrypted: true }] },
    ]);
    expect(runs).toHaveLength(1);
    expect(Date.parse(runs[0]?.at ?? '')).toBeGreaterThanOrEqual(started - 1_000);
  }, 60_000);

  test('duplicity and Back In Time: their last success is known on this computer', async () => {
    const started = Date.now();
    duplicity(maker, path.join(folder, 'copy'));
    backInTime(maker, path.join(folder, 'states'));
    const { tools, runs } = await read();
    expect(tools.map(({ id }) => id).toSorted()).toEqual(['back-in-time', 'duplicity']);
    // Back In Time notes whole minutes.
    for (const { at } of runs) expect(Date.parse(at)).toBeGreaterThanOrEqual(started - 60_000);
    expect(runs).toHaveLength(2);
  }, 60_000);

  test('restic: it is set up, and its cache proves no date', async () => {
    restic(maker, path.join(folder, 'repository'));
    const { tools, runs, gaps } = await read();
    expect(tools.map(({ id }) => id)).toEqual(['restic']);
    expect(runs).toEqual([]);
    expect(gaps).toMatchObject([{ id: 'backup-repositories.restic' }]);
  }, 60_000);

  test('at work: what reads files is told, what only serves them is not', async () => {
    const to = path.join(folder, 'repository');
    borg(maker, `${to}-borg`, { archive: false });
    restic(maker, to, { snapshot: false });
    const secrets = { BORG_PASSPHRASE: 'only a test', RESTIC_PASSWORD: 'only a test' };
    const env = { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8', HOME: maker.home, ...secrets };
    // Each waits for its input, which never comes.
    const started = [
      ['/usr/bin/borg', '--lock-wait', '5', 'create', `${to}-borg::one`, '-'],
      ['/usr/bin/borg', '--rsh', 'create', 'serve'],
      ['/usr/bin/env', 'X=1', '/usr/bin/restic', '-r', to, 'backup', '--stdin'],
      ['/bin/sh', '-c', 'read line; echo kopia snapshot create'],
    ].map(([program = '', ...args]) => spawn(program, args, { env, stdio: ['pipe', 'ignore', 'ignore'] }));
    const machine = bind(localMachine({ host: { home: maker.home, variables: {} } }), new AbortController().signal);
    const running = async (): Promise<readonly string[]> => {
      const fact = await backupActivity.read(machine, builtInCatalogue);
      return fact.state === 'known' ? fact.value.running.map(({ name }) => name).toSorted() : [];
    };
    try {
      await expect.poll(running, { timeout: 20_000 }).toEqual(['Borg', 'restic']);
      started[0]?.kill();
      await expect.poll(running, { timeout: 20_000 }).toEqual(['restic']);
    } finally {
      for (const child of started) child.kill();
    }
  }, 60_000);
});
