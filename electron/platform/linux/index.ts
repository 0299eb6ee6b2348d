/** Owns the table of readers for Linux. */
import type { Readers } from '../reader.ts';
import { appOrigins } from './app-origins.ts';

import { backupActivity } from './backup/activity.ts';
import { backupRuns, backupTools } from './backup/index.ts';
import { externalDrives } from './external-drives.ts';
import { installedApps } from './installed-apps.ts';
import { installers } from './installers.ts';
import { operatingSystem } from './operating-system.ts';
import { protection } from './protection.ts';
import { pendingUpdates, updatesInstalledAt, updatesLookedAt } from './updates.ts';

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
