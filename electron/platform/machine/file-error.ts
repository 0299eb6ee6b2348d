/** Owns what an error of the file system means: it is not there, it may not be read, it cannot be read. */
import { FactUnavailable } from '../../core/facts/fact.ts';

export const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** `undefined` for what is not there; every other error becomes `FactUnavailable` about `subject`. */
export const absentOr = (error: unknown, subject: string): undefined => {
  if (error instanceof FactUnavailable) throw error;
  const code = errorCode(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
  if (code === 'EACCES' || code === 'EPERM')
    throw new FactUnavailable('denied', `This account may not read ${subject}.`);
  throw new FactUnavailable('unreadable', `${subject} could not be read (${code || 'unknown error'}).`);
};
