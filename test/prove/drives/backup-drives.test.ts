/** Real drives, really mounted, with sets that the real programs made: what is reported is compared with what was made. */

import { execFileSync } from 'node:child_process';
import { setMaxListeners } from 'node:events';
import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { access } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { builtInCatalogue } from '../../../electron/core/catalogue/index.ts';
import type { BackupSet, ExternalDrive } from '../../../electron/core/facts/index.ts';
import { english } from '../../../electron/core/messages/format.ts';
import { externalDrives } from '../../../electron/platform/linux/drives/external-drives.ts';
import { bind } from '../../../electron/platform/machine/machine.ts';
import {
  backInTime,
  backupTools,
  borg,
  duplicity,
  makerIn,
  rdiffBackup,
  restic,
  rsnapshot,
  timeshift,
} from '../backup-programs/tool-commands.ts';
import { mountHanging, withoutFuse } from '../hanging-mount.ts';
import { proof, withoutRoot, withoutTools } from '../proof.ts';
import { Drives, fileSystemTools, tool, withoutLoopDevice } from './loop-drives.ts';

proof(
  'backups on a drive that is really mounted',
  [withoutRoot(), withoutTools(...backupTools, ...fileSystemTools), withoutLoopDevice(), withoutFuse()],
  () => {
    let drives: Drives;
    beforeEach(() => {
      drives = new Drives();
    });
    afterEach(() => drives.remove());

    const look = async (label: string): Promise<ExternalDrive | undefined> => {
      const { signal } = new AbortController();
      setMaxListeners(0, signal);
      const machine = bind(drives.machine(), signal);
      const fact = await externalDrives.read(machine, builtInCatalogue);
      if (fact.state !== 'known') throw new Error(english(fact.reason));
      return fact.value.drives.find((drive) => drive.label === label);
    };
    const toolsOn = (drive: ExternalDrive | undefined): readonly string[] =>
      (drive?.sets ?? []).map(({ tool: name }) => name).toSorted();
    const setOf = (drive: ExternalDrive | undefined, name: string): BackupSet | undefined =>
      drive?.sets.find((set) => set.tool === name);
    /** The times of sets made now; FAT keeps even seconds only. */
    const isFresh = (set: BackupSet | undefined, since: number): void => {
      const at = Date.parse(set?.newest ?? '');
      expect(at, set?.tool).toBeGreaterThanOrEqual(since - 3_000);
      expect(at, set?.tool).toBeLessThanOrEqual(Date.now() + 3_000);
    };

    test('ext4: every program’s set is found with its time, wherever it lies', async () => {
      const { mount } = drives.add('ext4', 'Blue disk', 96);
      const maker = makerIn(path.join(drives.folder, 'maker'));
      const started = Date.now();
      borg(maker, path.join(mount, 'borg'));
      restic(maker, path.join(mount, 'restic'));
      rsnapshot(maker, path.join(mount, 'rsnapshot'));
      rdiffBackup(maker, path.join(mount, 'mirror'));
      duplicity(maker, path.join(mount, 'Backups/laptop'));
      backInTime(maker, mount);
      timeshift(mount, new Date('2026-11-20T08:00:00Z'));
      timeshift(mount, new Date('2026-11-21T08:00:00Z'), { finished: false });
      const drive = await look('Blue disk');
      expect(drive).toMatchObject({
        bus: 'usb',
        fileSystem: 'ext4',
        mountPoints: [mount],
        encrypted: false,
        readOnly: false,
      });
      expect(toolsOn(drive)).toEqual([
        'back-in-time',
        'borg',
        'duplicity',
        'rdiff-backup',
        'restic',
        'rsnapshot',
        'timeshift',
      ]);
      for (const name of ['back-in-time', 'borg', 'duplicity', 'rdiff-backup', 'restic', 'rsnapshot'])
        isFresh(setOf(drive, name), started);
      expect(setOf(drive, 'timeshift')).toMatchObject({ newest: '2026-11-20T08:00:00.000Z', holds: 'system' });
      expect(['borg', 'restic', 'duplicity', 'rsnapshot'].map((name) => setOf(drive, name)?.encrypted)).toEqual([
        true,
        true,
        true,
        false,
      ]);
      expect(drive?.gap).toBeUndefined();
      const [free = ''] = tool('df', '-B1', '--output=avail', mount).split('\n').slice(1);
      expect(drive?.freeBytes).toBe(Number(free));
    }, 120_000);

    test('a set of last month is as old as that', async () => {
      const { mount } = drives.add('ext4', 'Old disk');
      const maker = makerIn(path.join(drives.folder, 'old maker'));
      restic(maker, path.join(mount, 'r'));
      const then = new Date('2026-10-20T10:00:00Z');
      for (const name of tool('find', path.join(mount, 'r/snapshots'), '-type', 'f').trim().split('\n'))
        utimesSync(name, then, then);
      expect(setOf(await look('Old disk'), 'restic')?.newest).toBe('2026-10-20T10:00:00.000Z');
    });

    test.each([
      ['exfat', 'Sävé', 'restic', restic],
      ['ntfs', 'NT 50% "disk"', 'duplicity', duplicity],
      ['vfat', 'STICK', 'duplicity', duplicity],
    ] as const)(
      '%s, called %s: a set of %s',
      async (fileSystem, label, name, make) => {
        const { mount } = drives.add(fileSystem, label);
        const started = Date.now();
        make(makerIn(path.join(drives.folder, 'maker')), path.join(mount, 'laptop'));
        const drive = await look(label);
        expect(toolsOn(drive)).toEqual([name]);
        isFresh(setOf(drive, name), started);
        expect(drive).toMatchObject({ label, fileSystem, readOnly: false });
      },
      60_000,
    );

    test('what was only made, and never backed up to, is no set', async () => {
      const { mount } = drives.add('ext4', 'Fresh');
      const maker = makerIn(path.join(drives.folder, 'fresh maker'));
      borg(maker, path.join(mount, 'borg'), { archive: false });
      restic(maker, path.join(mount, 'restic'), { snapshot: false });
      expect((await look('Fresh'))?.sets).toEqual([]);
    }, 60_000);

    test('away, back again, read-only, empty', async () => {
      const drive = drives.add('ext4', 'Comes and goes');
      mkdirSync(path.join(drive.mount, 'daily.0'));
      expect(await look(drive.label)).toMatchObject({ mountPoints: [drive.mount], readOnly: false });
      drive.detach();
      expect(await look(drive.label)).toMatchObject({
        mountPoints: [],
        freeBytes: null,
        sets: [],
        gap: { id: 'reading.driveClosed' },
      });
      drive.attach({ readOnly: true });
      const readOnly = await look(drive.label);
      expect(readOnly).toMatchObject({ readOnly: true });
      expect(toolsOn(readOnly)).toEqual(['rsnapshot']);
      drive.detach();
      drive.attach();
      rmSync(path.join(drive.mount, 'daily.0'), { recursive: true });
      const empty = await look(drive.label);
      expect(empty?.sets).toEqual([]);
      expect(empty?.gap).toBeUndefined();
    });

    test('full to the last byte', async () => {
      const { mount } = drives.add('ext4', 'Full', 8);
      mkdirSync(path.join(mount, 'daily.0'));
      try {
        execFileSync('dd', ['if=/dev/zero', `of=${mount}/filler`, 'bs=64k'], { stdio: 'ignore' });
      } catch {
        // It ends where the room ends.
      }
      const drive = await look('Full');
      expect(drive?.freeBytes).toBeLessThan(65_536);
      expect(toolsOn(drive)).toEqual(['rsnapshot']);
    });

    test('damaged: its folders cannot be read, and that is what is said', async () => {
      const drive = drives.add('ext4', 'Damaged', 16);
      for (const name of ['a', 'b', 'c']) mkdirSync(path.join(drive.mount, name));
      drive.detach();
      // Everything but the first block, with which it can still be mounted, and the table of files.
      const root = /\(0\):(\d+)/.exec(tool('debugfs', '-R', 'stat <2>', drive.device))?.[1] ?? '';
      tool('dd', 'if=/dev/urandom', `of=${drive.device}`, 'bs=1024', `seek=${root}`, 'count=1', 'conv=notrunc');
      drive.attach();
      expect(await look('Damaged')).toMatchObject({ sets: [], gap: { id: 'linux-drive.damaged' } });
    });

    test('100,000 files in its root do not hide a set, nor make it a long search', async () => {
      const { mount } = drives.add('ext4', 'Crowded', 512);
      execFileSync('sh', ['-c', 'seq -f "%06.0f.jpg" 100000 | xargs touch'], { cwd: mount, stdio: 'ignore' });
      mkdirSync(path.join(mount, 'snapshots of somebody'));
      const before = await look('Crowded');
      expect(before?.sets).toEqual([]);
      expect(before?.gap).toBeUndefined();
      mkdirSync(path.join(mount, 'rdiff-backup-data'));
      writeFileSync(path.join(mount, 'rdiff-backup-data/current_mirror.2026-11-20T08:00:00Z.data'), '');
      expect(setOf(await look('Crowded'), 'rdiff-backup')?.newest).toBe('2026-11-20T08:00:00.000Z');
    }, 60_000);

    test('dead: it is said so, and nothing of this program waits for it', async () => {
      const drive = drives.add('ext4', 'Dead');
      drive.detach();
      // In its place a file system that never answers.
      const end = mountHanging(drive.device, drive.mount);
      const found = await look('Dead');
      expect(found).toMatchObject({ sets: [], freeBytes: null, gap: { id: 'backup-search.late' } });
      // With a thread of the program left on the drive, four looks like this one would stop it for good.
      for (let times = 0; times < 5; times += 1) await access('/proc/self/mountinfo');
      end();
    });

    test('an installation stick is no drive to keep backups on', async () => {
      const { mount } = drives.add('ext4', 'Ubuntu 24.04');
      for (const name of ['.disk', 'casper', 'dists']) mkdirSync(path.join(mount, name));
      expect(await look('Ubuntu 24.04')).toBeUndefined();
    });
  },
);
