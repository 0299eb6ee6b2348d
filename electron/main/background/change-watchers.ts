/** Owns noticing that something may have changed, without looking: the systems tell. Only the network is looked at, once a minute. */
import { watch } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { type BrowserWindow, powerMonitor, systemPreferences } from 'electron';
import type { ChangeEvent } from '../../core/background/schedule.ts';

type Tell = (change: ChangeEvent) => void;

/** Sleep is told on every system; the lock of the screen on macOS and Windows. */
const watchSession = (tell: Tell): void => {
  powerMonitor.on('resume', () => tell('wake'));
  powerMonitor.on('unlock-screen', () => tell('unlock'));
};

/** Loop devices, RAM disks and optical drives: they come and go by themselves, or are asked all the time. */
const busyDisks = /^b(?:1|7|11):/;

/** What a file of udev's database is about: `c81:0` is a camera, `b8:16` a disk. */
export const changeEventOfUdev = (name: string): ChangeEvent | null => {
  if (/^c81:\d+$/.test(name)) return 'camera';
  return /^b\d+:\d+$/.test(name) && !busyDisks.test(name) ? 'drive' : null;
};

/** Every device that comes or goes has its file there, and nothing else is written. Where there is no udev nothing is told. */
const watchUdev = (tell: Tell): void => {
  try {
    watch('/run/udev/data', { persistent: false }, (_event, name) => {
      const change = changeEventOfUdev(name ?? '');
      if (change !== null) tell(change);
    }).on('error', () => {});
  } catch {
    // A container, or a system without udev: the interval is left.
  }
};

/** Windows sends this to every window, hidden ones too, when a device comes or goes; which kind is not told. */
const WM_DEVICECHANGE = 0x0219;

const watchDevices = (
  platform: NodeJS.Platform,
  window: Pick<BrowserWindow, 'hookWindowMessage'>,
  tell: Tell,
): void => {
  if (platform === 'linux') watchUdev(tell);
  if (platform === 'win32') window.hookWindowMessage(WM_DEVICECHANGE, () => tell('drive'));
  if (platform === 'darwin') {
    for (const event of ['NSWorkspaceDidMountNotification', 'NSWorkspaceDidUnmountNotification']) {
      systemPreferences.subscribeWorkspaceNotification(event, () => tell('drive'));
    }
  }
};

/** The networks this computer is on, by its own addresses: those of one link alone, and of the last half of IPv6, do not count. */
export const networkName = (interfaces: ReturnType<typeof networkInterfaces>): string =>
  Object.entries(interfaces)
    .flatMap(([name, addresses = []]) =>
      addresses
        .filter(({ internal, address }) => !internal && !/^(?:fe80:|169\.254\.)/i.test(address))
        .map(
          ({ family, address }) => `${name} ${family === 'IPv6' ? address.split(':').slice(0, 4).join(':') : address}`,
        ),
    )
    .sort()
    .filter((line, index, all) => line !== all[index - 1])
    .join('\n');

/** To be called once a minute: no system tells Electron of its network. Reads its own memory only, and starts nothing. */
const watchNetwork = (tell: Tell): (() => void) => {
  let before = networkName(networkInterfaces());
  return () => {
    const now = networkName(networkInterfaces());
    if (now !== before) tell('network');
    before = now;
  };
};

/** Returns what is to be called once a minute. */
export const setupChangeWatchers = (
  platform: NodeJS.Platform,
  window: Pick<BrowserWindow, 'hookWindowMessage'>,
  tell: Tell,
): (() => void) => {
  watchSession(tell);
  watchDevices(platform, window, tell);
  return watchNetwork(tell);
};
