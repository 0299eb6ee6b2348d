/** Owns which volumes are attached, on which bus, and what they are called. */

import * as v from 'valibot';
import { FactUnavailable } from '../../../core/facts/fact.ts';
import type { ExternalDrive } from '../../../core/facts/index.ts';
import { messages } from '../../../core/messages/messages.ts';
import type { Machine } from '../../machine/machine.ts';
import { section, text } from '../section.ts';

const words = messages('windows-volumes', {
  none: 'Windows lists no disk at all, not even its own.',
});

/** `MSFT_Disk.BusType` of drives that come and go. "Fixed" or "removable" says nothing: USB hard disks are fixed. */
const buses: Readonly<Record<number, ExternalDrive['bus']>> = { 4: 'firewire', 7: 'usb', 12: 'sd', 13: 'sd' };
/** `MSFT_Volume.DriveType`. */
const REMOVABLE = 2;

const size = v.nullish(v.number(), null);
const truth = v.nullish(v.boolean(), null);
const storage = v.object({
  disks: v.array(v.object({ number: v.number(), bus: v.number(), name: text, size, system: truth, readOnly: truth })),
  partitions: v.array(v.object({ disk: v.number(), paths: v.array(v.string()) })),
  volumes: v.array(
    v.object({ path: text, letter: text, type: v.number(), label: text, fileSystem: text, size, free: size }),
  ),
});
const older = v.object({
  older: v.array(
    v.object({
      name: text,
      usb: v.boolean(),
      volumes: v.array(v.object({ letter: text, label: text, serial: text, fileSystem: text, size, free: size })),
    }),
  ),
});
type Storage = v.InferOutput<typeof storage>;

export interface Volume {
  /** GUID of the volume, else its serial number; empty when it has none. */
  readonly id: string;
  readonly label: string;
  /** What its disk calls itself; empty when not known. */
  readonly disk: string;
  /** Null for a drive that is, or may be, inside the computer: an enclosure for Thunderbolt or eSATA looks like one. */
  readonly bus: ExternalDrive['bus'] | null;
  /** Windows runs from its disk, so that it is inside for certain. */
  readonly system: boolean;
  readonly fileSystem: string | null;
  /** "E:\" and folders that it is mounted on. */
  readonly mountPoints: readonly string[];
  readonly sizeBytes: number | null;
  /** Null when Windows does not tell, as for a locked volume. */
  readonly freeBytes: number | null;
  /** Its disk takes nothing, as a card whose switch is set. */
  readonly readOnly: boolean | null;
}

export interface Volumes {
  readonly volumes: readonly Volume[];
  /** False when others may be attached: only drives that call themselves USB could be told apart, or Windows’ own is not listed. */
  readonly complete: boolean;
}

/** GUID in a path that names a volume by it; empty when there is none. */
export const guidIn = (path: string): string => /\{([0-9a-f-]+)\}/i.exec(path)?.[1]?.toLowerCase() ?? '';

/** A card reader without a card is a disk of no size. eMMC inside a laptop says SD or MMC, like a card: the disk that Windows runs from is never an external one, and where it is not told which that is, none on such a bus is. */
const busOf = (disk: Storage['disks'][number]): ExternalDrive['bus'] | null => {
  const bus = buses[disk.bus] ?? null;
  if (disk.system === true || !disk.size) return null;
  return disk.system === null && bus === 'sd' ? null : bus;
};

const joined = ({ disks, partitions, volumes }: Storage): readonly Volume[] => {
  const placed = volumes.map((volume) => {
    const partition = partitions.find(({ paths }) => paths.includes(volume.path));
    const disk = disks.find(({ number }) => number === partition?.disk);
    const letter = volume.letter === '' ? [] : [`${volume.letter}:\\`];
    const mounted = partition?.paths.filter((path) => !path.startsWith('\\\\?\\')) ?? letter;
    const found: Volume = {
      id: guidIn(volume.path),
      label: volume.label,
      disk: disk?.name ?? '',
      // A stick without a partition table has no partition to find its disk by.
      system: disk?.system === true,
      bus: disk === undefined ? (volume.type === REMOVABLE && volume.size ? 'other' : null) : busOf(disk),
      fileSystem: volume.fileSystem || null,
      mountPoints: mounted,
      sizeBytes: volume.size || null,
      freeBytes: volume.size ? volume.free : null,
      readOnly: disk?.readOnly ?? null,
    };
    return { found, disk };
  });
  // Boot and recovery parts of an external drive are not the drive people think of.
  const kept = placed.filter(
    ({ found, disk }) =>
      found.bus === null ||
      found.mountPoints.length > 0 ||
      !placed.some((other) => other.disk === disk && other.found.mountPoints.length > 0),
  );
  const empty = disks.filter((disk) => busOf(disk) !== null && !kept.some((it) => it.disk === disk));
  return [
    ...kept.map(({ found }) => found),
    ...empty.map((disk) => ({
      id: '',
      label: '',
      disk: disk.name,
      bus: busOf(disk),
      system: false,
      fileSystem: null,
      mountPoints: [],
      sizeBytes: null,
      freeBytes: null,
      readOnly: disk.readOnly,
    })),
  ];
};

const fromOlder = (disks: v.InferOutput<typeof older>['older']): readonly Volume[] =>
  disks
    .filter(({ usb }) => usb)
    .flatMap((disk) =>
      disk.volumes.map((volume) => ({
        id: volume.serial,
        label: volume.label,
        disk: disk.name,
        bus: 'usb' as const,
        system: false,
        fileSystem: volume.fileSystem || null,
        mountPoints: volume.letter === '' ? [] : [`${volume.letter}\\`],
        sizeBytes: volume.size,
        freeBytes: volume.free,
        readOnly: null,
      })),
    );

export const attachedVolumes = async (machine: Machine): Promise<Volumes> => {
  const found = await section(machine, 'drives', v.union([storage, older]));
  const none = 'older' in found ? found.older.length === 0 : found.disks.length === 0;
  // No computer is without a disk: a damaged WMI lists none.
  if (none) throw new FactUnavailable('unreadable', words.none);
  if ('older' in found) return { volumes: fromOlder(found.older), complete: false };
  const volumes = joined(found);
  // 0: Windows did not say how the disk is attached.
  const isPlain = found.disks.every(({ bus, system }) => bus !== 0 || system === true);
  return { volumes, complete: isPlain && volumes.some(({ system }) => system) };
};
