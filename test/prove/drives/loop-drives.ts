/**
 * Owns drives for tests: image files on loop devices, really formatted and really mounted, which the real lsblk lists. Only
 * that they hang on a USB port is put into its answer, and what udev would know where none runs.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { localMachine } from '../../../electron/platform/machine/local.ts';
import type { CommandResult, MachinePort, Operation } from '../../../electron/platform/machine/machine.ts';

const env = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C.UTF-8' };

export const tool = (program: string, ...args: readonly string[]): string =>
  execFileSync(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' });

export type FileSystem = 'ext4' | 'vfat' | 'exfat' | 'ntfs';

const make: Readonly<Record<FileSystem, (device: string, label: string) => void>> = {
  ext4: (device, label) => tool('mkfs.ext4', '-q', '-F', '-m', '0', '-i', '4096', '-L', label, device),
  vfat: (device, label) => tool('mkfs.vfat', '-n', label, device),
  exfat: (device, label) => tool('mkfs.exfat', '-L', label, device),
  ntfs: (device, label) => tool('mkfs.ntfs', '-q', '-F', '-L', label, device),
};

/** The kernel's own driver where it has one, else the one that runs as a program. */
const mountWith: Readonly<Record<FileSystem, readonly (readonly string[])[]>> = {
  ext4: [['mount', '-t', 'ext4']],
  vfat: [
    ['mount', '-t', 'vfat'],
    ['fusefat', '-o', 'rw+'],
  ],
  exfat: [['mount', '-t', 'exfat'], ['mount.exfat-fuse']],
  ntfs: [['mount', '-t', 'ntfs3'], ['ntfs-3g']],
};

export const fileSystemTools = ['e2fsprogs', 'dosfstools', 'fusefat', 'exfatprogs', 'exfat-fuse', 'ntfs-3g'] as const;

/** Why no drive can be made here; asked as root on Linux. */
export const withoutLoopDevice = (): string | undefined => {
  if (!existsSync('/dev/loop-control')) return 'it needs loop devices, and this kernel has none';
  return spawnSync('losetup', ['-f'], { env }).status === 0 ? undefined : 'it needs a loop device, and none is free';
};

export interface Drive {
  readonly label: string;
  readonly device: string;
  readonly mount: string;
  attach(options?: { readonly readOnly?: boolean }): void;
  detach(): void;
  /** Takes the device itself away. */
  remove(): void;
}

export class Drives {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'greenroom-drives-'));
  private readonly drives: (Drive & { readonly fileSystem: FileSystem; readonly uuid: string })[] = [];

  add(fileSystem: FileSystem, label: string, megabytes = 64): Drive {
    const image = path.join(this.folder, `${this.drives.length}.img`);
    writeFileSync(image, '');
    truncateSync(image, megabytes * 1024 * 1024);
    const device = tool('losetup', '-f', '--show', image).trim();
    make[fileSystem](device, label);
    const uuid = /^ID_FS_UUID=(.*)$/m.exec(tool('blkid', '-p', '-o', 'udev', device))?.[1] ?? '';
    const mount = path.join(this.folder, 'media', label);
    mkdirSync(mount, { recursive: true });
    const detach = (): void => void spawnSync('umount', ['-l', mount], { env });
    const drive = {
      fileSystem,
      label,
      device,
      mount,
      uuid,
      attach: ({ readOnly = false } = {}) => {
        const tried = mountWith[fileSystem].map(([program = '', ...args]) => {
          const options = readOnly ? ['-o', 'ro'] : [];
          return () => spawnSync(program, [...args, ...options, device, mount], { env, encoding: 'utf8' });
        });
        const results: string[] = [];
        for (const attempt of tried) {
          const { status, stderr } = attempt();
          if (status === 0) return;
          results.push(stderr);
        }
        throw new Error(`${fileSystem} could not be mounted: ${results.join(' ')}`);
      },
      detach,
      remove: () => {
        detach();
        spawnSync('losetup', ['-d', device], { env });
      },
    };
    this.drives.push(drive);
    drive.attach();
    return drive;
  }

  /** This computer, on which these drives hang on a USB port. */
  machine(): MachinePort {
    const local = localMachine();
    const patch = (operation: Operation, result: unknown): unknown => {
      if (operation.op === 'run' && operation.program === '/usr/bin/lsblk' && result !== undefined) {
        const answer = result as CommandResult;
        const { blockdevices } = JSON.parse(answer.stdout) as { blockdevices: Record<string, unknown>[] };
        const told = blockdevices.flatMap((device) => {
          const drive = this.drives.find((one) => one.device === `/dev/${device.name}`);
          if (device.type === 'loop' && drive === undefined) return [];
          if (drive === undefined) return [device];
          const { fileSystem: fstype, label, uuid } = drive;
          return [{ ...device, type: 'disk', tran: 'usb', subsystems: 'block:scsi:usb:pci', fstype, label, uuid }];
        });
        return { ...answer, stdout: JSON.stringify({ blockdevices: told }) };
      }
      // fusefat does not tell the kernel which device it reads.
      if (operation.op === 'readText' && operation.path === '/proc/self/mountinfo')
        return this.drives.reduce(
          (text, { mount, device }) =>
            text.replace(
              new RegExp(`( ${mount.replaceAll(' ', '\\040').replaceAll('\\', '\\\\')} .* - fuse\\.fusefat) fusefat `),
              `$1 ${device} `,
            ),
          result as string,
        );
      return result;
    };
    return {
      host: local.host,
      read: (async (operation, limits, signal, onStdout) =>
        patch(operation, await local.read(operation, limits, signal, onStdout))) as MachinePort['read'],
    };
  }

  remove(): void {
    for (const drive of this.drives) drive.remove();
    const left = readFileSync('/proc/self/mountinfo', 'utf8').includes(` ${this.folder}/`);
    if (left) throw new Error(`Something is still mounted below ${this.folder}.`);
    rmSync(this.folder, { recursive: true, force: true });
  }
}
