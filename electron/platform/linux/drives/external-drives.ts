/** Owns which external drives are attached to a Linux machine, and the backup sets on those that are mounted. */

import { known } from '../../../core/facts/fact.ts';
import type { ExternalDrive, ExternalDrives } from '../../../core/facts/index.ts';
import { messages } from '../../../core/messages/messages.ts';
import { findBackupSets } from '../../backup-sets/index.ts';
import type { Machine } from '../../machine/machine.ts';
import { optional } from '../../optional.ts';
import { reader } from '../../reader.ts';
import { reasons } from '../../reasons.ts';
import { blockDevices, type Device, mountsOf, type Volume, volumesOf } from './block-devices.ts';
import { driveMachine, roomAt } from './drive-machine.ts';
import { busOf } from './external-disks.ts';
import { type Mount, readMounts } from './mounts.ts';

const words = messages('linux-drives', {
  locked: 'The drive is attached but locked.',
});

/** Further drives are named, but not searched. */
const MAX_SEARCHED = 6;

const LOCKED = ['crypto_LUKS', 'BitLocker'];

const gigabytes = (bytes: number): string => `${Math.max(1, Math.round(bytes / 1e9))} GB`;

const isLocked = ({ fstype }: Device): boolean => LOCKED.includes(fstype);

/** Names that makers of installation sticks give them. */
const INSTALLER = /^(?:Ventoy|VTOYEFI|ESD-USB|UNETBOOTIN|WININSTALL|CCCOMA_.*|CPBA_.*|CENA_.*|Install macOS.*)$/i;

export interface AttachedVolume {
  readonly disk: Device;
  readonly volume: Volume;
  readonly bus: ExternalDrive['bus'];
  readonly mounts: readonly Mount[];
  /** The same whether it is locked or not: where there is encryption, the identity of what is locked. */
  readonly id: string;
  /** The file system inside what is locked. */
  readonly innerId: string;
  readonly label: string;
}

/** The volumes of every external disk, from the kernel alone: no drive is touched. */
export const attachedVolumes = async (machine: Machine): Promise<readonly AttachedVolume[]> => {
  const [disks, mounts] = await Promise.all([blockDevices(machine), readMounts(machine)]);
  const external = await Promise.all(disks.map(async (disk) => ({ disk, bus: await busOf(machine, disk, mounts) })));
  return external.flatMap(({ disk, bus }) =>
    bus === undefined
      ? []
      : volumesOf(disk).map((volume) => {
          const { device, around } = volume;
          const make = `${disk.vendor} ${disk.model}`.trim() || 'drive';
          return {
            disk,
            volume,
            bus,
            mounts: mountsOf(device, mounts),
            id: around.find(isLocked)?.uuid || device.uuid,
            innerId: device.uuid,
            label: device.label || `${gigabytes(disk.size)} ${make}`,
          };
        }),
  );
};

/** What is said of a mounted drive once it has been looked into. */
type Looked = Pick<ExternalDrive, 'freeBytes' | 'sets' | 'gap'> & { readonly isInstaller?: boolean };

const look = async (machine: Machine, mount: string): Promise<Looked> => {
  const [found, room] = await Promise.all([
    findBackupSets(driveMachine(machine, mount), mount),
    optional(roomAt(machine, mount)),
  ]);
  return { freeBytes: room?.freeBytes ?? null, ...found };
};

const unopened = ({ volume: { device } }: AttachedVolume): Looked => ({
  freeBytes: null,
  sets: [],
  gap: isLocked(device) ? words.locked : reasons.driveClosed,
});

const driveOf = async (
  machine: Machine,
  attached: AttachedVolume,
  searched: boolean,
): Promise<readonly ExternalDrive[]> => {
  const { volume, mounts, id, innerId, label, bus } = attached;
  const [mount] = mounts;
  const { isInstaller, ...found } =
    mount === undefined
      ? unopened(attached)
      : searched
        ? await look(machine, mount.target)
        : { freeBytes: null, sets: [], gap: reasons.manyDrives };
  // Installation media are no place for backups; one that somebody keeps a backup on is.
  if (found.sets.length === 0 && (isInstaller === true || INSTALLER.test(label))) return [];
  return [
    {
      id,
      ...(innerId === id || innerId === '' ? {} : { innerId }),
      label,
      bus,
      fileSystem: volume.device.fstype || null,
      mountPoints: mounts.map(({ target }) => target),
      sizeBytes: volume.device.size,
      readOnly: mount === undefined ? (volume.device.ro ? true : null) : mounts.every(({ readOnly }) => readOnly),
      encrypted: [volume.device, ...volume.around].some(isLocked),
      ...found,
    },
  ];
};

export const externalDrives = reader<ExternalDrives>(9_500, async (machine) => {
  const attached = await attachedVolumes(machine);
  const searched = new Set(attached.filter(({ mounts }) => mounts.length > 0).slice(0, MAX_SEARCHED));
  const drives = await Promise.all(attached.map((one) => driveOf(machine, one, searched.has(one))));
  return known({ drives: drives.flat() }, 'lsblk');
});
