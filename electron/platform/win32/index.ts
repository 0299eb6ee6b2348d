/** Owns the readers of Windows: one per fact. */
import type { Readers } from '../reader.ts';
import { appOrigins } from './apps/app-origins.ts';
import { installedApps } from './apps/installed-apps.ts';
import { installers } from './apps/installers.ts';
import { backupActivity } from './backup/backup-activity.ts';
import { backupRuns } from './backup/backup-runs.ts';
import { backupTools } from './backup/backup-tools.ts';
import { externalDrives } from './backup/external-drives.ts';
import { protection } from './protection.ts';
import { operatingSystem } from './updates/operating-system.ts';
import { pendingUpdates, updatesInstalledAt, updatesLookedAt } from './updates/windows-update.ts';

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
