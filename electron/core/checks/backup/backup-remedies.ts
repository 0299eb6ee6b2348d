/** Owns what a person can do about their backups, per system. Greenroom never starts a backup itself. */

import type { Platform } from '../../facts/index.ts';
import type { RemedyDefinition } from '../../report/finding.ts';

const macSettings = 'x-apple.systempreferences:com.apple.Time-Machine-Settings.extension';

export const setUpRemedies = {
  'set-up-linux': {
    label: 'Set up a backup',
    minutes: 60,
    steps: [
      'Attach an external drive that you keep for backups.',
      'Open “Backups” (Déjà Dup) or the backup program of your distribution; install one if there is none.',
      'Choose the external drive, start the first backup, and unplug the drive when it is done.',
    ],
    link: 'https://apps.gnome.org/DejaDup/',
  },
  'set-up-darwin': {
    label: 'Set up Time Machine',
    minutes: 60,
    steps: [
      'Attach an external drive that you keep for backups.',
      'Choose Add Backup Disk and pick the drive. Choose to encrypt it.',
      'Let the first backup finish, then eject and unplug the drive.',
    ],
    link: macSettings,
  },
  'set-up-win32': {
    label: 'Set up File History',
    minutes: 60,
    steps: [
      'Attach an external drive that you keep for backups.',
      'Search the Start menu for “File History” and choose the drive.',
      'Choose Turn on, let the first backup finish, then unplug the drive.',
    ],
    link: 'ms-settings:backup',
  },
} as const satisfies Readonly<Record<string, RemedyDefinition>>;

const backUp = (open: string): readonly string[] => [
  'Attach your backup drive.',
  open,
  'Wait until it has finished before the meeting, then eject and unplug the drive.',
];

export const backUpRemedies = {
  'back-up-linux': {
    label: 'Make a backup',
    minutes: 60,
    steps: backUp('Open your backup program and start a backup.'),
  },
  'back-up-deja-dup': {
    label: 'Make a backup with Déjà Dup',
    minutes: 60,
    steps: backUp('Open “Backups” and choose Back Up Now.'),
  },
  'back-up-pika': {
    label: 'Make a backup with Pika Backup',
    minutes: 60,
    steps: backUp('Open Pika Backup and choose Back Up.'),
  },
  'back-up-vorta': {
    label: 'Make a backup with Vorta',
    minutes: 60,
    steps: backUp('Open Vorta and choose Start Backup.'),
  },
  'back-up-back-in-time': {
    label: 'Make a backup with Back In Time',
    minutes: 60,
    steps: backUp('Open Back In Time and take a snapshot.'),
    command: 'backintime-qt',
  },
  'back-up-macos': {
    label: 'Make a backup',
    minutes: 60,
    steps: backUp('Choose Back Up Now in the Time Machine menu, or open your backup program.'),
    link: macSettings,
  },
  'back-up-windows': {
    label: 'Make a backup',
    minutes: 60,
    steps: backUp('Search the Start menu for “File History” and choose Run now, or open your backup program.'),
    link: 'ms-settings:backup',
  },
} as const satisfies Readonly<Record<string, RemedyDefinition>>;

export const ejectRemedies = {
  'eject-linux': {
    label: 'Eject the drive safely',
    minutes: 1,
    steps: [
      'Close every window that shows files of the drive.',
      'In the file manager choose Eject beside the name of the drive.',
      'Wait until it says that the drive can be removed, then unplug it.',
    ],
  },
  'eject-darwin': {
    label: 'Eject the drive safely',
    minutes: 1,
    steps: [
      'Wait until the Time Machine menu says that no backup is running.',
      'In the Finder choose Eject beside the name of the drive.',
      'When its symbol has gone, unplug it.',
    ],
  },
  'eject-win32': {
    label: 'Eject the drive safely',
    minutes: 1,
    steps: [
      'Close every window that shows files of the drive.',
      'In the notification area choose “Safely remove hardware”, then the drive.',
      'Wait until Windows says that it is safe, then unplug it.',
    ],
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
