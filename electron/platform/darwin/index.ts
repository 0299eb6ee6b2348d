/** Owns the list of what is read on macOS: one reader per fact. A missing one does not compile. */
import type { Readers } from '../reader.ts';
import { appOrigins } from './apps/app-origins.ts';
import { installedApps } from './apps/installed-apps.ts';
import { installers } from './apps/installers.ts';
import { backupActivity } from './backup/backup-activity.ts';
import { backupRuns } from './backup/backup-runs.ts';
import { backupTools } from './backup/backup-tools.ts';
import { externalDrives } from './backup/external-drives.ts';
import { protection } from './protection.ts';
import { updatesInstalledAt } from './updates/install-history.ts';
import { operatingSystem } from './updates/operating-system.ts';
import { pendingUpdates, updatesLookedAt } from './updates/software-update.ts';

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
