/** Owns the list of what is read on macOS: one reader per fact. A missing one does not compile. */
import type { Readers } from '../reader.ts';
import { appOrigins } from './app-origins.ts';
import { backupActivity } from './backup-activity.ts';
import { backupRuns } from './backup-runs.ts';
import { backupTools } from './backup-tools.ts';
import { externalDrives } from './external-drives.ts';
import { updatesInstalledAt } from './install-history.ts';
import { installedApps } from './installed-apps.ts';
import { installers } from './installers.ts';
import { operatingSystem } from './operating-system.ts';
import { protection } from './protection.ts';
import { pendingUpdates, updatesLookedAt } from './software-update.ts';

export const darwinReaders: Readers = {
  operatingSystem,
  pendingUpdates,
  updatesLookedAt,
  updatesInstalledAt,
  installedApps,
  appOrigins,
  installers,
  backupTools,
  externalDrives,
  backupRuns,
  backupActivity,
  ...protection,
};
