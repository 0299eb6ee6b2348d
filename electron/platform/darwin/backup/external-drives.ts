/** Owns which external drives are attached. It opens a volume only where macOS will not ask the person for consent. */

import * as v from 'valibot';
import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { ExternalDrive, ExternalDrives } from '../../../core/facts/index.ts';
import { type Message, messages } from '../../../core/messages/messages.ts';
import { type Found, findBackupSets } from '../../backup-sets/index.ts';
import { type Machine, runRequired } from '../../machine/machine.ts';
import { attempt } from '../../optional.ts';
import { reader } from '../../reader.ts';
import { reasons } from '../../reasons.ts';
import { dict, printedPlist } from '../plist/read.ts';
import { hasFullDiskAccess } from './full-disk-access.ts';

const words = messages('macos-drives', {
  access:
    'Greenroom looks inside drives on a Mac only when it has Full Disk Access, because macOS would ask you for permission.',
  older: 'It’s in an older form (CoreStorage), of which macOS says little.',
});

const DISKUTIL = '/usr/sbin/diskutil';
/** A drive with more volumes is looked at for its first ones only. */
const MAX_VOLUMES = 16;
/** A spinning-up disk takes seconds to answer. */
const TIMEOUT_MS = 8_000;

const text = v.optional(v.string(), '');
const partition = { DeviceIdentifier: v.string(), Content: text, VolumeName: text };
const listSchema = dict({
  AllDisksAndPartitions: v.array(
    dict({ ...partition, Size: v.optional(v.number()), Partitions: v.optional(v.array(dict(partition)), []) }),
  ),
});
type Disk = v.InferOutput<typeof listSchema>['AllDisksAndPartitions'][number];

const apfsSchema = dict({
  Containers: v.array(
    dict({
      PhysicalStores: v.array(dict({ DeviceIdentifier: v.string() })),
      Volumes: v.optional(
        v.array(dict({ DeviceIdentifier: v.string(), Roles: v.optional(v.array(v.string()), []) })),
        [],
      ),
    }),
  ),
});
type Containers = v.InferOutput<typeof apfsSchema>['Containers'];

const infoSchema = dict({
  BusProtocol: text,
  Internal: v.optional(v.boolean()),
  VolumeName: text,
  VolumeUUID: text,
  DiskUUID: text,
  MediaName: text,
  MountPoint: text,
  FilesystemType: text,
  Encryption: v.optional(v.boolean()),
  FileVault: v.optional(v.boolean()),
  WritableMedia: v.optional(v.boolean()),
  WritableVolume: v.optional(v.boolean()),
  TotalSize: v.optional(v.number()),
  FreeSpace: v.optional(v.number()),
  APFSContainerFree: v.optional(v.number()),
});
type Info = v.InferOutput<typeof infoSchema>;

const ask = async <S extends v.GenericSchema>(
  machine: Machine,
  args: readonly string[],
  schema: S,
): Promise<v.InferOutput<S>> =>
  printedPlist(await runRequired(machine, DISKUTIL, args, { timeoutMs: TIMEOUT_MS }), `diskutil ${args[0]}`, schema);

/** Parts of a drive that hold nothing of the person's. */
const isService = (content: string): boolean =>
  /^(?:EFI|Apple_Boot|Apple_partition_map|Apple_Free|Apple_APFS_(?:ISC|Recovery)|Microsoft Reserved|Bios Boot.*)$/.test(
    content,
  );

const CORE_STORAGE = 'Apple_CoreStorage';
const NAMELESS = 'Drive without a name';

interface Volume {
  readonly device: string;
  /** What its partition says it holds. */
  readonly content: string;
  readonly roles: readonly string[];
}

/** Volumes of a disk: its partitions, and in place of an APFS partition the volumes of its container. */
const volumesOf = (disk: Disk, containers: Containers): readonly Volume[] => {
  const parts = disk.Partitions.length > 0 ? disk.Partitions : [disk];
  return parts
    .filter((part) => !isService(part.Content))
    .flatMap((part): readonly Volume[] => {
      const container = containers.find(({ PhysicalStores }) =>
        PhysicalStores.some((store) => store.DeviceIdentifier === part.DeviceIdentifier),
      );
      if (container === undefined) return [{ device: part.DeviceIdentifier, content: part.Content, roles: [] }];
      return container.Volumes.map(({ DeviceIdentifier, Roles }) => ({
        device: DeviceIdentifier,
        content: part.Content,
        roles: Roles,
      }));
    });
};

const buses: Readonly<Record<string, ExternalDrive['bus']>> = {
  USB: 'usb',
  Thunderbolt: 'thunderbolt',
  // An enclosure for Thunderbolt or USB4 shows the bus of what is in it.
  'PCI-Express': 'thunderbolt',
  'Secure Digital': 'sd',
  SATA: 'esata',
  FireWire: 'firewire',
};

