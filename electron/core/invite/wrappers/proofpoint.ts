/** Proofpoint URL Defense in its three forms. */

import type { Link } from '../links/link.ts';
import { base64Bytes, ladder, percent, rawValue, repairScheme, unescapeHtml, utf8 } from './decode.ts';
import type { Opening } from './wrapper.ts';

const RUN = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function sizeOf(char: string): number {
  const code = char.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
}

/** `*` stands for the next replaced character, `**X` for a run of them, counted in bytes of UTF-8. */
function openThird(href: string): string | null {
  const match = /\/v3\/__(.+?)__;([^!]*)!/s.exec(href);
  if (!match) return null;
  const [, text = '', encoded = ''] = match;
  const table = encoded === '' ? '' : utf8(base64Bytes(encoded));
  if (table === null) return null;
  const left = [...table];
  let owed = 0;
  let short = false;
  const target = text.replace(/\*\*([A-Za-z0-9_-])|\*/g, (_, run: string | undefined) => {
    if (run === undefined) {
      // Without a table a star is a star.
      if (encoded === '') return '*';
      const char = left.shift();
      short ||= char === undefined;
      return char ?? '';
    }
    let need = RUN.indexOf(run) + 2 + owed;
    owed = 0;
    let part = '';
    while (need > 0) {
      const [char] = left;
      if (char === undefined) {
        short = true;
        break;
      }
      // A character that reaches into the next run is counted there.
      if (sizeOf(char) > need && part !== '') {
        owed = need;
        break;
      }
      left.shift();
      part += char;
      need -= sizeOf(char);
    }
    return part;
  });
  return short ? null : repairScheme(target);
}

export function openProofpoint(link: Link): Opening {
  if (link.path.startsWith('/v3/')) return openThird(link.href);
  const value = rawValue(link.query, 'u');
  if (value === null) return undefined;
  if (link.path.startsWith('/v2/url'))
    return unescapeHtml(percent(percent(value).replaceAll('-', '%').replaceAll('_', '/')));
  const target = link.path.startsWith('/v1/url') ? ladder(value) : null;
  return target === null ? undefined : unescapeHtml(target);
}
