/** What can be done with an official link: join in a browser, pass it on without keys; and what it carries. */

import type { LinkTraits } from '../inspection.ts';
import { hasShape, holds, shapesOf } from '../services/index.ts';
import type { SecretPlaces, Service } from '../services/service.ts';
import { type Link, queryValue, splitLink } from './link.ts';

/** The link inside Teams' launcher page; the link itself otherwise. */
function inner(link: Link, service: Service): Link {
  const inside = service.id === 'teams' ? queryValue(link.query, 'url', '&') : null;
  return (inside?.startsWith('/') && splitLink(`https://${link.host}${inside}`)) || link;
}

/** Where passcode, personal room and keys are, by the service's rules. */
export function traitsOf(link: Link, service: Service): LinkTraits {
  const at = inner(link, service);
  const shape = shapesOf(service).find((s) => s.kind !== 'lure' && hasShape(at, s));
  return {
    passcodeInLink: holds(at, service.passcode),
    personalRoom: shape?.personalRoom === true,
    hostToken: holds(at, service.hostToken),
    registrantToken: holds(at, service.registrantToken),
  };
}

function dropParameters(query: string, names: readonly string[]): string {
  const kept = query.split('&').filter((pair) => !names.includes(pair.split('=', 1)[0] ?? ''));
  return kept.join('&');
}

/** The link for other people: host keys and personal tokens taken out, a start link turned into the guests' link. */
export function shareUrlOf(link: Link, service: Service): string {
  const tokens = [service.hostToken, service.registrantToken].flatMap(
    (places: SecretPlaces | undefined) => places?.query ?? [],
  );
  const hashAt = link.href.indexOf('#');
  const beforeHash = hashAt < 0 ? link.href : link.href.slice(0, hashAt);
  const queryAt = beforeHash.indexOf('?');
  let address = queryAt < 0 ? beforeHash : beforeHash.slice(0, queryAt);
  if (service.id === 'zoom')
    address = address.replace(/\/s\/(\d{9,11})/, '/j/$1').replace(/\/wc\/(\d{9,11})\/start/, '/j/$1');
  const query = queryAt < 0 ? '' : dropParameters(beforeHash.slice(queryAt + 1), tokens);
  return address + (query && `?${query}`) + link.hash;
}

// Half a surrogate pair, as a broken paste may hold, would make the encoder throw.
const encode = (text: string): string => encodeURIComponent(text.toWellFormed());

/** Zoom's web client: same server, meeting number and passcode. Personal names cannot be translated. */
function zoomWebClient(link: Link): string | null {
  const id = queryValue(link.query, 'confno') ?? /^\/(?:j|w|s|wc\/join|wc)\/(\d{9,11})/.exec(link.path)?.[1] ?? null;
  if (!id || !/^\d{9,11}$/.test(id) || !link.host) return null;
  const passcode = queryValue(link.query, 'pwd');
  const token = queryValue(link.query, 'tk');
  const query = [passcode && `pwd=${encode(passcode)}`, token && `tk=${encode(token)}`].filter(Boolean).join('&');
  return `https://${link.host}/wc/join/${id}${query && `?${query}`}`;
}

/** Joining without the app. The host may have switched it off, so it is an offer, not a promise. */
export function browserJoinUrlOf(link: Link, service: Service): string | null {
  if (service.browser === 'none' || service.retired) return null;
  if (service.browser === 'zoom') return zoomWebClient(link);
  if (link.scheme === 'https') return link.href;
  if (service.id === 'teams') {
    const rest = link.raw.slice(link.raw.indexOf(':') + 1).replace(/^\/*/, '');
    return link.host.includes('.') ? `https://${rest}` : `https://teams.microsoft.com/${rest}`;
  }
  return link.host.includes('.') ? `https://${link.raw.slice(link.raw.indexOf('//') + 2)}` : null;
}
