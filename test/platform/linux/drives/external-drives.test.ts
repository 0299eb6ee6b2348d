/**
 * Which disks count as external, from what the kernel tells. The first table holds what is known to go wrong in the usual
 * library for this (systeminformation 5.33): the same devices, told right.
 */

import { describe, expect, test } from 'vitest';
import { builtInCatalogue } from '../../../../electron/core/catalogue/index.ts';
import type { ExternalDrive } from '../../../../electron/core/facts/index.ts';
import { english } from '../../../../electron/core/messages/format.ts';
import { externalDrives } from '../../../../electron/platform/linux/drives/external-drives.ts';
import { bind, type MachinePort, type Operation } from '../../../../electron/platform/machine/machine.ts';
import { inEnglish } from '../../../in-english.ts';
import { neverCancelled } from '../../never-cancelled.ts';

type Device = Readonly<Record<string, unknown>>;

const usb = { tran: 'usb', subsystems: 'block:scsi:usb:pci' };
const disk = (name: string, more: Device = {}): Device => ({
  name,
  'maj:min': '8:0',
  type: 'disk',
  size: 268435456,
  rm: false,
  ro: false,
  tran: null,
  subsystems: 'block:scsi:pci',
  fstype: 'ext4',
  label: 'backup',
  uuid: '6f99909f-5978-486b-8d9f-c8a73089a654',
  parttype: null,
  vendor: 'QEMU    ',
  model: 'QEMU HARDDISK',
  ...more,
});

/** A machine with these disks, mounts and small files; everything else is not there. */
const look = async (
  disks: readonly Device[],
  mounts = '',
  files: Readonly<Record<string, string>> = {},
): Promise<readonly ExternalDrive[]> => {
  const answer = (operation: Operation): unknown => {
    if (operation.op === 'run')
      return operation.program === '/usr/bin/lsblk'
        ? { code: 0, stdout: JSON.stringify({ blockdevices: disks }), stderr: '' }
        : { code: 0, stdout: '', stderr: '' };
    if (operation.op === 'processes' || operation.op === 'systemInformation') return undefined;
    return operation.path === '/proc/self/mountinfo' ? mounts : files[operation.path];
  };
  const port: MachinePort = {
    host: { platform: 'linux', arch: 'x64', kernel: '6.1', home: '/home/u', variables: {}, utcOffsetMinutes: 0 },
    read: (async (operation) => answer(operation)) as MachinePort['read'],
  };
  const fact = await externalDrives.read(bind(port, neverCancelled()), builtInCatalogue);
  if (fact.state !== 'known') throw new Error(english(fact.reason));
  return fact.value.drives;
};
const labels = async (...given: Parameters<typeof look>): Promise<readonly string[]> =>
  (await look(...given)).map(({ label }) => label);

describe('what the usual library gets wrong', () => {
  test('USB hard disks, over UASP too, call themselves not removable', async () => {
    expect(await labels([disk('sda', { ...usb, rm: false }), disk('sdb', { ...usb, uuid: 'B' })])).toHaveLength(2);
  });
  test.each(['50% OFF', 'A LABEL=X', 'RO=BACKUP', 'quote"x', 'Sävé', 'Sync 100%25'])(
    'a drive called %s is not lost',
    async (label) => {
      expect(await labels([disk('sda', { ...usb, label })])).toEqual([label]);
    },
  );
  test('a partition does not know its bus, and is joined with its disk and its mount', async () => {
    const part = { name: 'sdc1', 'maj:min': '8:33', type: 'part', tran: null, label: 'BACKUP DISK', parttype: null };
    const drives = await look(
      [disk('sdc', { ...usb, children: [disk('sdc1', part)] })],
      '90 28 8:33 / /media/gr/BACKUP\\040DISK ro,nosuid - ext4 /dev/sdc1 ro\n',
    );
    expect(drives).toMatchObject([{ bus: 'usb', mountPoints: ['/media/gr/BACKUP DISK'], readOnly: true }]);
  });
  test('texts in place of numbers and truths, as older systems print them', async () => {
    expect(await look([disk('sda', { ...usb, size: '268435456', rm: '1', ro: '0' })])).toMatchObject([
      { sizeBytes: 268435456 },
    ]);
  });
});

