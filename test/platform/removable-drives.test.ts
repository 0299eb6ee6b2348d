/** Where a well-known library goes wrong about removable drives, Greenroom's own readers do not, given the same raw data. */
import { describe, expect, it } from 'vitest';
import type { ExternalDrive } from '../../electron/core/facts/index.ts';
import * as mac from './darwin/recorded.ts';
import * as windows from './win32/recorded.ts';

describe('systeminformation on Windows', () => {
  const path = '\\\\?\\Volume{0a1b2c3d-1111-4222-8333-444455556666}\\';
  const drivesWith = async (disk: object, volume: object): Promise<readonly ExternalDrive[]> => {
    const recording = windows.withSection('windows-11-25h2-pro', 'drives', {
      disks: [{ number: 3, bus: 7, name: 'Example Disk', size: 2e12, system: false, ...disk }],
      partitions: [{ disk: 3, paths: ['E:\\', path] }],
      volumes: [{ path, letter: 'E', type: 3, label: 'Blue disk', fileSystem: 'NTFS', size: 2e12, ...volume }],
    });
    return (await windows.knownOf(recording, 'externalDrives')).drives;
  };

  it('calls a USB hard disk fixed, because Windows does', async () => {
    expect(await drivesWith({}, { type: 3 })).toMatchObject([{ label: 'Blue disk', bus: 'usb' }]);
  });

  it('takes a USB disk on UASP for an internal SCSI disk', async () => {
    // Its older class says SCSI; the bus of the newer one says USB.
    expect(await drivesWith({ name: 'SCSI Disk Device' }, {})).toMatchObject([{ bus: 'usb' }]);
    const older = windows.withSection('windows-11-25h2-pro', 'drives', {
      older: [{ name: 'Example UASP SCSI Disk Device', usb: false, volumes: [] }],
    });
    // Where only the older class answers, none is claimed to be absent.
    expect(await windows.factOf(older, 'externalDrives')).toMatchObject({ state: 'unknown', cause: 'denied' });
  });

  it('takes no card of eMMC inside for a removable one, nor an empty reader for a drive', async () => {
    expect(await drivesWith({ bus: 12, system: true }, { type: 2 })).toEqual([]);
    // Beside the disk that Windows itself is on: without any the list would be no answer.
    const empty = windows.withSection('windows-11-25h2-pro', 'drives', {
      disks: [
        { number: 0, bus: 17, name: 'Inside', size: 1e12, system: true },
        { number: 3, bus: 7, name: 'Card reader', size: 0, system: false },
      ],
      partitions: [{ disk: 0, paths: ['C:\\', path] }],
      volumes: [{ path, letter: 'C', type: 3, label: '', fileSystem: 'NTFS', size: 1e12 }],
    });
    expect((await windows.knownOf(empty, 'externalDrives')).drives).toEqual([]);
  });

  it.each([
    ['50% OFF'],
    ['A LABEL=X'],
    ['RO=BACKUP'],
    ['quote"x'],
    ['Sicherung : 2026\r\nDriveType : 3'],
    ['写真 — 光'.repeat(40)],
  ])('loses or cuts the drive called %j where a table wraps', async (label) => {
    const [drive] = await drivesWith({}, { label });
    expect(drive).toMatchObject({ label, mountPoints: ['E:\\'], bus: 'usb' });
  });

  it('believes nothing once a line stands on standard error', async () => {
    const pro = windows.recordingOf('windows-11-25h2-pro');
    const noisy = windows.withReadings(pro, windows.powershell(windows.printedIn(pro), 1, 'WARNING: something\r\n'));
    expect(await windows.factOf(noisy, 'externalDrives')).toEqual(await windows.factOf(pro, 'externalDrives'));
  });
});

describe('systeminformation on macOS', () => {
  const drivesWith = async (body: string): Promise<readonly ExternalDrive[]> => {
    const info = mac.plistText(`<dict><key>BusProtocol</key><string>USB</string>${body}</dict>`);
    const args = ['info', '-plist', 'disk6s1'];
    const recording = mac.withReadings(mac.recordingOf('macos-15'), mac.printed('/usr/sbin/diskutil', args, info));
    return (await mac.knownOf(recording, 'externalDrives')).drives;
  };

  it('calls a USB stick fixed, because its medium cannot be taken out of it', async () => {
    const body = '<key>RemovableMedia</key><false/><key>Removable</key><false/><key>Internal</key><false/>';
    expect(await drivesWith(body)).toMatchObject([{ bus: 'usb' }]);
  });

  it('takes every disk for a virtual one', async () => {
    expect(await drivesWith('<key>VirtualOrPhysical</key><string>Unknown</string>')).toMatchObject([{ bus: 'usb' }]);
  });

  it('cuts a name at its colon', async () => {
    const body =
      '<key>VolumeName</key><string>Backup: 50% &amp; "more"</string><key>MountPoint</key><string>/Volumes/Backup: 50%</string>';
    expect(await drivesWith(body)).toMatchObject([
      { label: 'Backup: 50% & "more"', mountPoints: ['/Volumes/Backup: 50%'] },
    ]);
  });

  it('takes an attached image for a removable drive', async () => {
    const image =
      '<key>BusProtocol</key><string>Disk Image</string><key>RemovableMediaOrExternalDevice</key><true/><key>Ejectable</key><true/>';
    expect(await drivesWith(image)).toEqual([]);
  });
});
