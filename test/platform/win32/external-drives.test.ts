import { describe, expect, it, vi } from 'vitest';
import { builtInCatalogue } from '../../../electron/core/catalogue/index.ts';
import type { Known } from '../../../electron/core/facts/fact.ts';
import type { ExternalDrive, ExternalDrives } from '../../../electron/core/facts/index.ts';
import { bind, type MachinePort, type Operation } from '../../../electron/platform/machine/machine.ts';
import type { Reading, Recording } from '../../../electron/platform/machine/recording.ts';
import { replayMachine } from '../../../electron/platform/machine/replay.ts';
import { win32Readers } from '../../../electron/platform/win32/index.ts';
import { inEnglish } from '../../in-english.ts';
import { factOf, knownOf, recordingOf, withReadings, withSection } from './recorded.ts';

const drivesOf = async (recording: Recording): Promise<readonly ExternalDrive[]> =>
  (await knownOf(recording, 'externalDrives')).drives;

const folder = (path: string, folders: readonly string[], files: readonly string[] = []): Reading => ({
  op: 'readDir',
  path,
  entries: [
    ...folders.map((name) => ({ name, kind: 'folder' as const })),
    ...files.map((name) => ({ name, kind: 'file' as const })),
  ],
});

const denied = (path: string): Reading => ({
  op: 'readDir',
  path,
  cannotTell: 'denied',
  reason: `This account may not read ${path}.`,
});

/** The recorded computer with a disk at E:\ that holds something else. */
const diskWith = (...readings: readonly Reading[]): Recording =>
  withReadings(recordingOf('windows-11-25h2-pro'), ...readings);

describe('external drives', () => {
  it('are told by their bus, encryption included', async () => {
    expect(await drivesOf(recordingOf('windows-11-25h2-pro'))).toEqual([
      {
        id: '3f9d7c1e-0006-4b2c-8d3e-4f5061728394',
        label: 'Blue disk',
        bus: 'usb',
        fileSystem: 'NTFS',
        mountPoints: ['E:\\'],
        sizeBytes: 2_000_363_188_224,
        freeBytes: null,
        readOnly: null,
        encrypted: true,
        sets: [
          {
            tool: 'file-history',
            name: 'File History of DESKTOP-EXAMPLE',
            newest: '2026-11-22T07:31:05.000Z',
            encrypted: false,
          },
        ],
      },
    ]);
  });

  it('are not an internal disk, the eMMC that Windows runs from, a hidden boot part, an empty card reader or an installation stick', async () => {
    expect(await drivesOf(recordingOf('windows-10-22h2'))).toEqual([]);
    expect(await drivesOf(recordingOf('windows-11-24h2-home'))).toEqual([]);
    expect((await drivesOf(recordingOf('windows-11-25h2-german'))).map(({ label }) => label)).toEqual([
      'Müllers Sicherung',
    ]);
  });

  it('say nothing of encryption while it is suspended or was not told', async () => {
    expect((await drivesOf(recordingOf('windows-11-25h2-german')))[0]?.encrypted).toBeNull();
    expect((await drivesOf(recordingOf('windows-11-25h2-constrained-language')))[0]?.encrypted).toBeNull();
  });

  it('tell the room left, and a card whose switch keeps it from being written', async () => {
    const path = '\\\\?\\Volume{0a1b2c3d-1111-4222-8333-444455556666}\\';
    const card = withSection('windows-11-25h2-pro', 'drives', {
      disks: [{ number: 3, bus: 12, name: 'Example Card', size: 64e9, system: false, readOnly: true }],
      partitions: [{ disk: 3, paths: ['E:\\', path] }],
      volumes: [{ path, letter: 'E', type: 2, label: 'PHOTOS', fileSystem: 'exFAT', size: 63e9, free: 12e9 }],
    });
    expect((await drivesOf(card))[0]).toMatchObject({ bus: 'sd', freeBytes: 12e9, readOnly: true, encrypted: true });
  });

  it('do not lend the date of another person’s or another computer’s File History', async () => {
    const base = 'E:\\FileHistory';
    const [drive] = await drivesOf(
      diskWith(
        folder(base, ['guest', 'user']),
        folder(`${base}\\guest`, ['DESKTOP-EXAMPLE']),
        folder(`${base}\\user`, ['DESKTOP-EXAMPLE', 'STUDIO']),
      ),
    );
    expect(drive?.sets.map(({ name, newest }) => [name, newest])).toEqual([
      ['File History of DESKTOP-EXAMPLE, of another person or computer', undefined],
      ['File History of DESKTOP-EXAMPLE', '2026-11-22T07:31:05.000Z'],
      ['File History of STUDIO, of another person or computer', undefined],
    ]);
  });

  it('are unknown, not none, where Windows does not tell a USB disk from an internal one', async () => {
    expect(await factOf(recordingOf('windows-11-25h2-update-server-error'), 'externalDrives')).toMatchObject({
      state: 'unknown',
      cause: 'denied',
    });
    expect((await drivesOf(recordingOf('windows-11-25h2-third-party')))[0]).toMatchObject({
      label: 'STICK',
      id: '5C1F0A9E',
      mountPoints: ['E:\\'],
    });
  });

  it('are there, unsearched, when they are locked', async () => {
    const path = '\\\\?\\Volume{0a1b2c3d-1111-4222-8333-444455556666}\\';
    const locked = withSection('windows-11-25h2-pro', 'drives', {
      disks: [{ number: 3, bus: 7, name: 'Example Vault', size: 5e11, system: false }],
      partitions: [{ disk: 3, paths: ['E:\\', path] }],
      volumes: [{ path, letter: 'E', type: 3, label: '', fileSystem: '', size: 0 }],
    });
    const both = withSection('windows-11-25h2-pro', 'encryption', { volumes: [{ root: 'E:\\', state: 6 }] });
    expect((await drivesOf(locked))[0]).toMatchObject({
      label: 'Example Vault',
      sets: [],
      gap: expect.stringContaining('locked'),
    });
    expect((await drivesOf(both))[0]?.encrypted).toBe(true);
  });
});

