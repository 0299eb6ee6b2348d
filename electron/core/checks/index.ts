/** Owns the list of checks, in the order in which a person reads them. A new check is one file and one line here. */
import type { Check } from '../check.ts';
import { backupDrive } from './backup-drive.ts';
import { meetingApps } from './meeting-apps.ts';
import { osPatches } from './os-patches.ts';
import { osSupported } from './os-supported.ts';

export const checks: readonly Check[] = [meetingApps, osSupported, osPatches, backupDrive];
