/** Owns the table of readers for Linux. */

import { known } from '../../core/facts/fact.ts';
import type { Antivirus, AppUpdaters } from '../../core/facts/index.ts';
import { computer, driveHealth } from '../computer.ts';
import { type Readers, reader } from '../reader.ts';
import { appOrigins } from './apps/app-origins.ts';
import { installedApps } from './apps/installed-apps.ts';
import { installers } from './apps/installers.ts';
import { backupActivity } from './backup/activity.ts';
import { backupRuns, backupTools } from './backup/index.ts';
import { clock } from './clock.ts';
import { cameras } from './devices/cameras.ts';
import { cameraUse, microphoneUse } from './devices/device-use.ts';
import { focusMode } from './devices/focus-mode.ts';
import { headsets } from './devices/headsets.ts';
import { mediaPermissions } from './devices/media-permissions.ts';
import { diskSpace, load } from './devices/resources.ts';
import { sound } from './devices/sound.ts';
import { externalDrives } from './drives/external-drives.ts';
import { connection } from './network/connection.ts';
import { network } from './network/network.ts';
import { power } from './power/power.ts';
import { diskEncryption } from './security/disk-encryption.ts';
import { firewall } from './security/firewall.ts';
import { remoteControl, remoteLogin } from './security/remote-access.ts';
import { screenLock } from './security/screen-lock.ts';
import { autoUpdates } from './updates/auto-updates.ts';
import { operatingSystem } from './updates/operating-system.ts';
import { restartPending } from './updates/restart.ts';
import { pendingUpdates, updatesInstalledAt, updatesLookedAt } from './updates/updates.ts';

/** None is expected on Linux, and none is looked for. */
const antivirus = reader<Antivirus>(1_000, () => Promise.resolve(known({ expected: false, products: [] }, 'Linux')));

/** Packages, snaps and Flatpaks have no updaters of their own: what waits for them is told by what installed them. */
const appUpdaters = reader<AppUpdaters>(1_000, () => Promise.resolve(known({ updaters: [] }, 'Linux')));

export const linuxReaders: Readers = {
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
  headsets,
  power,
  diskSpace,
  load,
  focusMode,
  clock,
  computer,
  driveHealth,
};
