/** Owns whether macOS lets this program read everything. Then, and only then, opening a drive asks the person nothing. */
import type { Machine } from '../../machine/machine.ts';
import { optional } from '../../optional.ts';

/** Closed to every program without Full Disk Access; being refused here raises no question. Nothing in it is looked at. */
export const hasFullDiskAccess = async (machine: Machine): Promise<boolean> => {
  const guarded = `${machine.host.home}/Library/Application Support/com.apple.TCC`;
  return (await optional(machine.readDir(guarded, { maxEntries: 1 }))) !== undefined;
};
