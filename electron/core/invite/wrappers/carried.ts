/**
 * Whole addresses (with their `https://`) that stand inside another address: plainly, percent-encoded or in base64, in
 * its path, its query or its fragment. Which forwarder carries them, and whether it is honest, is not known here.
 */

import type { Link } from '../links/link.ts';
import { base64Bytes, base64Text, percent, rawValue, repairScheme, utf8 } from './decode.ts';

export interface Carried {
  /** At most a few, in the order they stand in. */
  readonly addresses: readonly string[];
  /** The path is that of mail software which any organisation may run: its own web mail or mail filter. */
  readonly bySoftware: boolean;
}

const MOST = 6;
const HINT = /https?(?::|%(?:25){0,3}3a)|aHR0c|eyJ|\bRE[FL]=|SURL=/i;
const PLAIN = /https?:\/{1,2}[^/\s"'<>|\\^`{}]/i;
const ENCODED = /https?%(?:25){0,3}3a/i;
const BASE64 = /(?:aHR0c|eyJ)[\w+/=-]{12,8192}/;
const END = /[\s"'<>|\\^`{}]|_{2,3}[.;]|&(?:quot|gt|lt);/;

const SOFTWARE: readonly ((link: Link) => boolean)[] = [
  ({ path, query }) => path === '/fmlurlsvc/' && rawValue(query, 'fewReq') !== null,
  ({ path }) => /^\/owa\/(?:[^/]+\/)?redir\.aspx$/i.test(path),
  ({ path }) => /^(?:\/[\w.-]+)?\/(?:services|util)\/go\.php$/.test(path),
];

/** Exchange writes the address behind 40 bytes of its own, in UTF-8 (`REF`) or in UTF-16 (`SURL`). */
function openExchange({ query }: Link): string | null {
  const inUtf8 = base64Bytes(rawValue(query, 'REF') ?? '');
  if (inUtf8 && inUtf8.length > 41 && inUtf8[40] === 1) return utf8(inUtf8.subarray(41));
  const inUtf16 = base64Bytes(rawValue(query, 'SURL') ?? '');
  if (!inUtf16 || inUtf16.length <= 42) return null;
  let text = '';
  for (let at = 40; at + 1 < inUtf16.length; at += 2)
    text += String.fromCharCode((inUtf16[at] ?? 0) | ((inUtf16[at + 1] ?? 0) << 8));
  return text;
}

/** The address that begins somewhere in a piece of text, undoing one encoding after the other. */
function addressIn(piece: string): string | null {
  let text = piece;
  for (let step = 0; step < 4; step += 1) {
    const at = text.search(PLAIN);
    if (at >= 0) {
      const rest = text.slice(at);
      const end = rest.search(END);
      return repairScheme(end < 0 ? rest : rest.slice(0, end));
    }
    if (ENCODED.test(text)) {
      text = percent(text);
      continue;
    }
    const encoded = BASE64.exec(text.includes('%') ? percent(text) : text)?.[0];
    const decoded = encoded ? base64Text(encoded) : null;
    if (decoded === null) return null;
    text = decoded.replaceAll('\\/', '/');
  }
  return null;
}

/** The pieces of an address that may hold another one: the parts of its path, its parameters, its fragment. */
function piecesOf(link: Link): string[] {
  const path = link.href.slice(link.href.indexOf('/', 8)).split(/[?#]/, 1)[0] ?? '';
  const query = link.query ? `?${link.query}` : '';
  const plain = path.search(PLAIN);
  const inPath =
    plain >= 0
      ? // What stands there plainly goes on to the end of the whole address.
        [path.slice(plain) + query + link.hash]
      : path.split('/').filter((part) => HINT.test(part));
  return [...inPath, ...link.query.split(/[&;]/), ...link.hash.slice(1).split('&')];
}

/** What a web address carries; null when there is no other address in it. */
export function carriedBy(link: Link): Carried | null {
  const tail = `${link.path}?${link.query}${link.hash}`;
  if (!HINT.test(tail)) return null;
  const bySoftware = SOFTWARE.some((fits) => fits(link));
  const found = new Set<string>();
  const exchange = bySoftware ? openExchange(link) : null;
  if (exchange) found.add(exchange);
  for (const piece of piecesOf(link)) {
    if (found.size >= MOST) break;
    const address = HINT.test(piece) ? addressIn(piece) : null;
    if (address) found.add(address);
  }
  return found.size === 0 ? null : { addresses: [...found], bySoftware };
}