/** File systems that cannot be encrypted as a whole by macOS: there, `Encryption` is not stated. */
const encryptionOf = (info: Info): boolean | null =>
  info.FilesystemType === 'apfs'
    ? (info.FileVault ?? info.Encryption ?? null)
    : ['msdos', 'exfat'].includes(info.FilesystemType)
      ? false
      : null;

const sizeText = (bytes: number | undefined): string => (bytes === undefined ? '' : `${Math.round(bytes / 1e9)} GB`);

const CLOSED = words.access;

const notSearched = (gap: Message): Found => ({ sets: [], gap, isInstaller: false });

/** Backups by the role of the volume, which macOS tells of every one, else by what lies on it. */
const search = async (machine: Machine, info: Info, { roles, content }: Volume, label: string): Promise<Found> => {
  if (roles.includes('Backup')) return { sets: [{ tool: 'time-machine', name: label }], isInstaller: false };
  if (content === CORE_STORAGE) return notSearched(words.older);
  if (info.MountPoint === '') return notSearched(reasons.driveClosed);
  return (await hasFullDiskAccess(machine)) ? findBackupSets(machine, info.MountPoint) : notSearched(CLOSED);
};

/** A volume that is not mounted cannot be written to, nor does it tell how full it is. That of Time Machine is macOS's own. */
const roomOf = (info: Info, { roles }: Volume): Pick<ExternalDrive, 'freeBytes' | 'readOnly'> => {
  const isMounted = info.MountPoint !== '';
  const free = info.FilesystemType === 'apfs' ? info.APFSContainerFree : info.FreeSpace;
  const isWritable = roles.includes('Backup') || !isMounted ? undefined : info.WritableVolume;
  return {
    freeBytes: isMounted ? (free ?? null) : null,
    readOnly: info.WritableMedia === false ? true : isWritable === undefined ? null : !isWritable,
  };
};

const driveOf = async (machine: Machine, info: Info, volume: Volume): Promise<ExternalDrive | null> => {
  const label =
    info.VolumeName || [sizeText(info.TotalSize), info.MediaName].filter((it) => it !== '').join(' ') || NAMELESS;
  const { isInstaller, ...found } = await search(machine, info, volume, label);
  if (isInstaller || /^Install (?:macOS|OS X)\b/.test(info.VolumeName)) return null;
  return {
    id: info.VolumeUUID || info.DiskUUID,
    label,
    bus: buses[info.BusProtocol] ?? 'other',
    fileSystem: info.FilesystemType || null,
    mountPoints: info.MountPoint === '' ? [] : [info.MountPoint],
    sizeBytes: info.TotalSize ?? null,
    ...roomOf(info, volume),
    encrypted: encryptionOf(info),
    ...found,
  };
};

/** One volume; null when it is no drive. One that does not answer is there all the same. */
const readVolume = async (machine: Machine, volume: Volume, disk: Disk): Promise<ExternalDrive | null> => {
  const drive = await attempt(
    ask(machine, ['info', '-plist', volume.device], infoSchema).then((info) =>
      info.BusProtocol === 'Disk Image' || info.Internal === true ? null : driveOf(machine, info, volume),
    ),
  );
  if (!(drive instanceof FactUnavailable)) return drive;
  const name = disk.Partitions.find((part) => part.DeviceIdentifier === volume.device)?.VolumeName;
  return {
    id: '',
    label: name || `External drive ${sizeText(disk.Size)}`.trim(),
    bus: 'other',
    fileSystem: null,
    mountPoints: [],
    sizeBytes: null,
    freeBytes: null,
    readOnly: null,
    encrypted: null,
    sets: [],
    gap: drive.reason,
  };
};

export const externalDrives = reader<ExternalDrives>(20_000, async (machine) => {
  // "physical" leaves disk images out, which call themselves external and removable.
  const source = 'diskutil list -plist external physical';
  const { AllDisksAndPartitions: disks } = await ask(machine, source.split(' ').slice(1), listSchema);
  const hasApfs = disks.some((disk) => [disk, ...disk.Partitions].some(({ Content }) => Content === 'Apple_APFS'));
  const containers = hasApfs ? (await ask(machine, ['apfs', 'list', '-plist'], apfsSchema)).Containers : [];
  const volumes = disks.flatMap((disk) => volumesOf(disk, containers).map((volume) => ({ disk, volume })));
  const drives = await Promise.all(
    volumes.slice(0, MAX_VOLUMES).map(({ disk, volume }) => readVolume(machine, volume, disk)),
  );
  return known({ drives: drives.filter((drive) => drive !== null) }, source);
});
