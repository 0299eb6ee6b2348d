/** A link taken apart twice: as the raw text says it, and as a browser would read it. */

import { NON_ASCII } from '../../text/ascii.ts';

/** What the raw text does that no vendor's link and no mail program does. */
export type AuthoritySign =
  | 'user-info'
  | 'odd-port'
  | 'percent-in-host'
  | 'control-character'
  | 'invisible-character'
  | 'disguised-letters'
  | 'foreign-letters'
  | 'odd-slashes'
  | 'odd-host-character'
  | 'unreadable';

export interface Link {
  /** As found, without surrounding blanks. */
  readonly raw: string;
  /** Lower case, without the colon. */
  readonly scheme: string;
  readonly userInfo: string;
  /** ASCII, lower case, without a final dot; `''` when there is none. */
  readonly host: string;
  readonly port: string;
  /** With needless percent-encoding undone, so that `/%6A/1` and `/j/1` are the same. */
  readonly path: string;
  /** Without `?`. */
  readonly query: string;
  /** With `#`. */
  readonly hash: string;
  /** What a browser would open; for an app's scheme the raw text. */
  readonly href: string;
  readonly signs: readonly AuthoritySign[];
}

/** Longer links are cut: no vendor's link comes near it, and work per link stays bounded. */
export const LONGEST_LINK = 8192;

