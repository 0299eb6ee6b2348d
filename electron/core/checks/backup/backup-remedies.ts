/** Owns what a person can do about their backups, per system. Greenroom never starts a backup itself. */

import type { Platform } from '../../facts/index.ts';
import { type Message, messages } from '../../messages/messages.ts';
import type { RemedyDefinition } from '../../report/finding.ts';

const words = messages('backup-remedy', {
  attachKept: 'Attach an external drive that you keep for backups.',
  setUp: 'Set up a backup',
  openLinux: 'Open “Backups” (Déjà Dup) or the backup program of your distribution; install one if there is none.',
  firstLinux: 'Choose the external drive, start the first backup, and unplug the drive when it’s done.',
  setUpDarwin: 'Set up Time Machine',
  addDarwin: 'Choose Add Backup Disk and pick the drive. Choose to encrypt it.',
  firstDarwin: 'Let the first backup finish, then eject and unplug the drive.',
  setUpWin32: 'Set up File History',
  openWin32: 'Search the Start menu for “File History” and choose the drive.',
  firstWin32: 'Choose Turn on, let the first backup finish, then unplug the drive.',
  attach: 'Attach your backup drive.',
  unplug: 'Wait until it has finished before the meeting, then eject and unplug the drive.',
  make: 'Make a backup',
  start: 'Open your backup program and start a backup.',
  makeDejaDup: 'Make a backup with Déjà Dup',
  startDejaDup: 'Open “Backups” and choose Back Up Now.',
  makePika: 'Make a backup with Pika Backup',
  startPika: 'Open Pika Backup and choose Back Up.',
  makeVorta: 'Make a backup with Vorta',
  startVorta: 'Open Vorta and choose Start Backup.',
  makeBackInTime: 'Make a backup with Back In Time',
  startBackInTime: 'Open Back In Time and take a snapshot.',
  startDarwin: 'Choose Back Up Now in the Time Machine menu, or open your backup program.',
  startWin32: 'Search the Start menu for “File History” and choose Run now, or open your backup program.',
  eject: 'Eject the drive safely',
  closeWindows: 'Close every window that shows files of the drive.',
  ejectLinux: 'In the file manager choose Eject beside the name of the drive.',
  unplugLinux: 'Wait until it says that the drive can be removed, then unplug it.',
  waitDarwin: 'Wait until the Time Machine menu says that no backup is running.',
  ejectDarwin: 'In the Finder choose Eject beside the name of the drive.',
  unplugDarwin: 'When its symbol has gone, unplug it.',
  ejectWin32: 'In the notification area choose “Safely remove hardware”, then the drive.',
  unplugWin32: 'Wait until Windows says that it’s safe, then unplug it.',
});

const macSettings = 'x-apple.systempreferences:com.apple.Time-Machine-Settings.extension';

export const setUpRemedies = {
  'set-up-linux': {
    label: words.setUp,
    minutes: 60,
    steps: [words.attachKept, words.openLinux, words.firstLinux],
    link: 'https://apps.gnome.org/DejaDup/',
  },
  'set-up-darwin': {
    label: words.setUpDarwin,
    minutes: 60,
    steps: [words.attachKept, words.addDarwin, words.firstDarwin],
    link: macSettings,
  },
  'set-up-win32': {
    label: words.setUpWin32,
    minutes: 60,
    steps: [words.attachKept, words.openWin32, words.firstWin32],
    link: 'ms-settings:backup',
  },
} as const satisfies Readonly<Record<string, RemedyDefinition>>;

const backUp = (label: Message, start: Message) =>
  ({ label, minutes: 60, steps: [words.attach, start, words.unplug] }) as const;

export const backUpRemedies = {
  'back-up-linux': backUp(words.make, words.start),
  'back-up-deja-dup': backUp(words.makeDejaDup, words.startDejaDup),
  'back-up-pika': backUp(words.makePika, words.startPika),
  'back-up-vorta': backUp(words.makeVorta, words.startVorta),
  'back-up-back-in-time': { ...backUp(words.makeBackInTime, words.startBackInTime), command: 'backintime-qt' },
  'back-up-macos': { ...backUp(words.make, words.startDarwin), link: macSettings },
  'back-up-windows': { ...backUp(words.make, words.startWin32), link: 'ms-settings:backup' },
} as const satisfies Readonly<Record<string, RemedyDefinition>>;

export const ejectRemedies = {
  'eject-linux': {
    label: words.eject,
    minutes: 1,
    steps: [words.closeWindows, words.ejectLinux, words.unplugLinux],
  },
  'eject-darwin': {
    label: words.eject,
    minutes: 1,
    steps: [words.waitDarwin, words.ejectDarwin, words.unplugDarwin],
  },
  'eject-win32': {
    label: words.eject,
    minutes: 1,
    steps: [words.closeWindows, words.ejectWin32, words.unplugWin32],
  },
} as const satisfies Readonly<Record<string, RemedyDefinition>>;

const linuxTools: Readonly<Record<string, keyof typeof backUpRemedies>> = {
  'deja-dup': 'back-up-deja-dup',
  pika: 'back-up-pika',
  vorta: 'back-up-vorta',
  'back-in-time': 'back-up-back-in-time',
};

/** The remedy that opens the tool which is set up. */
export const backUpWith = (platform: Platform, toolIds: readonly string[]): keyof typeof backUpRemedies =>
  platform === 'darwin'
    ? 'back-up-macos'
    : platform === 'win32'
      ? 'back-up-windows'
      : (toolIds.flatMap((id) => linuxTools[id] ?? [])[0] ?? 'back-up-linux');
