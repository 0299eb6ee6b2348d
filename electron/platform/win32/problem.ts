/** Owns what Windows means by its error codes, in words and as a cause. The codes are the same in every language. */

import { type Cause, FactUnavailable } from '../../core/facts/fact.ts';
import { type Message, messages, sentences } from '../../core/messages/messages.ts';
import { term } from '../../core/messages/value.ts';

const words = messages('windows-problem', {
  denied: 'This account may not ask that.',
  updateOff: 'Windows Update is switched off on this computer.',
  serviceOff: 'The part of Windows that knows it is switched off.',
  noPart: 'This Windows has no such part.',
  server: 'The update server that manages this computer can’t be reached.',
  organisation: 'The rules of your organisation keep programs from asking that.',
  noCommand: 'The PowerShell of this Windows has no command for that.',
  form: 'Windows answered in a form Greenroom doesn’t know.',
  updateError: 'Windows Update answered with error {code}.',
  error: 'Windows answered with error {code}.',
});

interface Problem {
  readonly cause: Cause;
  readonly words: Message;
}

const denied: Problem = { cause: 'denied', words: words.denied };
const switchedOff: Problem = { cause: 'unreadable', words: words.updateOff };

/** The same number from WMI: whichever service answers there. */
const serviceOff: Problem = { cause: 'unreadable', words: words.serviceOff };
const noSuchPart: Problem = { cause: 'unsupported', words: words.noPart };

const byCode = new Map<string, Problem>(
  Object.entries({
    '0x80070005': denied, // E_ACCESSDENIED
    '0x80041003': denied, // WBEM_E_ACCESS_DENIED
    '0x80070422': switchedOff, // ERROR_SERVICE_DISABLED
    '0x8024001e': switchedOff, // WU_E_SERVICE_STOP
    '0x80240438': { cause: 'unreadable', words: words.server },
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
  if (/ConstrainedLanguage|NotSupportedInConstrained/i.test(id)) return { cause: 'denied', words: words.organisation };
  if (/UnauthorizedAccess|SecurityException|PermissionDenied/i.test(id)) return denied;
  if (/CommandNotFound/i.test(id)) return { cause: 'unsupported', words: words.noCommand };
  const named = codeIn(id);
  if (named === '0x80070422') return serviceOff;
  const result = /\bMI RESULT (\d{1,3})\b/i.exec(id)?.[1] ?? '';
  const found = byCode.get(named ?? code) ?? byResult.get(result);
  if (found !== undefined) return found;
  return isOwnCode(named ?? code) ? { cause: 'unreadable', words: words.form } : undefined;
};

/** The error of one section as a `FactUnavailable`. `unsaid` is what Windows did not say. */
export const problemOf = (error: { readonly id: string; readonly code: string }, unsaid: Message): FactUnavailable => {
  const code = codeIn(error.id) ?? error.code.toLowerCase();
  const problem = known(error.id, code) ?? {
    cause: 'unreadable' as const,
    words: code.startsWith('0x8024') ? words.updateError({ code: term(code) }) : words.error({ code: term(code) }),
  };
  return new FactUnavailable(problem.cause, sentences([problem.words, unsaid]));
};