const SCHEME = /^([a-z][a-z0-9+.-]{0,40}):/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what the check is about
const CONTROL = /[\u0000-\u001f\u007f]/;
const UNPRINTED = /[^\u0020-\u007e]/gu;
const NOT_PLAIN = /[^!#-;=?-[\]^_a-z{|}~]/;
/** What is shown of a link holds nothing unseen. */
const printed = (text: string): string => text.toWellFormed().replace(UNPRINTED, encodeURIComponent);
// Browsers drop exactly these three.
const DROPPED = /[\t\n\r]/g;
export const INVISIBLE =
  /[\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\u034f|[\ufe00-\ufe0f]/;
const EVERY_INVISIBLE = new RegExp(INVISIBLE, 'g');
/** A text as people see it. */
export const withoutInvisible = (text: string): string =>
  INVISIBLE.test(text) ? text.replace(EVERY_INVISIBLE, '') : text;
const NEEDLESS = /%([0-9a-f]{2})/gi;
const UNRESERVED = /[\w.~:@!$'()*,;=-]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: browsers trim C0 controls and blanks
const TRIM_START = /^[\u0000-\u0020\u00a0\u1680\u2000-\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]+/;

/** Removes blanks, byte order marks and zero-width characters at both ends. Linear. */
export function trimBlanks(text: string): string {
  const start = TRIM_START.exec(text)?.[0].length ?? 0;
  let end = text.length;
  while (end > start && TRIM_START.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** The scheme of `text` in lower case, as a browser that drops tabs and line breaks would see it; `''` if none. */
export function schemeOf(text: string): string {
  const head = text.slice(0, 64);
  return (SCHEME.exec(CONTROL.test(head) ? head.replace(DROPPED, '') : head)?.[1] ?? '').toLowerCase();
}

/** Undoes percent-encoding of characters that need none. */
function plainPath(path: string): string {
  if (!path.includes('%')) return path;
  return path.replace(NEEDLESS, (whole, hex: string) => {
    const char = String.fromCharCode(Number.parseInt(hex, 16));
    return UNRESERVED.test(char) ? char : whole;
  });
}

/** Percent-decodes, leaving what cannot be decoded as it is. */
export function decodePercent(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replace(NEEDLESS, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }
}

/**
 * The decoded value of a query parameter, or null. `'&?'` lets a second `?` separate too, as Zoom's own links do;
 * where the value is itself a link, only `&` does.
 */
export function queryValue(query: string, name: string, separators: '&' | '&?' = '&?'): string | null {
  for (let at = query.indexOf(name); at >= 0; at = query.indexOf(name, at + 1)) {
    if (at > 0 && !separators.includes(query.charAt(at - 1))) continue;
    const after = at + name.length;
    const next = query.charAt(after);
    if (next === '' || separators.includes(next)) return '';
    if (next !== '=') continue;
    const and = query.indexOf('&', after);
    const mark = separators === '&?' ? query.indexOf('?', after) : -1;
    const end = and < 0 ? mark : mark < 0 ? and : Math.min(and, mark);
    return decodePercent(query.slice(after + 1, end < 0 ? undefined : end).replaceAll('+', ' '));
  }
  return null;
}

/** Splits a link written with an app's scheme: browsers leave such hosts alone, so only plain text is accepted. */
function splitAppLink(raw: string, scheme: string): Link {
  const href = printed(raw);
  const rest = href.slice(href.indexOf(':') + 1);
  const hasHost = rest.startsWith('//');
  const authorityEnd = hasHost ? endOfAuthority(rest, 2) : 0;
  const authority = hasHost ? rest.slice(2, authorityEnd) : '';
  const at = authority.lastIndexOf('@');
  const [host = '', port = ''] = authority.slice(at + 1).split(':', 2);
  const tail = rest.slice(authorityEnd);
  const hashAt = tail.indexOf('#');
  const hash = hashAt < 0 ? '' : tail.slice(hashAt);
  const beforeHash = hashAt < 0 ? tail : tail.slice(0, hashAt);
  const queryAt = beforeHash.indexOf('?');
  const signs: AuthoritySign[] = [];
  if (at >= 0) signs.push('user-info');
  if (authority.slice(at + 1).includes(':')) signs.push('odd-port');
  if (/[^a-z0-9.-]/i.test(host)) signs.push('odd-host-character');
  // What the system is given to open holds nothing that is not plain.
  if (NOT_PLAIN.test(raw)) signs.push('control-character');
  return {
    raw,
    scheme,
    userInfo: authority.slice(0, Math.max(at, 0)),
    host: host.toLowerCase(),
    port,
    path: plainPath(queryAt < 0 ? beforeHash : beforeHash.slice(0, queryAt)),
    query: queryAt < 0 ? '' : beforeHash.slice(queryAt + 1),
    hash,
    href,
    signs,
  };
}

function endOfAuthority(text: string, from: number): number {
  for (let i = from; i < text.length; i += 1) {
    const char = text[i];
    if (char === '/' || char === '\\' || char === '?' || char === '#') return i;
  }
  return text.length;
}

function parseUrl(text: string) {
  if (URL.parse) return URL.parse(text);
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

/** Reads http and https as browsers do (WHATWG), and notes every repair a browser would make silently. */
function splitWebLink(raw: string, scheme: string): Link {
  const afterScheme = raw.slice(raw.indexOf(':') + 1);
  let slashes = 0;
  while (slashes < afterScheme.length && /[/\\\t\n\r]/.test(afterScheme.charAt(slashes))) slashes += 1;
  const authorityEnd = endOfAuthority(afterScheme, slashes);
  const authority = afterScheme.slice(slashes, authorityEnd);
  const head = raw.slice(0, raw.indexOf(':') + 1 + authorityEnd);
  const at = authority.lastIndexOf('@');
  const rawHost = authority.slice(at + 1);
  const signs: AuthoritySign[] = [];
  if (at >= 0) signs.push('user-info');
  if (rawHost.includes('%')) signs.push('percent-in-host');
  if (CONTROL.test(head)) signs.push('control-character');
  if (INVISIBLE.test(head)) signs.push('invisible-character');
  if (afterScheme.slice(0, slashes) !== '//' || afterScheme[authorityEnd] === '\\') signs.push('odd-slashes');

  const url = parseUrl(raw);
  if (!url) {
    signs.push('unreadable');
    return {
      raw,
      scheme,
      userInfo: printed(authority.slice(0, Math.max(at, 0))),
      host: '',
      port: '',
      path: '',
      query: '',
      hash: '',
      href: printed(raw),
      signs,
    };
  }
  const host = url.hostname.endsWith('.') ? url.hostname.slice(0, -1) : url.hostname;
  if (url.port) signs.push('odd-port');
  if (host.includes('xn--')) signs.push('foreign-letters');
  else if (NON_ASCII.test(rawHost)) signs.push('disguised-letters');
  if (/[^a-z0-9.-]/.test(host) && !host.startsWith('[')) signs.push('odd-host-character');
  return {
    raw,
    scheme,
    userInfo: printed(authority.slice(0, Math.max(at, 0))),
    host,
    port: url.port,
    path: plainPath(url.pathname),
    query: url.search.slice(1),
    hash: url.hash,
    href: url.href,
    signs,
  };
}

/** Takes a link apart; null if the text does not begin with a scheme. Never throws. */
export function splitLink(text: string): Link | null {
  const raw = trimBlanks(text).slice(0, LONGEST_LINK);
  const scheme = schemeOf(raw);
  if (!scheme) return null;
  return scheme === 'https' || scheme === 'http' ? splitWebLink(raw, scheme) : splitAppLink(raw, scheme);
}

export const isIpAddress = (host: string): boolean => host.startsWith('[') || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host);
