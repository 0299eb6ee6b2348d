/** Owns whether a file may be written that a person named: anything may lie there, and it may never answer. */
import path from 'node:path';
import { FactUnavailable } from '../../../core/facts/fact.ts';
import { askNamed } from '../../../platform/machine/places/named-file.ts';
import { isOnAnotherComputer } from '../../../platform/machine/places/place-of.ts';
import { StorageError } from './storage-error.ts';

/** Throws `StorageError` for a device, a pipe, a folder, another computer's file, and a place that does not answer. */
export const mayBeWritten = async (file: string, limitMs?: number): Promise<void> => {
  const refused = (why: string): StorageError =>
    new StorageError(`${file} could not be written: ${why} Choose a file on this computer’s own disk.`);
  if (isOnAnotherComputer(file)) throw refused('it lies on another computer.');
  for (const place of [path.dirname(file), file]) {
    try {
      const found = await askNamed({ op: 'stat', path: place }, {}, limitMs);
      if (place !== file || found === undefined || found.kind === 'file') continue;
      throw refused(found.kind === 'folder' ? 'it is a folder.' : 'it is a device or a pipe, not a file.');
    } catch (error) {
      if (!(error instanceof FactUnavailable)) throw error;
      if (error.why === 'timed-out') throw refused('its place does not answer.');
      // Whatever else is in the way is told by the writing itself, with its remedy.
    }
  }
};
