/** Owns the table of readers for Linux. */
import type { Readers } from '../reader.ts';
import { appOrigins } from './apps/app-origins.ts';
import { installedApps } from './apps/installed-apps.ts';
import { installers } from './apps/installers.ts';
import { backupActivity } from './backup/activity.ts';
import { backupRuns, backupTools } from './backup/index.ts';
import { externalDrives } from './drives/external-drives.ts';
import { protection } from './protection.ts';
import { operatingSystem } from './updates/operating-system.ts';
import { pendingUpdates, updatesInstalledAt, updatesLookedAt } from './updates/updates.ts';

export const linuxReaders: Readers = {
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
