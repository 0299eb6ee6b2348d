/** An official host and a meeting's path written into a foreign address without a scheme: only there to be read. */

import { officialPlace } from '../services/index.ts';
import type { Service } from '../services/service.ts';
import { decodePercent, type Link, splitLink } from './link.ts';

export const OFFICIAL_IN_TEXT =
  /(?:zoom(?:gov)?\.(?:us|com)|zoom-x\.de|teams\.(?:microsoft|live)\.com|teams\.cloud\.microsoft|teams\.microsoft\.us|meet\.google\.com|webex\.com|gotomeeting\.com|gotowebinar\.com|goto\.com|ringcentral\.com|app\.slack\.com|discord\.(?:gg|com)|whereby\.com|meet\.jit\.si|8x8\.vc|meet(?:ing)?\.zoho\.|call\.whatsapp\.com|facetime\.apple\.com|signal\.link|join\.skype\.com|meet\.proton\.me|meeting\.tencent\.com)/i;

const BEFORE = ['#', '/', '=', ':', '@', ' ', '|', '"', "'", ',', ';', '?'];
const END = /_{2,3}[.;]?|[&\s"'<>|]/;

/** Null when there is none, or when it stands there with its scheme: then the address is a wrapper, not a disguise. */
export function embeddedName(link: Link): { service: Service; host: string } | null {
  const tail = link.path + (link.query && `?${link.query}`) + link.hash;
  if (!OFFICIAL_IN_TEXT.test(tail) && !OFFICIAL_IN_TEXT.test(decodePercent(tail))) return null;
  const pieces = [
    decodePercent(link.path),
    ...link.query.split('&').map((pair) => decodePercent(decodePercent(pair))),
    decodePercent(link.hash),
  ];
  for (const text of pieces) {
    const at = text.search(OFFICIAL_IN_TEXT);
    if (at < 0) continue;
    const start = Math.max(...BEFORE.map((mark) => text.lastIndexOf(mark, at))) + 1;
    if (/https?:\/{1,2}$/i.test(text.slice(0, start))) continue;
    const rest = text.slice(start);
    const end = rest.search(END);
    const inner = splitLink(`https://${end < 0 ? rest : rest.slice(0, end)}`);
    const place = inner && officialPlace(inner);
    if (inner && place?.shape) return { service: place.service, host: inner.host };
  }
  return null;
}
