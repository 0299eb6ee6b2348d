/**
 * Owns the closed list of what a system reveals to no program that asks for no permission and takes no privilege. Only a
 * reading that worked and showed nothing may say so: what is seen, refused or failed is told as such.
 */
import { type Message, messages } from '../messages/messages.ts';
import { FactUnavailable } from './fact.ts';
import type { FactKey, Platform } from './index.ts';

const words = messages('not-revealed', {
  macosFocus: 'macOS shows no program whether a Focus is on.',
  macosRestart: 'macOS shows no program whether a restart is waiting. Software Update shows it to you.',
  macosPermissions: 'macOS shows no program which other apps may use camera, microphone and screen.',
  macosDownloads: 'macOS asks for your consent before a program may look into Downloads, so Greenroom doesn’t look.',
  macosCamera: 'macOS shows no program whether the camera is free.',
  linuxCamera:
    'Linux shows an account only what its own programs hold, so another account’s program may use the camera.',
  macosClock: 'macOS shows only an administrator whether it sets the clock by itself.',
  windowsHeadset: 'Windows tells the charge of a Bluetooth headset in no documented way.',
  windowsWifi: 'Windows shows how Wi-Fi is protected only to programs that may see where you are.',
});

interface NotRevealed {
  readonly platform: Platform;
  readonly fact: FactKey;
  /** What a person is told. */
  readonly sentence: Message;
  /** What is known of the system that makes it so. */
  readonly restsOn: string;
}

export const notRevealed = {
  'darwin focusMode': {
    platform: 'darwin',
    fact: 'focusMode',
    sentence: words.macosFocus,
    restsOn: 'No supported API reads or sets Focus; its file needs Full Disk Access, and is gone on macOS 26.',
  },
  'darwin restartPending': {
    platform: 'darwin',
    fact: 'restartPending',
    sentence: words.macosRestart,
    restsOn: 'Restart pending: no public flag; only the restart that a listed update asks for.',
  },
  'darwin mediaPermissions': {
    platform: 'darwin',
    fact: 'mediaPermissions',
    sentence: words.macosPermissions,
    restsOn: 'Other apps’ grants: TCC.db needs Full Disk Access.',
  },
  'darwin installers': {
    platform: 'darwin',
    fact: 'installers',
    sentence: words.macosDownloads,
    restsOn: 'Reading files in ~/Downloads raises a TCC prompt on first use.',
  },
  'darwin clock': {
    platform: 'darwin',
    fact: 'clock',
    sentence: words.macosClock,
    restsOn: 'systemsetup needs an administrator, and the state of timed in /var/db/timed needs root.',
  },
  'darwin cameraUse': {
    platform: 'darwin',
    fact: 'cameraUse',
    sentence: words.macosCamera,
    restsOn:
      'Camera in use: an assertion without a client’s name; who uses it only by following the log, which needs the admin group.',
  },
  'linux cameraUse': {
    platform: 'linux',
    fact: 'cameraUse',
    sentence: words.linuxCamera,
    restsOn:
      '/proc/PID/fd links to /dev/video*: 90 of 93 processes were denied to an ordinary user, and fuser has the same limit.',
  },
  'win32 headsets': {
    platform: 'win32',
    fact: 'headsets',
    sentence: words.windowsHeadset,
    restsOn:
      'The charge is an undocumented property, often out of date; an endpoint that names the headset tells only that it is connected.',
  },
  'win32 network': {
    platform: 'win32',
    fact: 'network',
    sentence: words.windowsWifi,
    restsOn: 'Since Windows 11 24H2 netsh wlan and the WLAN query APIs need location permission.',
  },
} as const satisfies Readonly<Record<string, NotRevealed>>;

/** Thrown by the reader of such a fact. */
export const factNotRevealed = (pair: keyof typeof notRevealed): FactUnavailable =>
  new FactUnavailable('not-revealed', notRevealed[pair].sentence);
