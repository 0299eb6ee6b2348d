/** Owns asking Greenroom's own folder, once, before anything in it is read: one that never answers would hold every store. */
import path from 'node:path';
import { FactUnavailable } from '../../core/facts/fact.ts';
import { askNamed } from '../../platform/machine/places/named-file.ts';
import { isOnAnotherComputer } from '../../platform/machine/places/place-of.ts';
import { StorageError } from './files/storage-error.ts';

/** Longer than a disk needs to wake up. */
const LIMIT_MS = 5_000;

/** Resolves where the folder answers or is not there yet. Throws `StorageError` with one sentence where nothing can be kept. */
export const folderAnswers = async (folder: string, limitMs = LIMIT_MS): Promise<void> => {
  const remedy = 'Name a folder on this computer’s own disk in GREENROOM_STATE, then try again.';
  if (isOnAnotherComputer(folder))
    throw new StorageError(`${folder}, where Greenroom keeps its files, lies on another computer. ${remedy}`);
  try {
    const entries = await askNamed({ op: 'readDir', path: folder }, {}, limitMs);
    const pipe = entries?.find(({ kind }) => kind === 'other');
    if (pipe === undefined) return;
    throw new StorageError(
      `${path.join(folder, pipe.name)} is a device or a pipe, not a file. Remove it, then try again.`,
    );
  } catch (error) {
    if (!(error instanceof FactUnavailable)) throw error;
    // What it says itself, once it is used, names the file and the remedy.
    if (error.why !== 'timed-out') return;
    throw new StorageError(`${folder}, where Greenroom keeps its files, does not answer. ${remedy}`);
  }
};