describe('backups on a drive', () => {
  it('are told by their signatures, with the newest finished one', async () => {
    expect((await drivesOf(recordingOf('windows-11-25h2-german')))[0]?.sets).toEqual([
      { tool: 'borg', name: 'Borg', newest: '2026-10-02T20:11:54.000Z', encrypted: true },
      // The increment of November has no manifest: it was never finished.
      { tool: 'duplicity', name: 'Déjà Dup or duplicity', newest: '2026-10-18T18:00:01.000Z', encrypted: true },
      { tool: 'restic', name: 'restic', newest: '2026-11-21T17:22:40.000Z', encrypted: true },
    ]);
  });

  it('may be there where this account may not look', async () => {
    const [drive] = await drivesOf(recordingOf('windows-10-22h2-esu'));
    expect(drive?.sets).toEqual([
      { tool: 'windows-image', name: 'Windows system image' },
      { tool: 'windows-backup', name: 'Windows backup' },
    ]);
    expect(drive?.gap).toBe('This account may not open every folder on it, so a backup may be there that wasn’t seen.');
    const [closed] = await drivesOf(diskWith(denied('E:\\')));
    expect(closed).toMatchObject({ sets: [], gap: 'This account may not read E:\\.' });
    const [history] = await drivesOf(diskWith(denied('E:\\FileHistory\\user')));
    expect(history?.sets).toEqual([{ tool: 'file-history', name: 'File History', encrypted: false }]);
  });

  it('of Windows are dated by the names of their folders, where they are this computer’s', async () => {
    const [drive] = await drivesOf(
      diskWith(
        folder('E:\\', ['DESKTOP-EXAMPLE', 'Studio', 'WindowsImageBackup'], ['MediaID.bin']),
        folder('E:\\DESKTOP-EXAMPLE', ['Backup Set 2026-09-06 190003', 'Backup Set 2026-11-15 190002']),
        folder('E:\\Studio', ['Backup Set 2026-11-21 190002']),
        folder('E:\\WindowsImageBackup', ['Desktop-Example', 'Studio']),
        folder('E:\\WindowsImageBackup\\Desktop-Example', ['Backup 2026-11-16 101500', 'Catalog', 'Logs']),
        folder('E:\\WindowsImageBackup\\Studio', ['Backup 2026-11-21 101500']),
      ),
    );
    expect(drive?.sets).toEqual([
      {
        tool: 'windows-image',
        name: 'Windows system image of Desktop-Example',
        newest: '2026-11-16T10:15:00.000Z',
      },
      // Whose dates say nothing of this computer's files.
      { tool: 'windows-image', name: 'Windows system image of Studio' },
      { tool: 'windows-backup', name: 'Windows backup of DESKTOP-EXAMPLE', newest: '2026-11-15T19:00:02.000Z' },
      { tool: 'windows-backup', name: 'Windows backup of Studio' },
    ]);
  });

  it('are not read into ordinary folders with similar names', async () => {
    const [drive] = await drivesOf(
      diskWith(
        folder('E:\\', ['project', 'notes'], ['config', 'README']),
        folder('E:\\project', ['data', 'index', 'keys'], ['config']),
        folder('E:\\notes', ['data'], ['README', 'config']),
        { op: 'readText', path: 'E:\\notes\\README', text: 'My notes about Borg.' },
      ),
    );
    expect(drive?.sets).toEqual([]);
    expect(drive).not.toHaveProperty('gap');
  });

  it('are looked for in a fixed number of folders only', async () => {
    const many = Array.from({ length: 500 }, (_, index) => `folder ${String(index).padStart(3, '0')}`);
    const opened = many.slice(0, 24).map((name) => folder(`E:\\${name}`, []));
    // A folder beyond the twenty-fourth would be a reading that the recording lacks, which is an error here.
    const [drive] = await drivesOf(diskWith(folder('E:\\', many), ...opened));
    expect(drive).toMatchObject({ sets: [], gap: expect.stringContaining('more folders than Greenroom searches') });
  });

  it('are found on one drive while another one never answers', async () => {
    vi.useFakeTimers();
    try {
      const recorded = replayMachine(recordingOf('windows-11-25h2-german'), { strict: true });
      const hangs = (operation: Operation): boolean => operation.op === 'readDir' && operation.path.startsWith('G:\\');
      const port: MachinePort = {
        host: recorded.host,
        read: (operation, limits, signal) =>
          hangs(operation) ? new Promise(() => {}) : recorded.read(operation, limits, signal),
      };
      const look = win32Readers.externalDrives.read(bind(port, new AbortController().signal), builtInCatalogue);
      await vi.advanceTimersByTimeAsync(win32Readers.externalDrives.limitMs / 2);
      const { value } = (await look) as Known<ExternalDrives>;
      expect(inEnglish(value.drives.map(({ label, sets, gap }) => [label, sets.length, gap]))).toEqual([
        ['Müllers Sicherung', 3, undefined],
        ['ESD-USB', 0, 'It doesn’t answer in time, so a backup may be there that wasn’t seen.'],
      ]);
    } finally {
      vi.useRealTimers();
    }
  });
});
