import { describe, expect, it } from 'vitest';
import { parseMounts } from '../../../../electron/platform/linux/drives/mounts.ts';
import { file, type LinuxMachine, outcomeOf, recordingOf, withReadings } from '../recorded.ts';

const on = { state: 'on', volume: '/' };
const off = { state: 'off', volume: '/' };

describe('encryption of the system volume', () => {
  it.each<[LinuxMachine, unknown]>([
    // A volume group inside LUKS.
    ['ubuntu-24.04-ready', on],
    // Not encrypted, with an opened LUKS container mounted elsewhere.
    ['ubuntu-24.04-security-waiting-french', off],
    // A live system: what is behind it cannot be seen.
    ['ubuntu-24.04-stale-index', 'unknown: unsupported'],
    // Not encrypted, inside a virtual machine: the computer below may encrypt it.
    ['debian-12-server', 'unknown: unsupported'],
    // btrfs, which has no device number.
    ['debian-13-desktop-broken-apt', on],
    ['fedora-43', on],
    ['opensuse-leap-16', off],
    // The system is encrypted, the person's files are not.
    ['arch', { state: 'off', volume: '/home' }],
    // ZFS, asked itself.
    ['arch-not-synchronised', on],
    // composefs over an encrypted volume.
    ['silverblue-43', on],
    ['unknown-linux-nothing-readable', 'unknown: denied'],
  ])('%s', async (name, expected) => {
    expect(await outcomeOf(recordingOf(name), 'diskEncryption')).toEqual(expected);
  });

  const ubuntu = recordingOf('ubuntu-24.04-ready');

  it('is off when only one of the disks below a volume group is encrypted', async () => {
    const machine = withReadings(
      ubuntu,
      {
        op: 'readDir',
        path: '/sys/class/block/dm-1/slaves',
        entries: [
          { name: 'dm-0', kind: 'link' },
          { name: 'sdb1', kind: 'link' },
        ],
      },
      { op: 'readText', path: '/sys/class/block/sdb1/dm/uuid', missing: true },
      { op: 'readDir', path: '/sys/class/block/sdb1/slaves', missing: true },
      {
        op: 'stat',
        path: '/sys/class/block/sdb1',
        stat: { kind: 'folder', size: 0, modifiedMs: 0, uid: 0, mode: 0o755 },
      },
    );
    expect(await outcomeOf(machine, 'diskEncryption')).toEqual(off);
  });

  it.each([
    ['one that is plain', 'sdb1', off],
    ['none', undefined, on],
  ])('of a btrfs over several disks, beside the encrypted one %s', async (_, other, expected) => {
    const uuid = '3f6d1b52-7f0e-4f6b-9d7e-2b7f9c1f0a11';
    const names = ['dm-0', ...(other === undefined ? [] : [other])];
    const machine = withReadings(
      recordingOf('fedora-43'),
      {
        op: 'readDir',
        path: '/sys/fs/btrfs',
        entries: [
          { name: 'features', kind: 'folder' },
          { name: uuid, kind: 'folder' },
        ],
      },
      { op: 'readDir', path: `/sys/fs/btrfs/${uuid}/devices`, entries: names.map((name) => ({ name, kind: 'link' })) },
      { op: 'readText', path: '/sys/class/block/sdb1/dm/uuid', missing: true },
      { op: 'readDir', path: '/sys/class/block/sdb1/slaves', missing: true },
      {
        op: 'stat',
        path: '/sys/class/block/sdb1',
        stat: { kind: 'folder', size: 0, modifiedMs: 0, uid: 0, mode: 0o755 },
      },
    );
    expect(await outcomeOf(machine, 'diskEncryption')).toEqual(expected);
  });

  it('is not told of what lies below: Windows, a virtual disk, a pool of ZFS', async () => {
    const inWindows = { ...ubuntu, host: { ...ubuntu.host, kernel: '6.6.87.2-microsoft-standard-WSL2' } };
    expect(await outcomeOf(inWindows, 'diskEncryption')).toBe('unknown: unsupported');
    const chromebook = withReadings(
      ubuntu,
      file('/proc/self/mountinfo', '1 0 0:26 / / rw shared:1 - btrfs /dev/vdb rw\n'),
      { op: 'readLink', path: '/dev/vdb', target: '/dev/vdb' },
    );
    expect(await outcomeOf(chromebook, 'diskEncryption')).toBe('unknown: unsupported');
    const arch = recordingOf('arch-not-synchronised');
    const asked = arch.reads.filter((it) => it.op === 'run' && it.program === '/sbin/zfs');
    const unencrypted = asked.map((it) => ({ ...it, stdout: 'off\n' }) as (typeof arch.reads)[number]);
    expect(await outcomeOf(withReadings(arch, ...unencrypted), 'diskEncryption')).toBe('unknown: unsupported');
  });

  it('does not end in a ring of devices, and does not call it anything', async () => {
    const ring = {
      op: 'readDir',
      path: '/sys/class/block/dm-1/slaves',
      entries: [{ name: 'dm-1', kind: 'link' }],
    } as const;
    const machine = withReadings(ubuntu, { ...ring, entries: [...ring.entries] });
    expect(await outcomeOf(machine, 'diskEncryption')).toBe('unknown: unreadable');
  });

  it.each(['', 'garbage\n', '28 1 252:1\n'])('is unknown when the list of mounts is %j', async (text) => {
    expect(await outcomeOf(withReadings(ubuntu, file('/proc/self/mountinfo', text)), 'diskEncryption')).toBe(
      'unknown: unreadable',
    );
  });

  it('reads blanks in the names of mounts', () => {
    const [mount] = parseMounts('80 28 7:3 / /media/user/my\\040vault rw shared:40 - ext4 /dev/loop3 rw\n');
    expect(mount).toEqual({
      target: '/media/user/my vault',
      number: '7:3',
      fileSystem: 'ext4',
      source: '/dev/loop3',
      readOnly: false,
    });
  });
});
