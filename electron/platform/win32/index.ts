/** Owns the readers of Windows: one per fact. */
import type { Readers } from '../reader.ts';
import { appOrigins } from './app-origins.ts';
import { backupActivity } from './backup-activity.ts';
import { backupRuns } from './backup-runs.ts';
import { backupTools } from './backup-tools.ts';
import { externalDrives } from './external-drives.ts';
import { installedApps } from './installed-apps.ts';
import { installers } from './installers.ts';
import { operatingSystem } from './operating-system.ts';
import { protection } from './protection.ts';
import { pendingUpdates, updatesInstalledAt, updatesLookedAt } from './windows-update.ts';

export const win32Readers: Readers = {
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
