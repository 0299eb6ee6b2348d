/** Owns what Windows means by its error codes, in words and as a cause. The codes are the same in every language. */
import { type Cause, FactUnavailable } from '../../core/facts/fact.ts';

interface Problem {
  readonly cause: Cause;
  /** A sentence without its end: "…, so Windows did not say …" follows. */
  readonly words: string;
}

const denied: Problem = { cause: 'denied', words: 'This account may not ask that' };
const switchedOff: Problem = { cause: 'unreadable', words: 'Windows Update is switched off on this computer' };

const byCode: Readonly<Record<string, Problem>> = {
  '0x80070005': denied, // E_ACCESSDENIED
  '0x80041003': denied, // WBEM_E_ACCESS_DENIED
  '0x80070422': switchedOff, // ERROR_SERVICE_DISABLED
  '0x8024001e': switchedOff, // WU_E_SERVICE_STOP
  '0x80240438': { cause: 'unreadable', words: 'The update server that manages this computer cannot be reached' },
  '0x80041010': { cause: 'unsupported', words: 'This Windows has no such part' }, // WBEM_E_INVALID_CLASS
  '0x8004100e': { cause: 'unsupported', words: 'This Windows has no such part' }, // WBEM_E_INVALID_NAMESPACE
  '0x80040154': { cause: 'unsupported', words: 'This Windows has no such part' }, // REGDB_E_CLASSNOTREG
};

const known = (id: string, code: string): Problem | undefined => {
  if (/ConstrainedLanguage|NotSupportedInConstrained/i.test(id))
    return { cause: 'denied', words: 'The rules of your organisation keep programs from asking that' };
  if (/UnauthorizedAccess|SecurityException|PermissionDenied/i.test(id)) return denied;
  // CIM names its code in the identifier only.
  const named = /HRESULT (0x[0-9a-f]{8})/i.exec(id)?.[1]?.toLowerCase();
  return byCode[named ?? ''] ?? byCode[code];
};

/** The error of one section as a `FactUnavailable`. `subject` ends "Windows did not say …". */
export const problemOf = (error: { readonly id: string; readonly code: string }, subject: string): FactUnavailable => {
  const code = error.code.toLowerCase();
  const problem = known(error.id, code) ?? {
    cause: 'unreadable' as const,
    words: code.startsWith('0x8024')
      ? `Windows Update answered with error ${code}`
      : `Windows answered with error ${code}`,
  };
  return new FactUnavailable(problem.cause, `${problem.words}, so Windows did not say ${subject}.`);
};
