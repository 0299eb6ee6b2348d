/** Owns reading a file that a person named on the command line. */
import { type Message, messages } from '../core/messages/messages.ts';
import { InputError } from '../core/text/input-error.ts';
import { type NotRead, readNamedFile } from '../platform/machine/places/named-file.ts';
import type { Io } from './io.ts';

const MEBIBYTE = 1024 * 1024;

const words = messages('input-file', {
  large: 'the file has {size, number} MB; at most {most, number} MB are read',
  unreadable: 'the file couldn’t be read ({reason})',
  notText: 'this is not text in UTF-8',
});

export const notReadWords: Readonly<Record<Exclude<NotRead['is'], 'too-large' | 'unreadable'>, Message>> = messages(
  'not-read',
  {
    missing: 'there is no such file',
    folder: 'this is a folder, not a file',
    device: 'this is a device or a pipe, not a file. Write it to a file first',
    denied: 'this account may not read the file',
    silent: 'the place where this file is doesn’t answer. Copy it to this computer’s own disk',
    elsewhere: 'this file is on another computer. Copy it to this one first',
  },
);

const sentenceOf = (why: NotRead, mebibytes: number): Message => {
  if (why.is === 'too-large') return words.large({ size: Math.ceil(why.size / MEBIBYTE), most: mebibytes });
  return why.is === 'unreadable' ? words.unreadable({ reason: why.reason }) : notReadWords[why.is];
};

/** The bytes of a file of at most `mebibytes`. Throws `InputError` that names the file. */
export const readInputBytes = async (io: Io, name: string, mebibytes: number): Promise<Buffer<ArrayBuffer>> => {
  const file = await readNamedFile(name, mebibytes * MEBIBYTE, io.cwd);
  if (file.is !== 'read') throw new InputError(name, sentenceOf(file, mebibytes));
  return file.bytes;
};

/** The text of a file of at most `mebibytes`. Throws `InputError` that names the file. */
export const readInputFile = async (io: Io, name: string, mebibytes: number): Promise<string> => {
  const bytes = await readInputBytes(io, name, mebibytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new InputError(name, words.notText);
  }
};
