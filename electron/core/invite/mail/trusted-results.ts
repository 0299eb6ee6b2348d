/**
 * Which Authentication-Results of a saved mail may be believed.
 *
 * Anybody can write such a header into the mail he sends. What a stranger cannot do is put one above the line with
 * which the receiving organisation took the mail over. So the `Received` lines are walked from the top: as long as a
 * line hands the mail on inside one organisation, it is that organisation's own; the first line that takes it from
 * outside is the border. A result is believed if it is the topmost of all, stands above the border, and names a
 * server of the organisation that wrote the border line. (When every line is the organisation's own, the mail never
 * came from outside, and the lowest of them is the border.) Two receivers get a rule of their own, because their form
 * differs and they are known to remove forged copies: Google writes its result below its own border line, and
 * Microsoft 365 writes one without a server name.
 */

import { registrableDomainOf } from '../links/registrable-domain.ts';
import { type AuthenticationResults, parseAuthenticationResults } from './authentication-results.ts';

export interface MailHeader {
  /** Lower case. */
  readonly name: string;
  /** Unfolded. */
  readonly value: string;
}

export interface TrustedResults extends AuthenticationResults {
  /** Whom to name to people: the server, or Microsoft 365. */
  readonly receiver: string;
}

interface Hop {
  readonly at: number;
  readonly by: string;
  readonly internal: boolean;
}

const PRIVATE_ADDRESS = /^(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|::1$|f[cd][0-9a-f]{2}:|fe80:)/i;
const MICROSOFT = /(?:^|\.)(?:outlook\.com|office365\.com|exchangelabs\.com|outlook\.cn|office365\.us)$/;
const MICROSOFT_INSIDE = /^2603:10/i;
const LOCAL_HANDOVER = /\bwith\s{1,9}(?:lmtp|local|http)/i;

/** The organisation a server belongs to; Microsoft 365's many domains are one. */
function organisation(host: string): string {
  if (MICROSOFT.test(host)) return 'outlook.com';
  return host.includes('.') && !host.includes(':') ? registrableDomainOf(host).domain : host;
}

const plain = (host: string): string => host.toLowerCase().replace(/[.;]+$/, '');

/** Reads one Received line: who took the mail over, and from whom as far as that server checked it. */
function readHop(value: string, at: number): Hop {
  const line = value.slice(0, 4096);
  const by = plain(/(?:^|\s)by\s{1,9}([^\s;()]{1,255})/i.exec(line)?.[1] ?? '');
  const from = /^\s{0,9}from\s{1,9}([^\s;()]{1,255})(?:\s{1,9}\(([^()]{0,400}))?/i.exec(line);
  if (!from) return { at, by, internal: true };
  const said = plain(from[1] ?? '');
  const checked = from[2] ?? '';
  // `from said (looked.up [192.0.2.1])`: only what stands in brackets was checked by the server that wrote it.
  const address =
    /(?:\[|^|\s)((?:\d{1,3}\.){3}\d{1,3}|(?:ipv6:)?[0-9a-f]{0,4}:[0-9a-f:]{2,40})(?=\]|\s|$)/i
      .exec(checked)?.[1]
      ?.replace(/^ipv6:/i, '') ?? '';
  const lookedUp = plain(/^([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8})\.?(?=\s|$)/i.exec(checked.trim())?.[1] ?? '');
  const name = lookedUp && lookedUp !== address ? lookedUp : '';
  const insideMicrosoft =
    MICROSOFT.test(by) && MICROSOFT.test(said) && (MICROSOFT_INSIDE.test(address) || PRIVATE_ADDRESS.test(address));
  // Handed over inside one machine: nothing was looked up because nobody connected.
  const local =
    PRIVATE_ADDRESS.test(address) ||
    (checked === '' && (said === by || said === 'localhost') && LOCAL_HANDOVER.test(line));
  const sameHouse = name !== '' && name !== 'unknown' && organisation(name) === organisation(by);
  // mx.google.com is where mail enters Google, also from Google's own calendar.
  return { at, by, internal: by !== 'mx.google.com' && (insideMicrosoft || local || sameHouse) };
}

/** Own hops from the top down to and including the border line. */
function ownHops(headers: readonly MailHeader[]): Hop[] {
  const hops: Hop[] = [];
  for (let at = 0; at < headers.length && hops.length < 64; at += 1) {
    const header = headers[at];
    if (header?.name !== 'received') continue;
    const hop = readHop(header.value, at);
    hops.push(hop);
    if (!hop.internal) break;
  }
  return hops;
}

/**
 * The topmost results, if they may be believed; null otherwise. `trusted` names servers (or domains as `@domain`)
 * whose results the user or their IT department vouches for; then only these are believed, wherever they stand first.
 */
export function trustedResults(headers: readonly MailHeader[], trusted: readonly string[] = []): TrustedResults | null {
  if (trusted.length > 0) {
    const names = trusted.map((name) => name.toLowerCase());
    for (const header of headers) {
      if (header.name !== 'authentication-results') continue;
      const results = parseAuthenticationResults(header.value);
      const { authserv } = results;
      const vouched =
        authserv !== '' && (names.includes(authserv) || names.includes(`@${registrableDomainOf(authserv).domain}`));
      if (vouched) return { ...results, receiver: authserv };
    }
    return null;
  }
  const at = headers.findIndex((header) => header.name === 'authentication-results');
  const header = headers[at];
  const hops = ownHops(headers);
  const border = hops.at(-1);
  // Without a single line of the receiver, nothing shows where the stranger's part begins.
  if (!header || !border) return null;
  const results = parseAuthenticationResults(header.value);
  const above = at < border.at;
  if (results.authserv === '') {
    return above && MICROSOFT.test(border.by) ? { ...results, receiver: 'Microsoft 365' } : null;
  }
  const sameHouse = organisation(results.authserv) === organisation(border.by);
  const belowGoogle =
    results.authserv === 'mx.google.com' && border.by === 'mx.google.com' && isBeforeNextHop(headers, border.at, at);
  return sameHouse && (above || belowGoogle) ? { ...results, receiver: results.authserv } : null;
}

function isBeforeNextHop(headers: readonly MailHeader[], border: number, at: number): boolean {
  return !headers.slice(border + 1, at).some((header) => header.name === 'received');
}
