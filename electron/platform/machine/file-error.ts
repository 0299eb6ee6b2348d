/** Owns what an error of the file system means: it is not there, it may not be read, it cannot be read. */

import { FactUnavailable } from '../../core/facts/fact.ts';
import { place, term } from '../../core/messages/value.ts';
import { reasons } from '../reasons.ts';

export const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** `undefined` for what is not there; every other error becomes `FactUnavailable` about `subject`. */
export const absentOr = (error: unknown, subject: string): undefined => {
  if (error instanceof FactUnavailable) throw error;
  const code = errorCode(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
  if (code === 'EACCES' || code === 'EPERM')
    throw new FactUnavailable('denied', reasons.denied({ what: place(subject) }));
  throw new FactUnavailable(
    'unreadable',
    reasons.failed({ what: place(subject), code: term(code || 'unknown error') }),
  );
};
