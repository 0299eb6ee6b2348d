/** Owns what the window's program makes fixes with: this computer, the policy of now, and the door for their constant addresses. */
import { shell } from 'electron';
import { signInPages } from '../../core/fixes/fix.ts';
import type { FixPlace } from '../../engine/fixes/apply-fix.ts';
import { openWorkspace, type RunPlace } from '../../engine/run/workspace.ts';
import { awake } from './awake.ts';

/** Checked once more at the door: the pages of this list, to the letter, and nothing else by http. */
const open = async (address: string): Promise<boolean> => {
  if (!Object.values(signInPages).some((page) => page === address)) return false;
  return shell.openExternal(address).then(
    () => true,
    () => false,
  );
};

/** Reads policy and catalogue as they are now. `onLate` is told what takes longer than it should. */
export const fixPlaceOf = async (place: RunPlace, onLate = (): void => {}): Promise<FixPlace> => {
  const { policy, catalogue, deadlineMs } = await openWorkspace(place);
  const { port, folder } = place;
  return {
    ...{ port, folder, policy, catalogue: catalogue.catalogue, deadlineMs, open, awake, onLate },
    signal: new AbortController().signal,
    clock: () => new Date(),
  };
};