describe('inside or outside', () => {
  const nvme = disk('nvme1n1', { tran: 'nvme', subsystems: 'block:nvme:pci' });
  const link = '../devices/pci0000:00/0000:00:1d.0/0000:03:00.0/nvme/nvme1/nvme1n1';
  test.each<[string, Parameters<typeof look>, string | undefined]>([
    ['a SATA disk', [[disk('sda', { tran: 'sata' })]], undefined],
    ['one in a bay that calls it removable', [[disk('sda', { tran: 'sata', rm: true })]], undefined],
    [
      'the same, mounted by the system',
      [[disk('sda', { tran: 'sata', rm: true })], '90 28 8:0 / /data rw - ext4 /dev/sda rw\n'],
      undefined,
    ],
    [
      'eSATA, shown where plugged-in disks are',
      [[disk('sda', { tran: 'sata', rm: true })], '90 28 8:0 / /media/u/backup rw - ext4 /dev/sda rw\n'],
      'esata',
    ],
    ['NVMe inside', [[nvme], '', { '/sys/block/nvme1n1': link }], undefined],
    [
      'NVMe behind Thunderbolt',
      [[nvme], '', { '/sys/block/nvme1n1': link, '/sys/bus/pci/devices/0000:03:00.0/removable': 'removable\n' }],
      'thunderbolt',
    ],
    [
      'a memory card',
      [[disk('mmcblk1', { subsystems: 'block:mmc:pci' })], '', { '/sys/block/mmcblk1/device/type': 'SD\n' }],
      'sd',
    ],
    [
      'the soldered chip on the same bus',
      [[disk('mmcblk0', { subsystems: 'block:mmc:pci' })], '', { '/sys/block/mmcblk0/device/type': 'MMC\n' }],
      undefined,
    ],
    ['the USB disk that the system runs from', [[disk('sda', usb)], '28 1 8:0 / / rw - ext4 /dev/sda rw\n'], undefined],
    ['an installation image on a stick', [[disk('sda', { ...usb, fstype: 'iso9660' })]], undefined],
    ['a telephone', [[disk('sda', { ...usb, vendor: 'Android', model: 'File-Stor Gadget' })]], undefined],
    ['a card reader without a card', [[disk('sda', { ...usb, size: 0 })]], undefined],
    ['FireWire', [[disk('sda', { tran: 'sbp', subsystems: 'block:scsi:firewire:pci' })]], 'firewire'],
  ])('%s', async (_name, given, bus) => {
    expect((await look(...given))[0]?.bus).toBe(bus);
  });
});

test('an encrypted drive is the same drive, locked or open', async () => {
  const inner = disk('luks-1', { 'maj:min': '253:3', type: 'crypt', tran: null, label: 'vault', uuid: 'INNER' });
  const outer = { ...usb, fstype: 'crypto_LUKS', label: null, uuid: 'OUTER' };
  const [locked] = await look([disk('sda', outer)]);
  const [open] = await look([disk('sda', { ...outer, children: [inner] })]);
  expect(inEnglish(locked)).toMatchObject({ id: 'OUTER', encrypted: true, gap: 'The drive is attached but locked.' });
  expect(open).toMatchObject({ id: 'OUTER', innerId: 'INNER', encrypted: true, label: 'vault' });
});

test('the starting part of a drive is no drive of its own', async () => {
  const efi = disk('sda1', { tran: null, label: 'EFI', parttype: 'c12a7328-f81f-11d2-ba4b-00a0c93ec93b' });
  expect(
    await labels([disk('sda', { ...usb, children: [efi, disk('sda2', { tran: null, label: 'Files' })] })]),
  ).toEqual(['Files']);
});
