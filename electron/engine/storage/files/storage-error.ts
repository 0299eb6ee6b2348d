/** Owns what is said when the disk does not take what is to be kept: one plain sentence with what to do. */

import path from 'node:path';
import { FactUnavailable } from '../../../core/facts/fact.ts';
import { english } from '../../../core/messages/format.ts';
import { asMessage, type Message, messages } from '../../../core/messages/messages.ts';
import { place, term, type Value } from '../../../core/messages/value.ts';
import { InputError, inputProblem } from '../../../core/text/input-error.ts';

/** A file of Greenroom's own, or one that a person named, could not be written. The message is a sentence for the person. */
export class StorageError extends Error {
  readonly text: Message;
  constructor(text: Message) {
    super(english(text));
    this.name = 'StorageError';
    this.text = text;
  }
}

const words = messages('storage', {
  unwritten: '{file} couldn’t be written: {reason}',
  held: 'another program holds it. Try again in a moment.',
  full: 'the disk is full. Free some space, then try again.',
  quota: 'your share of the disk is used up. Free some space, then try again.',
  readOnly: 'the disk is read-only. Make it writable, then try again.',
  denied: 'your account may not write to {folder}. Give it the right to, then try again.',
  noFolder: '{folder} is not a folder. Move what is there away, then try again.',
  other: 'the system says {code}.',
});

const reasons: Readonly<Record<string, (folder: Value) => Message>> = {
  ENOSPC: () => words.full,
  EDQUOT: () => words.quota,
  EROFS: () => words.readOnly,
  EACCES: (folder) => words.denied({ folder }),
  EPERM: (folder) => words.denied({ folder }),
  ENOTDIR: (folder) => words.noFolder({ folder }),
  EEXIST: (folder) => words.noFolder({ folder }),
  EBUSY: () => words.held,
};
/** What an error says, to stand in a sentence for the person. */
export const toldBy = (error: unknown): Message => {
  if (error instanceof StorageError) return error.text;
  if (error instanceof FactUnavailable) return error.reason;
  if (error instanceof InputError) return asMessage(inputProblem(error));
  return asMessage(error instanceof Error ? error.message : String(error));
};

/** On Windows a file that another program has open is refused in these ways. */
const heldOnWindows = ['EACCES', 'EPERM', 'EBUSY'];

export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** What the file system threw about `file`, as a `StorageError`; every other error is returned as it is. */
export const storageError = (file: string, error: unknown, platform: string = process.platform): unknown => {
  const code = codeOf(error);
  if (error instanceof StorageError || !(error instanceof Error && 'syscall' in error)) return error;
  const isHeld = platform === 'win32' && heldOnWindows.includes(code);
  const known = Object.hasOwn(reasons, code) ? reasons[code] : undefined;
  const reason = isHeld ? words.held : (known?.(place(path.dirname(file))) ?? words.other({ code: term(code) }));
  return new StorageError(words.unwritten({ file: place(file), reason }));
};
