/** Owns whether a file may be written that a person named: anything may lie there, and it may never answer. */

import path from 'node:path';
import { FactUnavailable } from '../../../core/facts/fact.ts';
import { type Message, messages } from '../../../core/messages/messages.ts';
import { place as placeValue } from '../../../core/messages/value.ts';
import { askNamed } from '../../../platform/machine/places/named-file.ts';
import { isOnAnotherComputer } from '../../../platform/machine/places/place-of.ts';
import { StorageError } from './storage-error.ts';

const words = messages('named-output', {
  unwritten: '{file} couldn’t be written: {reason} Choose a file on this computer’s own disk.',
  elsewhere: 'it’s on another computer.',
  folder: 'it’s a folder.',
  device: 'it’s a device or a pipe, not a file.',
  silent: 'its place doesn’t answer.',
});

/** Throws `StorageError` for a device, a pipe, a folder, another computer's file, and a place that does not answer. */
export const mayBeWritten = async (file: string, limitMs?: number): Promise<void> => {
  const refused = (reason: Message): StorageError =>
    new StorageError(words.unwritten({ file: placeValue(file), reason }));
  if (isOnAnotherComputer(file)) throw refused(words.elsewhere);
  for (const place of [path.dirname(file), file]) {
    try {
      const found = await askNamed({ op: 'stat', path: place }, {}, limitMs);
      if (place !== file || found === undefined || found.kind === 'file') continue;
      throw refused(found.kind === 'folder' ? words.folder : words.device);
    } catch (error) {
      if (!(error instanceof FactUnavailable)) throw error;
      if (error.why === 'timed-out') throw refused(words.silent);
      // Whatever else is in the way is told by the writing itself, with its remedy.
    }
  }
};
