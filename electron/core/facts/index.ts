/** Owns the list of facts Greenroom can know about a machine. A new line here does not compile until every OS reads it. */

import type { IsoTime } from '../text/time.ts';
import type { AppOrigins, AppUpdaters, InstalledApps, Installers } from './apps.ts';
import type { BackupActivity, BackupRuns, BackupTools, ExternalDrives } from './backup.ts';
import type { Clock, Computer, DiskSpace, DriveHealth, FocusMode, Load, Power } from './computer.ts';
import type { Cameras, DeviceUse, Headsets, MediaPermissions, Sound } from './devices.ts';
import type { Connection, Network } from './network.ts';
import type { ProfileFacts } from './profile.ts';
import type { Antivirus, DiskEncryption, Firewall, RemoteControl, RemoteLogin, ScreenLock } from './security.ts';
import type { AutoUpdates, OperatingSystem, PendingUpdates, RestartPending } from './system.ts';

export type * from './apps.ts';
export type * from './backup.ts';
export type * from './computer.ts';
export type * from './devices.ts';
export type * from './network.ts';
export type * from './security.ts';
export type * from './system.ts';

export type Platform = 'linux' | 'darwin' | 'win32';
export const platforms: readonly Platform[] = ['linux', 'darwin', 'win32'];

/** What a person calls each platform. */
export const platformNames: Readonly<Record<Platform, string>> = { linux: 'Linux', darwin: 'macOS', win32: 'Windows' };

/** Every fact that is read from the machine, with its unit. All times are UTC. */
export interface Facts {
  operatingSystem: OperatingSystem;
  pendingUpdates: PendingUpdates;
  /** When the system last looked for updates with success; `never` when it says so. */
  updatesLookedAt: IsoTime | 'never';
  /** When system updates were last installed. */
  updatesInstalledAt: IsoTime;
  installedApps: InstalledApps;
  appOrigins: AppOrigins;
  appUpdaters: AppUpdaters;
  installers: Installers;
  backupTools: BackupTools;
  externalDrives: ExternalDrives;
  backupRuns: BackupRuns;
  backupActivity: BackupActivity;
  restartPending: RestartPending;
  autoUpdates: AutoUpdates;
  firewall: Firewall;
  diskEncryption: DiskEncryption;
  antivirus: Antivirus;
  screenLock: ScreenLock;
  remoteLogin: RemoteLogin;
  remoteControl: RemoteControl;
  network: Network;
  connection: Connection;
  cameraUse: DeviceUse;
  microphoneUse: DeviceUse;
  mediaPermissions: MediaPermissions;
  cameras: Cameras;
  sound: Sound;
  headsets: Headsets;
  power: Power;
  diskSpace: DiskSpace;
  load: Load;
  focusMode: FocusMode;
  clock: Clock;
  computer: Computer;
  driveHealth: DriveHealth;
}

export type FactKey = keyof Facts;

/** With what Greenroom keeps itself. */
export type AllFacts = Facts & ProfileFacts;
export type AnyFactKey = keyof AllFacts;
