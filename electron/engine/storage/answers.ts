/** Owns asking Greenroom's own folder before anything is written to it: one that never answers would hold every store. */

import path from 'node:path';
import { FactUnavailable } from '../../core/facts/fact.ts';
import { messages } from '../../core/messages/messages.ts';
import { place } from '../../core/messages/value.ts';
import { askNamed } from '../../platform/machine/places/named-file.ts';
import { isOnAnotherComputer } from '../../platform/machine/places/place-of.ts';
import { StorageError } from './files/storage-error.ts';

/** Longer than a disk needs to wake up. */
export const FOLDER_LIMIT_MS = 5_000;

const words = messages('own-folder', {
  silent:
    '{folder}, where Greenroom keeps its files, doesn’t answer. Name a folder on this computer’s own disk in GREENROOM_STATE, then try again.',
  elsewhere:
    '{folder}, where Greenroom keeps its files, is on another computer. Name a folder on this computer’s own disk in GREENROOM_STATE, then try again.',
  device: '{file} is a device or a pipe, not a file. Remove it, then try again.',
});

/** It says all there is to say: whatever could not be done for it needs no sentence of its own. */
export class SilentFolder extends StorageError {
  constructor(folder: string) {
    super(words.silent({ folder: place(folder) }));
  }
}

/** Resolves where the folder answers or is not there yet. Throws `StorageError` with one sentence where nothing can be kept. */
export const folderAnswers = async (folder: string, limitMs = FOLDER_LIMIT_MS): Promise<void> => {
  if (isOnAnotherComputer(folder)) throw new StorageError(words.elsewhere({ folder: place(folder) }));
  try {
    const entries = await askNamed({ op: 'readDir', path: folder }, {}, limitMs);
    const pipe = entries?.find(({ kind }) => kind === 'other');
    if (pipe === undefined) return;
    throw new StorageError(words.device({ file: place(path.join(folder, pipe.name)) }));
  } catch (error) {
    if (!(error instanceof FactUnavailable)) throw error;
    // What it says itself, once it is used, names the file and the remedy.
    if (error.why !== 'timed-out') return;
    throw new SilentFolder(folder);
  }
};
