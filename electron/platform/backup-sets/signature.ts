/** Owns what a signature is: how the sets of one backup program are recognised by what lies in a folder. */
import type { BackupSet } from '../../core/facts/index.ts';
import type { Machine } from '../machine/machine.ts';
import type { Folder } from './folder.ts';

/**
 * Which sets on a drive are this computer's. Those of another computer or person are sets as well, but their dates say
 * nothing of this one's files, so they are left out.
 */
export interface Identity {
  /** Name of this computer, as Windows keeps it in the names of folders; undefined when it is not known. */
  readonly computer?: string;
  /** Where File History keeps this person's files below its folder: "user\COMPUTER"; undefined when it is not set up. */
  readonly fileHistory?: string;
}

export type Signature = (
  machine: Machine,
  folder: Folder,
  own: Identity,
) => Promise<readonly BackupSet[]> | readonly BackupSet[];
