/** Owns the backup programs that can be seen on a Mac but not looked into: what they copy, where to, and when. */
import type { Machine } from '../../machine/machine.ts';
import { withoutUnrecorded } from '../../unrecorded.ts';

const programs = [
  { name: 'Arq', bundle: '/Applications/Arq.app' },
  { name: 'Carbon Copy Cloner', bundle: '/Applications/Carbon Copy Cloner.app' },
  { name: 'SuperDuper!', bundle: '/Applications/SuperDuper!.app' },
  { name: 'Backblaze', bundle: '/Applications/Backblaze.app' },
] as const;

/** Names of those that are installed. That proves no backup. */
export const installedBackupApps = async (computer: Machine): Promise<readonly string[]> => {
  // One that an older recording did not look for says nothing of the backups it holds.
  const { machine } = withoutUnrecorded(computer);
  const stats = await Promise.all(programs.map(({ bundle }) => machine.stat(bundle)));
  return programs.flatMap(({ name }, index) => (stats[index]?.kind === 'folder' ? [name] : []));
};
