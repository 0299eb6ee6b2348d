/** Owns the backup programs that can be seen on a Mac but not looked into: what they copy, where to, and when. */
import type { Machine } from '../../machine/machine.ts';

const programs = [
  { name: 'Arq', bundle: '/Applications/Arq.app' },
  { name: 'Carbon Copy Cloner', bundle: '/Applications/Carbon Copy Cloner.app' },
  { name: 'SuperDuper!', bundle: '/Applications/SuperDuper!.app' },
  { name: 'Backblaze', bundle: '/Applications/Backblaze.app' },
] as const;

/** Names of those that are installed. That proves no backup. */
export const installedBackupApps = async (machine: Machine): Promise<readonly string[]> => {
  const stats = await Promise.all(programs.map(({ bundle }) => machine.stat(bundle)));
  return programs.flatMap(({ name }, index) => (stats[index]?.kind === 'folder' ? [name] : []));
};
