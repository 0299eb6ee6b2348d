/** Owns the readers of Windows: one per fact. */
import { factNotRevealed } from '../../core/facts/not-revealed.ts';
import { computer, driveHealth } from '../computer.ts';
import { type Readers, reader } from '../reader.ts';
import { appOrigins } from './apps/app-origins.ts';
import { appUpdaters } from './apps/app-updaters.ts';
import { installedApps } from './apps/installed-apps.ts';
import { installers } from './apps/installers.ts';
import { backupActivity } from './backup/backup-activity.ts';
import { backupRuns } from './backup/backup-runs.ts';
import { backupTools } from './backup/backup-tools.ts';
import { externalDrives } from './backup/external-drives.ts';
import { clock } from './clock.ts';
import { cameras } from './devices/cameras.ts';
import { cameraUse, microphoneUse } from './devices/device-use.ts';
import { diskSpace } from './devices/disk-space.ts';
import { focusMode } from './devices/focus-mode.ts';
import { load } from './devices/load.ts';
import { mediaPermissions } from './devices/media-permissions.ts';
import { sound } from './devices/sound.ts';
import { connection } from './network/connection.ts';
import { network } from './network/network.ts';
import { power } from './power/power.ts';
import { antivirus } from './security/antivirus.ts';
import { diskEncryption } from './security/disk-encryption.ts';
import { firewall } from './security/firewall.ts';
import { remoteControl } from './security/remote-control.ts';
import { remoteLogin } from './security/remote-login.ts';
import { screenLock } from './security/screen-lock.ts';
import { autoUpdates } from './updates/auto-updates.ts';
import { operatingSystem } from './updates/operating-system.ts';
import { restartPending } from './updates/restart-pending.ts';
import { pendingUpdates, updatesInstalledAt, updatesLookedAt } from './updates/windows-update.ts';

export const win32Readers: Readers = {
  operatingSystem,
  pendingUpdates,
  updatesLookedAt,
  updatesInstalledAt,
  installedApps,
  appOrigins,
  appUpdaters,
  installers,
  backupTools,
  externalDrives,
  backupRuns,
  backupActivity,
  restartPending,
  autoUpdates,
  firewall,
  diskEncryption,
  antivirus,
  screenLock,
  remoteLogin,
  remoteControl,
  network,
  connection,
  cameraUse,
  microphoneUse,
  mediaPermissions,
  cameras,
  sound,
  headsets: reader<never>(1_000, () => Promise.reject(factNotRevealed('win32 headsets'))),
  power,
  diskSpace,
  load,
  focusMode,
  clock,
  computer,
  driveHealth,
};
