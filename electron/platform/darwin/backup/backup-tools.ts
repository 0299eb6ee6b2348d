/** Owns which backups are set up, and where to. */

import { known } from '../../../core/facts/fact.ts';
import type { BackupDestination, BackupTool, BackupTools } from '../../../core/facts/index.ts';
import { product } from '../../../core/messages/value.ts';
import { optional } from '../../optional.ts';
import { reader } from '../../reader.ts';
import { reasons } from '../../reasons.ts';
import { installedBackupApps } from './backup-apps.ts';
import { cloudSync } from './cloud-sync.ts';
import {
  type TimeMachineDestination,
  type TimeMachinePreferences,
  timeMachineDestinations,
  timeMachinePreferences,
} from './time-machine.ts';

const kinds: Readonly<Record<string, BackupDestination['kind']>> = { Local: 'drive', Network: 'network' };

const destinationOf = (
  destination: TimeMachineDestination,
  preferences: TimeMachinePreferences | undefined,
): BackupDestination => {
  const kind = kinds[destination.Kind] ?? 'unknown';
  const mounted = destination.MountPoint !== undefined && destination.MountPoint !== '';
  const volumeId = preferences?.Destinations.find((it) => it.DestinationID === destination.ID)?.DestinationUUIDs[0];
  return {
    name: destination.Name || 'Time Machine',
    kind,
    // A network destination is mounted only while a backup runs: unmounted says nothing of whether it can be reached.
    // Time Machine leaves it to the volume of the drive.
    ...(kind === 'drive' ? { encrypted: false } : {}),
    attached: mounted ? true : kind === 'drive' ? false : null,
    ...(volumeId === undefined ? {} : { volumeId }),
  };
};

export const backupTools = reader<BackupTools>(8_000, async (machine) => {
  const [destinations, others, syncs] = await Promise.all([
    timeMachineDestinations(machine),
    installedBackupApps(machine),
    cloudSync(machine),
  ]);
  const preferences = destinations.length === 0 ? undefined : await optional(timeMachinePreferences(machine));
  const automatic = preferences?.AutoBackup;
  const timeMachine: BackupTool = {
    id: 'time-machine',
    name: 'Time Machine',
    kind: 'backup',
    automatic: automatic === undefined ? null : Boolean(automatic),
    destinations: destinations.map((destination) => destinationOf(destination, preferences)),
  };
  return known(
    {
      tools: [...(destinations.length === 0 ? [] : [timeMachine]), ...syncs],
      gaps: others.map((app) => reasons.setUp({ app: product(app) })),
    },
    'tmutil destinationinfo -X',
  );
});
