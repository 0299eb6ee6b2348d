/** Owns what of Linux' answers about the desktop, sound, Wi-Fi and disks stays in a recording: what the readers use, and no more. */

import { allowedBluez } from '../../linux/devices/headsets.ts';
import { allowedPipewire } from '../../linux/devices/pipewire.ts';
import { allowedPactl } from '../../linux/devices/pulse.ts';
import { isWifiLine, parseTerse } from '../../linux/network/wifi-list.ts';
import { allowedDejaDup } from './backup.ts';

const SETTINGS =
  /^org\.gnome\.(?:DejaDup\S*|desktop\.(?:lockdown disable-lock-screen|notifications show-banners|privacy disable-(?:camera|microphone)|screensaver lock-(?:delay|enabled)|session idle-delay)|system\.proxy mode|settings-daemon\.plugins\.power sleep-inactive-\S+|software (?:allow|download)-updates) /;

/** The network in use, which a finding names, and none of the neighbours'. A line of another form stays one. */
const networkInUse = (line: string): readonly string[] => {
  const values = parseTerse(line.slice(0, 1_000));
  if (!isWifiLine(values)) return line === '' ? [] : ['?'];
  return values[0] === '*' ? [line] : [];
};

/** What a program printed, shortened. */
export const allowedOutput = (program: string, stdout: string): string => {
  const lines = stdout.split('\n');
  switch (program) {
    case '/usr/bin/gsettings':
      return lines
        .filter((line) => SETTINGS.test(line))
        .map((line) => `${line}\n`)
        .join('');
    case '/usr/bin/nmcli':
      return lines
        .flatMap(networkInUse)
        .map((line) => `${line}\n`)
        .join('');
    case '/usr/bin/env':
      return allowedDejaDup(stdout);
    case '/usr/bin/pw-dump':
      return allowedPipewire(stdout);
    case '/usr/bin/pactl':
      return allowedPactl(stdout);
    case '/usr/bin/busctl':
      return stdout.includes('"org.bluez.') ? allowedBluez(stdout) : stdout;
    case '/sbin/ip':
      return stdout.replace(/ (?:via|src) \S+/g, '');
    default:
      return stdout;
  }
};

const OF_SYSTEM = /^\/(?:proc|sysroot|var|boot(?:\/\S*)?|(?:var\/)?home(?:\/\S*)?)?$/;
const ATTACHED = /^\/(?:media|run\/media|mnt)\/\S/;
const SHARED = /^(?:nfs\d?|cifs|smb\d|fuse\.(?:sshfs|rclone))$/;

/**
 * The mounts that tell of the system, of the person's files, and of drives in the list of drives and shared folders, where
 * backups may go. What else is attached is nobody's business. `devices` holds numbers and paths of what is in that list.
 */
export const allowedMounts = (mounts: string, devices: ReadonlySet<string>): string =>
  mounts
    .split('\n')
    .filter((row) => {
      const [, , number = '', , target = ''] = row.split(' ');
      const [fileSystem = '', source = ''] = (row.split(' - ')[1] ?? '').split(' ');
      const isListed = devices.has(number) || devices.has(source) || SHARED.test(fileSystem);
      return OF_SYSTEM.test(target) || (ATTACHED.test(target) && isListed);
    })
    // The name of a server stands where that of a disk would.
    .map((row) => `${row.replace(/( - \S+ )(?:\S*:\S*|\/\/\S*) /, '$1server:/share ')}\n`)
    .join('');
