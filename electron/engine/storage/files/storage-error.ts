/** Owns what is said when the disk does not take what is to be kept: one plain sentence with what to do. */
import path from 'node:path';

/** A file of Greenroom's own, or one that a person named, could not be written. The message is a sentence for the person. */
export class StorageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StorageError';
  }
}

const held = 'another program holds it. Try again in a moment.';
const reasons: Readonly<Record<string, (folder: string) => string>> = {
  ENOSPC: () => 'the disk is full. Free some space, then try again.',
  EDQUOT: () => 'your share of the disk is used up. Free some space, then try again.',
  EROFS: () => 'the disk is read-only. Make it writable, then try again.',
  EACCES: (folder) => `your account may not write to ${folder}. Give it the right to, then try again.`,
  EPERM: (folder) => `your account may not write to ${folder}. Give it the right to, then try again.`,
  ENOTDIR: (folder) => `${folder} is not a folder. Move what is there away, then try again.`,
  EEXIST: (folder) => `${folder} is not a folder. Move what is there away, then try again.`,
  EBUSY: () => held,
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
  const reason = isHeld ? held : (reasons[code]?.(path.dirname(file)) ?? `the system says ${code}.`);
  return new StorageError(`${file} could not be written: ${reason}`);
};
