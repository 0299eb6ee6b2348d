/** Owns the list of what is read on macOS: one reader per fact. A missing one does not compile. */

import { known } from '../../core/facts/fact.ts';
import type { Antivirus } from '../../core/facts/index.ts';
import { factNotRevealed } from '../../core/facts/not-revealed.ts';
import { computer, driveHealth } from '../computer.ts';
import { type Reader, type Readers, reader } from '../reader.ts';
import { appOrigins } from './apps/app-origins.ts';
import { appUpdaters } from './apps/app-updaters.ts';
import { installedApps } from './apps/installed-apps.ts';
import { installers } from './apps/installers.ts';
import { backupActivity } from './backup/backup-activity.ts';
import { backupRuns } from './backup/backup-runs.ts';
import { backupTools } from './backup/backup-tools.ts';
import { externalDrives } from './backup/external-drives.ts';
import { cameraUse, microphoneUse } from './devices/device-use.ts';
import { diskSpace } from './devices/disk-space.ts';
import { cameras, headsets, sound } from './devices/listed-devices.ts';
import { load } from './devices/load.ts';
import { connection } from './network/connection.ts';
import { network } from './network/network.ts';
import { power } from './power/power.ts';
import { diskEncryption } from './security/disk-encryption.ts';
import { firewall } from './security/firewall.ts';
import { remoteControl } from './security/remote-control.ts';
import { remoteLogin } from './security/remote-login.ts';
import { screenLock } from './security/screen-lock.ts';
import { autoUpdates } from './updates/auto-updates.ts';
import { updatesInstalledAt } from './updates/install-history.ts';
import { operatingSystem } from './updates/operating-system.ts';
import { pendingUpdates, updatesLookedAt } from './updates/software-update.ts';

/** macOS has an answer, but shows it to no ordinary program. */
const hidden = (pair: Parameters<typeof factNotRevealed>[0]): Reader<never> =>
  reader(1_000, () => Promise.reject(factNotRevealed(pair)));

/** macOS brings its own protection, which cannot be switched off in its settings. */
const antivirus = reader<Antivirus>(1_000, () =>
  Promise.resolve(known({ expected: false, products: [] }, 'macOS has protection of its own')),
);

export const darwinReaders: Readers = {
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
  restartPending: hidden('darwin restartPending'),
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
  mediaPermissions: hidden('darwin mediaPermissions'),
  cameras,
  sound,
  headsets,
  power,
  diskSpace,
  load,
  focusMode: hidden('darwin focusMode'),
  clock: hidden('darwin clock'),
  computer,
  driveHealth,
};
