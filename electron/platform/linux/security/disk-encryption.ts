/** Owns whether the volumes of the system and of the person's files are encrypted, from the kernel's own files. */

import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { DiskEncryption } from '../../../core/facts/index.ts';
import { messages } from '../../../core/messages/messages.ts';
import { place, term } from '../../../core/messages/value.ts';
import { type Machine, runRequired } from '../../machine/machine.ts';
import { optional } from '../../optional.ts';
import { reader } from '../../reader.ts';
import { MOUNTS, type Mount, mountOf, readMounts } from '../drives/mounts.ts';

const words = messages('linux-encryption', {
  behind: 'Greenroom can’t see which disk is behind {place}.',
  virtual: 'This disk belongs to a virtual machine: the computer below may encrypt it.',
  file: 'The system runs from a file of another disk.',
  made: 'The kernel doesn’t say what {device} consists of.',
  deep: 'The disks of this computer are nested too deeply.',
  zfs: 'ZFS didn’t say whether its files are encrypted.',
  pool: 'Greenroom can’t see which disks a ZFS pool uses.',
  bcachefs: 'Greenroom can’t read bcachefs.',
  inWindows: 'This Linux runs inside Windows: check there whether the disk is encrypted.',
  inUse: 'The kernel doesn’t say which disks are in use.',
});

/** Deeper than any stack of partitions, RAID, volume groups and encryption. */
const DEEPEST = 12;

/** The kernel's name of the block device under a mount: "dm-0", "nvme0n1p2". */
const deviceOf = async (machine: Machine, mount: Mount): Promise<string> => {
  const link = mount.number.startsWith('0:')
    ? // btrfs has a number of its own; its source names one of its devices.
      ((await machine.readLink(mount.source)) ?? mount.source)
    : await machine.readLink(`/sys/dev/block/${mount.number}`);
  const name = link?.split('/').at(-1) ?? '';
  if (!/^[A-Za-z0-9!_-]{1,64}$/.test(name) || !(link ?? '').includes('/')) {
    throw new FactUnavailable('unsupported', words.behind({ place: place(mount.target) }));
  }
  return name;
};

const INSIDE_ANOTHER = words.virtual;

/** Whether a block device, or everything it is made of, is encrypted. */
const isEncrypted = async (machine: Machine, device: string, depth = 0): Promise<boolean> => {
  const folder = `/sys/class/block/${device}`;
  if (device.startsWith('loop')) throw new FactUnavailable('unsupported', words.file);
  if (/^(?:vd|xvd)[a-z]/.test(device)) throw new FactUnavailable('unsupported', INSIDE_ANOTHER);
  const uuid = await machine.readText(`${folder}/dm/uuid`, { maxBytes: 4_096 });
  if (uuid?.startsWith('CRYPT-')) return true;
  const parts = await machine.readDir(`${folder}/slaves`, { maxEntries: 100 });
  // A partition has no such folder; every whole device has one, if only an empty one.
  if (parts === undefined && (await machine.stat(folder)) === undefined) {
    throw new FactUnavailable('unreadable', words.made({ device: term(device) }));
  }
  if (parts === undefined || parts.length === 0) {
    // A mapped device that shows nothing below it keeps what it is to itself.
    if (uuid !== undefined) throw new FactUnavailable('unreadable', words.made({ device: term(device) }));
    return false;
  }
  if (depth >= DEEPEST) throw new FactUnavailable('unreadable', words.deep);
  const below = await Promise.all(parts.map(({ name }) => isEncrypted(machine, name, depth + 1)));
  return below.every((it) => it);
};

const BTRFS = '/sys/fs/btrfs';

/** Every device of the btrfs file system that this one belongs to; that one alone where the kernel does not list them. */
const btrfsDevices = async (machine: Machine, device: string): Promise<readonly string[]> => {
  const systems = (await optional(machine.readDir(BTRFS, { maxEntries: 100 }))) ?? [];
  const lists = await Promise.all(
    systems
      .filter(({ name }) => /^[0-9a-f-]{36}$/i.test(name))
      .map(({ name }) => optional(machine.readDir(`${BTRFS}/${name}/devices`, { maxEntries: 100 }))),
  );
  const names = lists.map((list) => (list ?? []).map(({ name }) => name));
  return names.find((list) => list.includes(device)) ?? [device];
};

const zfsEncrypted = async (machine: Machine, dataset: string): Promise<boolean> => {
  const { code, stdout } = await runRequired(
    machine,
    '/sbin/zfs',
    ['get', '-H', '-o', 'value', 'encryption', dataset],
    {
      maxBytes: 65_536,
    },
  );
  const value = stdout.trim();
  if (code !== 0 || !/^(?:off|on|aes-\d{3}-[cg]cm)$/.test(value)) {
    throw new FactUnavailable('unreadable', words.zfs);
  }
  // Its pool may lie on an encrypted disk, which ZFS does not say.
  if (value === 'off') throw new FactUnavailable('unsupported', words.pool);
  return true;
};

const mountEncrypted = async (machine: Machine, mount: Mount): Promise<boolean> => {
  if (mount.fileSystem === 'ecryptfs') return true;
  if (mount.fileSystem === 'zfs') return zfsEncrypted(machine, mount.source);
  // Its own encryption shows nowhere that everybody may look.
  if (mount.fileSystem === 'bcachefs') throw new FactUnavailable('unsupported', words.bcachefs);
  const device = await deviceOf(machine, mount);
  const first = await isEncrypted(machine, device);
  if (!first || mount.fileSystem !== 'btrfs') return first;
  const others = (await btrfsDevices(machine, device)).filter((name) => name !== device);
  return (await Promise.all(others.map((name) => isEncrypted(machine, name)))).every((it) => it);
};

export const diskEncryption = reader<DiskEncryption>(5_000, async (machine) => {
  if (/microsoft/i.test(machine.host.kernel)) throw new FactUnavailable('unsupported', words.inWindows);
  const mounts = await readMounts(machine);
  const root = mountOf(mounts, '/');
  if (root === undefined) throw new FactUnavailable('unreadable', words.inUse);
  // On an image-based system / is a view onto the volume that is mounted here.
  const image = mounts.find(({ target }) => target === '/sysroot');
  const system = root.fileSystem === 'overlay' && image !== undefined ? image : root;
  // There /home is a link that leads below /var.
  const folder =
    system === root || !machine.host.home.startsWith('/home/') ? machine.host.home : `/var${machine.host.home}`;
  const files = mountOf(mounts, folder) ?? system;
  const home = files === root ? system : files;
  // The person's own files count as much: "on" only when both are.
  for (const mount of home.source === system.source ? [system] : [system, home]) {
    if (!(await mountEncrypted(machine, mount))) {
      if ((await optional(machine.systemInformation()))?.system?.virtual === true)
        throw new FactUnavailable('unsupported', INSIDE_ANOTHER);
      return known({ state: 'off', volume: mount === system ? '/' : mount.target }, `${MOUNTS}, /sys/class/block`);
    }
  }
  return known({ state: 'on', volume: '/' }, `${MOUNTS}, /sys/class/block`);
});
