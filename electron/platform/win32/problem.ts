/** Owns what Windows means by its error codes, in words and as a cause. The codes are the same in every language. */
import { type Cause, FactUnavailable } from '../../core/facts/fact.ts';

interface Problem {
  readonly cause: Cause;
  /** A sentence without its end: "…, so Windows did not say …" follows. */
  readonly words: string;
}

const denied: Problem = { cause: 'denied', words: 'This account may not ask that' };
const switchedOff: Problem = { cause: 'unreadable', words: 'Windows Update is switched off on this computer' };

/** The same number from WMI: whichever service answers there. */
const serviceOff: Problem = { cause: 'unreadable', words: 'The part of Windows that tells it is switched off' };
const noSuchPart: Problem = { cause: 'unsupported', words: 'This Windows has no such part' };

const byCode = new Map<string, Problem>(
  Object.entries({
    '0x80070005': denied, // E_ACCESSDENIED
    '0x80041003': denied, // WBEM_E_ACCESS_DENIED
    '0x80070422': switchedOff, // ERROR_SERVICE_DISABLED
    '0x8024001e': switchedOff, // WU_E_SERVICE_STOP
    '0x80240438': { cause: 'unreadable', words: 'The update server that manages this computer cannot be reached' },
    '0x80041010': noSuchPart, // WBEM_E_INVALID_CLASS
    '0x8004100e': noSuchPart, // WBEM_E_INVALID_NAMESPACE
    '0x80040154': noSuchPart, // REGDB_E_CLASSNOTREG
  }),
);
/** `MiResult`, as the management interface numbers it: access denied, invalid namespace, invalid class, not supported. */
const byResult = new Map([2, 3, 5, 7].map((result) => [String(result), result === 2 ? denied : noSuchPart]));

/** Errors of PowerShell and .NET themselves, whose numbers say nothing to anybody. */
const isOwnCode = (code: string): boolean => code.startsWith('0x80131');

/** CIM names its code in the identifier only. */
const codeIn = (id: string): string | undefined => /HRESULT (0x[0-9a-f]{8})/i.exec(id)?.[1]?.toLowerCase();

const known = (id: string, code: string): Problem | undefined => {
  if (/ConstrainedLanguage|NotSupportedInConstrained/i.test(id))
    return { cause: 'denied', words: 'The rules of your organisation keep programs from asking that' };
  if (/UnauthorizedAccess|SecurityException|PermissionDenied/i.test(id)) return denied;
  if (/CommandNotFound/i.test(id))
    return { cause: 'unsupported', words: 'The PowerShell of this Windows has no command for that' };
  const named = codeIn(id);
  if (named === '0x80070422') return serviceOff;
  const result = /\bMI RESULT (\d{1,3})\b/i.exec(id)?.[1] ?? '';
  const found = byCode.get(named ?? code) ?? byResult.get(result);
  if (found !== undefined) return found;
  return isOwnCode(named ?? code)
    ? { cause: 'unreadable', words: 'Windows answered in a form Greenroom does not know' }
    : undefined;
};

/** The error of one section as a `FactUnavailable`. `subject` ends "Windows did not say …". */
export const problemOf = (error: { readonly id: string; readonly code: string }, subject: string): FactUnavailable => {
  const code = codeIn(error.id) ?? error.code.toLowerCase();
  const problem = known(error.id, code) ?? {
    cause: 'unreadable' as const,
    words: code.startsWith('0x8024')
      ? `Windows Update answered with error ${code}`
      : `Windows answered with error ${code}`,
  };
  return new FactUnavailable(problem.cause, `${problem.words}, so Windows did not say ${subject}.`);
};
