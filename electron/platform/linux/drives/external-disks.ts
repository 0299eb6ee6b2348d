/** Owns which disks come and go with a person's hands, and on which bus. What a disk calls itself is not asked alone. */
import type { ExternalDrive } from '../../../core/facts/index.ts';
import type { Machine } from '../../machine/machine.ts';
import { type Device, mountsOf, volumesOf } from './block-devices.ts';
import type { Mount } from './mounts.ts';

type Bus = ExternalDrive['bus'];

/** Where the system itself lives, a live system included: a disk with one of these is the computer's own. */
const SYSTEM =
  /^\/(?:$|boot|usr|var|home|nix|etc|opt|srv|root|sysroot|cdrom|run\/live|run\/initramfs|lib\/live)(?:\/|$)/;

/** Where desktops show what was plugged in, and where people do. */
const PLUGGED_IN = /^\/(?:media|run\/media|mnt)(?:\/|$)/;

/** Telephones, readers and cameras that show themselves as a disk. */
const GADGET = /\b(?:android|kindle|kobo|tolino|pocketbook|gadget|garmin|gopro|ipod|walkman|dslr)\b/i;

const everyDevice = (disk: Device): readonly Device[] => [disk, ...disk.children.flatMap(everyDevice)];

const isSystemDisk = (disk: Device, mounts: readonly Mount[]): boolean =>
  everyDevice(disk).some((part) => mountsOf(part, mounts).some(({ target }) => SYSTEM.test(target)));

/** An installation medium that was written as an image is one as a whole, its other partitions too. */
const isImage = (disk: Device): boolean => everyDevice(disk).some(({ fstype }) => fstype === 'iso9660');

/** The kernel marks what hangs on a port that leads outside: Thunderbolt, in the first place. */
const isBehindOpenPort = async (machine: Machine, name: string): Promise<boolean> => {
  const link = (await machine.readLink(`/sys/block/${name}`)) ?? '';
  const bridges = link.match(/(?<=\/)[0-9a-f]{4,8}:[0-9a-f]{2}:[0-9a-f]{2}\.[0-7](?=\/)/g) ?? [];
  const marks = await Promise.all(
    bridges
      .slice(0, 16)
      .map((bridge) => machine.readText(`/sys/bus/pci/devices/${bridge}/removable`, { maxBytes: 64 })),
  );
  return marks.some((mark) => mark?.trim() === 'removable');
};

/**
 * Ports that can be plugged while it runs make a disk "removable", also those inside the computer. A disk there counts as
 * external only when it is shown where plugged-in disks are.
 */
const isShownAsPluggedIn = (disk: Device, mounts: readonly Mount[]): boolean => {
  const targets = volumesOf(disk).flatMap(({ device }) => mountsOf(device, mounts));
  return targets.length > 0 && targets.every(({ target }) => PLUGGED_IN.test(target));
};

/** The bus of a disk outside the computer; undefined for one inside, for installation media and for gadgets. */
export const busOf = async (machine: Machine, disk: Device, mounts: readonly Mount[]): Promise<Bus | undefined> => {
  if (disk.type !== 'disk' || disk.size <= 0 || isSystemDisk(disk, mounts) || isImage(disk)) return undefined;
  if (GADGET.test(`${disk.vendor} ${disk.model}`)) return undefined;
  // `rm` is false for USB hard disks: the bus decides.
  if (disk.tran === 'usb' || disk.subsystems.includes('usb')) return 'usb';
  if (disk.tran === 'sbp' || disk.subsystems.includes('firewire')) return 'firewire';
  if (/^mmcblk\d+$/.test(disk.name)) {
    // The chip soldered into a laptop is on the same bus as a card, and says MMC.
    const type = await machine.readText(`/sys/block/${disk.name}/device/type`, { maxBytes: 64 });
    return type?.trim() === 'SD' ? 'sd' : undefined;
  }
  if (['nvme', 'sata', 'ata'].includes(disk.tran)) {
    if (await isBehindOpenPort(machine, disk.name)) return 'thunderbolt';
    return disk.rm && isShownAsPluggedIn(disk, mounts) ? 'esata' : undefined;
  }
  return disk.rm && disk.tran === '' && disk.subsystems.includes('scsi') ? 'other' : undefined;
};
