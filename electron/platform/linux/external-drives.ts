/** Owns which external drives are attached to a Linux machine, and the backup sets on those that are mounted. */
import * as v from 'valibot';
import { CannotTell, known } from '../../core/fact.ts';
import type { ExternalDrive, ExternalDrives } from '../../core/facts.ts';
import { findBackupSets } from '../backup-sets/index.ts';
import { type Machine, mustRun } from '../machine.ts';
import { reader } from '../reader.ts';

const COLUMNS = 'NAME,TYPE,SIZE,RM,HOTPLUG,TRAN,SUBSYSTEMS,FSTYPE,LABEL,UUID,MOUNTPOINTS,MODEL,PATH';

/** lsblk before 2.33 wrote numbers and booleans as texts. */
const number = v.union([v.number(), v.pipe(v.string(), v.transform(Number))]);
const truth = v.union([
  v.boolean(),
  v.pipe(
    v.string(),
    v.transform((text) => text === '1'),
  ),
]);
const text = v.optional(v.nullable(v.string()), null);

interface Device {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly rm: boolean;
  readonly tran: string | null;
  readonly subsystems: string | null;
  readonly fstype: string | null;
  readonly label: string | null;
  readonly uuid: string | null;
  readonly mountpoints: readonly (string | null)[];
  readonly model: string | null;
  readonly children: readonly Device[];
}

const device: v.GenericSchema<unknown, Device> = v.object({
  name: v.string(),
  type: v.string(),
  size: number,
  rm: truth,
  tran: text,
  subsystems: text,
  fstype: text,
  label: text,
  uuid: text,
  mountpoints: v.array(v.nullable(v.string())),
  model: text,
  children: v.optional(v.array(v.lazy(() => device)), () => []),
});

const listing = v.object({ blockdevices: v.array(device) });

/** `rm` is false for USB hard disks, and `tran` is null on partitions: the whole disk and its buses decide. */
const busOf = (disk: Device): ExternalDrive['bus'] | undefined => {
  const buses = (disk.subsystems ?? '').split(':');
  if (disk.tran === 'usb' || buses.includes('usb')) return 'usb';
  if (disk.name.startsWith('mmcblk') && disk.rm) return 'sd';
  if (disk.tran === 'sbp' || buses.includes('firewire')) return 'firewire';
  return disk.rm && disk.type === 'disk' ? 'other' : undefined;
};

interface Volume {
  readonly device: Device;
  readonly encrypted: boolean;
}

/** The file systems on a disk, through partitions and encryption. A locked volume stands for itself. */
const volumesOf = (part: Device, encrypted = false): readonly Volume[] => {
  const inside = encrypted || part.fstype === 'crypto_LUKS';
  if (part.children.length > 0) return part.children.flatMap((child) => volumesOf(child, inside));
  return part.fstype === null && part.label === null ? [] : [{ device: part, encrypted: inside }];
};

const gigabytes = (bytes: number): string => `${Math.max(1, Math.round(bytes / 1e9))} GB`;

/** Installation media are no place for backups. */
const isInstaller = (volume: Device): boolean => volume.fstype === 'iso9660' || volume.fstype === 'udf';

const driveOf = async (
  machine: Machine,
  disk: Device,
  volume: Volume,
  bus: ExternalDrive['bus'],
): Promise<ExternalDrive | undefined> => {
  const mountPoints = volume.device.mountpoints.filter((mount) => mount !== null);
  const [mount] = mountPoints;
  const drive = {
    id: volume.device.uuid ?? '',
    label: volume.device.label ?? `${gigabytes(disk.size)} ${disk.model?.trim() ?? 'drive'}`,
    bus,
    fileSystem: volume.device.fstype,
    mountPoints,
    sizeBytes: volume.device.size,
    freeBytes: null,
    readOnly: null,
    encrypted: volume.encrypted,
  };
  if (mount === undefined) return { ...drive, sets: [], gap: 'The drive is attached but not opened.' };
  const { isInstaller: installs, ...found } = await findBackupSets(machine, mount);
  return installs ? undefined : { ...drive, ...found };
};

/** Throws `CannotTell` when lsblk prints something else. */
export const parseListing = (stdout: string): readonly Device[] => {
  try {
    return v.parse(listing, JSON.parse(stdout)).blockdevices;
  } catch {
    throw new CannotTell('unreadable', 'lsblk printed its list of drives in a form Greenroom does not know.');
  }
};

export const externalDrives = reader<ExternalDrives>(10_000, async (machine) => {
  const { code, stdout } = await mustRun(machine, '/usr/bin/lsblk', ['-J', '-b', '-o', COLUMNS]);
  if (code !== 0) throw new CannotTell('unreadable', 'The list of drives could not be read.');
  const drives = parseListing(stdout)
    .filter((disk) => disk.type === 'disk' && disk.size > 0)
    .flatMap((disk) => {
      const bus = busOf(disk);
      if (bus === undefined) return [];
      return volumesOf(disk)
        .filter((volume) => !isInstaller(volume.device))
        .map((volume) => driveOf(machine, disk, volume, bus));
    });
  return known({ drives: (await Promise.all(drives)).filter((drive) => drive !== undefined) }, 'lsblk');
});
