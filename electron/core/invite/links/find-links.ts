/** Finds everything in a text that a person or a program might open as a link. Linear in the text's length. */

import { isAppScheme } from '../services/index.ts';
import { DANGEROUS_SCHEMES } from '../services/other-names.ts';
import { CONTEXT } from '../surrounding-text.ts';
import { OFFICIAL_IN_TEXT } from './embedded-name.ts';
import { INVISIBLE, LONGEST_LINK, schemeOf, trimBlanks } from './link.ts';

export interface FoundLink {
  /** As written. */
  readonly raw: string;
  /** What a reader sees as the link's text when that is not the link itself; `''` if the link stands there plainly. */
  readonly shown: string;
  /** The text between the link before and this one, at most a few lines. */
  readonly before: string;
  /** What follows it in the same sentence; only for links that carry a text of their own. */
  readonly after?: string;
  /** False: `zoom.example/j/1`, typed without a scheme. */
  readonly hasScheme: boolean;
  /** Hidden characters turn it round, so that people read another address than the one that opens. */
  readonly turned?: boolean;
}

const TOKEN = /[^\s<>"“”„«»‹›`{}\u3000「」『』【】《》]+/g;
const TRAILING = new Set([...`.,;:!?)]}'"*_|>~。．｡、，；：！？）】》」』’”…`]);
const HOST_AND_PATH =
  /^(?:[a-z0-9\u0080-\uffff](?:[a-z0-9\u0080-\uffff-]{0,62})[.。．｡]){1,12}[a-z\u0080-\uffff][a-z0-9\u0080-\uffff-]{1,30}(?=[/?#:]|$)/i;
const OTHER_FILE = /\.(?:html?|php|js|ts|css|json|xml|md|txt|pdf|docx?|xlsx?|pptx?|png|jpe?g|gif|zip|ics|eml)$/i;
const WEB = /https?:/i;
/** Everything behind it is shown from right to left. */
const OVERRIDE = '\u202e';

/** Removes sentence marks and closing brackets that follow a link. A `)` with its `(` inside stays. */
function trimTrailing(text: string): string {
  let end = text.length;
  /** How many more `(` than `)` are left; counted when the first `)` is met. */
  let open: number | null = null;
  while (end > 0) {
    const char = text.charAt(end - 1);
    if (char === ')') {
      open ??= [...text].reduce((sum, c) => sum + (c === '(' ? 1 : c === ')' ? -1 : 0), 0);
      if (open >= 0) break;
      open += 1;
    } else if (!TRAILING.has(char) && !INVISIBLE.test(char)) break;
    end -= 1;
  }
  return text.slice(0, end);
}

const NEXT_LINK = /[,;|]https?:[/\\]|\]\(/i;
const IN_SCHEME = /[a-z0-9+.-]/i;

/** Where the scheme that ends at `colon` begins; -1 if there is none. */
function schemeStart(token: string, colon: number): number {
  let start = colon;
  while (start > 0 && colon - start < 24 && IN_SCHEME.test(token.charAt(start - 1))) start -= 1;
  while (start < colon && !/[a-z]/i.test(token.charAt(start))) start += 1;
  return start < colon ? start : -1;
}

/** Some programs escape a text twice: `\\n` then stands for a line break, and the link ends there. */
function withoutEscapedBreaks(raw: string): string {
  if (!raw.includes('\\')) return raw;
  const at = raw.search(/\\[nr](?=\\[nr]|[A-Z]|$)/);
  const path = raw.indexOf('/', raw.indexOf('//') + 2);
  return at > path && path > 0 ? raw.slice(0, at) : raw;
}

/** The links in one run of characters without blanks. */
function linksInToken(token: string): { at: number; raw: string; hasScheme: boolean }[] {
  const found: { at: number; raw: string; hasScheme: boolean }[] = [];
  let from = 0;
  while (from < token.length) {
    const colon = token.indexOf(':', from);
    if (colon < 0) break;
    const start = schemeStart(token, colon);
    const scheme = start < 0 ? '' : token.slice(start, colon).toLowerCase();
    const known = scheme !== '' && (WEB.test(`${scheme}:`) || isAppScheme(scheme) || DANGEROUS_SCHEMES.has(scheme));
    const slashed = /^:[/\\]{1,2}[^/\\\s]/.test(token.slice(colon, colon + 4));
    if (!known && !(scheme && slashed && token.startsWith('://', colon))) {
      from = colon + 1;
      continue;
    }
    // The rest of the run belongs to the link, unless a second one follows a separator.
    const rest = token.slice(colon + 1);
    const next = DANGEROUS_SCHEMES.has(scheme) ? -1 : rest.search(NEXT_LINK);
    const end = next < 0 ? token.length : colon + 1 + next;
    const begin = /https?$/.test(scheme) ? colon - (scheme.endsWith('s') ? 5 : 4) : start;
    const raw = trimTrailing(
      withoutEscapedBreaks(token.slice(Math.max(begin, 0), Math.min(end, colon + LONGEST_LINK))),
    );
    if (raw.length > colon - start + 1) found.push({ at: Math.max(begin, 0), raw, hasScheme: true });
    from = end + 1;
  }
  if (found.length > 0) return found;
  // A Windows network path: opening one hands over the sign-in.
  if (token.startsWith('\\\\'))
    return [{ at: 0, raw: `file:${trimTrailing(token.slice(0, LONGEST_LINK))}`, hasScheme: true }];
  const bare = trimTrailing(token.replace(/^(?:[([<'*_|]+|\/\/)/, '').slice(0, LONGEST_LINK));
  const host = HOST_AND_PATH.exec(bare)?.[0];
  if (!host || OTHER_FILE.test(host) || bare.startsWith('@', host.length)) return [];
  return bare.length > host.length || bare.includes('www.') || bare === token
    ? [{ at: 0, raw: bare, hasScheme: false }]
    : [];
}

/** The scheme that runs something, when the whole input is such a link: quotation marks and blanks belong to it. */
export function dangerousWhole(text: string): boolean {
  return DANGEROUS_SCHEMES.has(schemeOf(trimBlanks(text.slice(0, 256))));
}

/** A link in which only tabs or line breaks stand where blanks may not: browsers drop them. Null otherwise. */
export function brokenWhole(text: string): string | null {
  const whole = trimBlanks(text.slice(0, LONGEST_LINK + 64));
  if (text.length > LONGEST_LINK || !/[\t\n\r]/.test(whole) || / /.test(whole)) return null;
  const joined = whole.replace(/[\t\n\r]/g, '');
  const scheme = schemeOf(whole);
  if (!scheme || joined.split('://').length !== 2) return null;
  return WEB.test(`${scheme}:`) || isAppScheme(scheme) ? whole : null;
}

/** Calls back for every link in `text`, in order. */
export function eachLink(text: string, found: (link: FoundLink) => void): void {
  let lastEnd = 0;
  let last: { raw: string; end: number } | null = null;
  for (const match of text.matchAll(TOKEN)) {
    const token = match[0];
    if (token.length < 5 || !/[.:]/.test(token)) continue;
    const links = linksInToken(token);
    if (token.includes(OVERRIDE)) {
      const read = [...token].reverse().join('').replaceAll(OVERRIDE, '');
      if (OFFICIAL_IN_TEXT.test(read) || links.length > 0) {
        const raw = links[0]?.raw ?? read;
        found({ raw, shown: '', before: '', hasScheme: true, turned: true });
        continue;
      }
    }
    for (const { at, raw, hasScheme } of links) {
      const start = match.index + at;
      const before = text.slice(Math.max(lastEnd, start - CONTEXT), start);
      // Outlook writes `shown<target>`, Markdown `[shown](target)`.
      const pairs = last !== null && start - last.end <= 3 && /^(?:\s?<|\]\()$/.test(text.slice(last.end, start));
      const markdown = before.endsWith('](') ? before.slice(before.lastIndexOf('[') + 1, -2) : '';
      const turned = before.trimEnd().endsWith(OVERRIDE);
      found({ raw, shown: pairs && last ? last.raw : markdown, before, hasScheme, ...(turned ? { turned } : {}) });
      lastEnd = start + raw.length;
      last = { raw, end: lastEnd };
    }
  }
}
