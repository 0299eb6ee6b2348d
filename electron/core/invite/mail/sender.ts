/** The sender's standing: what a believable receiver found, and what name and address say about each other. */

import { addressParser, decodeWords } from 'postal-mime';
import { sanitize } from '../../text/sanitize.ts';
import { latinLikeness } from '../impersonation/confusables.ts';
import { impersonationsIn } from '../impersonation/impersonation.ts';
import type { Sender, SenderStanding } from '../inspection.ts';
import { splitLink, withoutInvisible } from '../links/link.ts';
import { registrableDomainOf } from '../links/registrable-domain.ts';
import { type Reason, reason } from '../reason.ts';
import { operatorOf, SERVICES } from '../services/index.ts';
import { vendorPage } from '../services/other-names.ts';
import { type MailHeader, type TrustedResults, trustedResults } from './trusted-results.ts';

export interface SenderFindings {
  readonly sender: Sender;
  readonly reasons: readonly Reason[];
  /** The service the sender pretends to be, or null. */
  readonly poses: string | null;
}

interface From {
  readonly name: string;
  readonly address: string;
  readonly domain: string;
}

const values = (headers: readonly MailHeader[], name: string): string[] =>
  headers.filter((header) => header.name === name).map((header) => header.value.slice(0, 8192));

/** The ASCII domain of an address; `''` if there is none. Percent signs and the like make it unreadable on purpose. */
function domainOf(address: string): string {
  const at = address.lastIndexOf('@');
  const link = at < 0 ? null : splitLink(`https://${address.slice(at + 1)}/`);
  return link && !link.signs.some((sign) => sign !== 'foreign-letters') ? link.host : '';
}

function mailboxes(value: string): From[] {
  return addressParser(value, { flatten: true }).flatMap((entry) => {
    const address = entry.address ?? '';
    const name = decodeWords(entry.name ?? '').slice(0, 300);
    if (!address && !name) return [];
    const at = address.lastIndexOf('@');
    const domain = domainOf(address);
    return [{ name, address: domain ? `${address.slice(0, at)}@${domain}` : address, domain }];
  });
}

const aligned = (a: string, b: string): boolean =>
  a !== '' && b !== '' && registrableDomainOf(a).domain === registrableDomainOf(b).domain;

const afterAt = (value: string): string => value.slice(value.lastIndexOf('@') + 1);

type Evidence = 'confirmed' | 'contradicted' | 'open';

/** What the receiver's results say about the From domain (DMARC, else an aligned DKIM signature). */
function evidence(results: TrustedResults, domain: string, headers: readonly MailHeader[]): Evidence {
  const about = (result: { properties: ReadonlyMap<string, string> }) => result.properties.get('header.from') ?? '';
  const dmarc = results.results.filter((r) => r.method === 'dmarc');
  if (dmarc.some((r) => r.result === 'pass' && aligned(about(r), domain))) return 'confirmed';
  const signed = results.results.some((r) => {
    if (r.method !== 'dkim' || r.result !== 'pass') return false;
    return aligned(afterAt(r.properties.get('header.d') ?? r.properties.get('header.i') ?? ''), domain);
  });
  if (signed) return 'confirmed';
  const failed = dmarc.find((r) => r.result === 'fail' && (about(r) === '' || aligned(about(r), domain)));
  if (!failed) return 'open';
  // Mailing lists and forwarders break signatures; owners with the policy "none" ask for no consequence.
  const explained =
    headers.some((h) => h.name === 'list-id' || (h.name === 'precedence' && /^\s*list\b/i.test(h.value))) ||
    results.results.some((r) => r.method === 'arc' && r.result === 'pass') ||
    /\bp(?:olicy)?\s?=\s?none\b/.test(failed.comment) ||
    failed.properties.get('policy') === 'none' ||
    (results.authserv === '' && failed.properties.get('action') === 'none');
  return explained ? 'open' : 'contradicted';
}

// What vendors, and those who pretend to be one, put round the name.
const VENDOR_WORDS = new Set(
  `the your by from for via a an and of my new no reply noreply video communications communication meeting meetings
   notification notifications support team teams calendar invitation invitations invite invites conference conferencing
   webinar webinars admin administrator security service services inc llc ltd corp corporation cloud workplace event
   events app online free customer care help desk alert alerts update updates info host account accounts request
   scheduler reminder reminders center centre cisco com us`.split(/\s+/),
);
const EXTRA_NAMES: readonly (readonly [name: string, service: string])[] = [
  ['microsoft teams', 'teams'],
  ['google calendar', 'meet'],
  ['google meet', 'meet'],
  ['google', 'meet'],
  ['microsoft', 'teams'],
  ['cisco webex', 'webex'],
];
const senderNames: readonly (readonly [name: string, service: string])[] = [
  ...EXTRA_NAMES,
  ...SERVICES.filter((s) => s.brands.some((b) => b.distinct)).map(
    (s) => [s.name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' '), s.id] as const,
  ),
];

/** The service a display name claims to be: its name or one of its hosts, with nothing but vendors' words round it. */
function claimedByName(name: string): string | null {
  const text = latinLikeness(withoutInvisible(name)).slice(0, 120);
  const words = ` ${text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;
  for (const [own, service] of senderNames) {
    if (!words.includes(` ${own} `)) continue;
    const around = words.replace(` ${own} `, ' ').split(' ').filter(Boolean);
    if (around.every((word) => VENDOR_WORDS.has(word))) return service;
  }
  return operatorOf(text.trim())?.id ?? null;
}

/**
 * From where the makers send besides their own hosts (public filter rules and list archives, 2026-08). A domain counts
 * only for a receiver who confirmed it. The top level `.microsoft` is Microsoft's alone.
 */
const SENDING_DOMAINS: ReadonlyMap<string, readonly string[]> = new Map([
  ['zoom', ['zoom.us', 'zoom.com', 'zoomgov.com', 'zoom.com.cn', 'zoom-x.de']],
  [
    'teams',
    [
      'microsoft',
      'microsoft.com',
      'microsoft.us',
      'teams-events.com',
      'sharepointonline.com',
      'microsoftstoreemail.com',
    ],
  ],
  ['meet', ['google.com', 'google']],
  ['webex', ['webex.com', 'cisco.com']],
  ['zoho', ['zohocalendar.com', 'zoho.com', 'zoho.eu', 'zoho.in', 'zohocorp.com']],
  ['goto', ['gotowebinar.com', 'gotomeeting.com', 'goto.com', 'logmeininc.com']],
  ['ringcentral', ['ringcentral.com', 'ringcentral.biz']],
  ['calendly', ['calendly.com']],
  ['luma', ['luma-mail.com', 'luma.com', 'lu.ma']],
  ['cal', ['cal.com']],
]);
/** Where anybody has a mailbox: never a maker's own sender. */
const MAILBOXES: ReadonlySet<string> = new Set(['live.com', 'zohomail.com', 'zohodesk.com', 'proton.me']);

/** Whether a domain is one from which this service's own mail comes. */
function isVendorDomain(domain: string, service: string): boolean {
  return (
    operatorOf(domain)?.id === service ||
    operatorOf(registrableDomainOf(domain).domain)?.id === service ||
    (!MAILBOXES.has(registrableDomainOf(domain).domain) && vendorPage(domain, '/teams meet webex skype') !== null) ||
    (SENDING_DOMAINS.get(service) ?? []).some((own) => domain === own || domain.endsWith(`.${own}`))
  );
}

/** An address inside a display name, on another organisation's domain than the real one. */
function addressInName(from: From): string | null {
  const found = /[\w.+-]{1,64}@([\w-]{1,63}(?:\.[\w-]{1,63}){1,6})/.exec(from.name);
  return found?.[1] && !aligned(found[1].toLowerCase(), from.domain) ? found[0] : null;
}

function nameContradiction(
  from: From,
  ownDomains: ReadonlySet<string>,
): { reason: Reason; service: string | null } | null {
  const shown = addressInName(from);
  if (shown)
    return { reason: reason('name-contradicts-address', shown), service: operatorOf(domainOf(shown))?.id ?? null };
  const service = claimedByName(from.name);
  if (
    service &&
    from.domain !== '' &&
    !isVendorDomain(from.domain, service) &&
    !ownDomains.has(registrableDomainOf(from.domain).domain)
  ) {
    return { reason: reason('name-contradicts-address', from.name), service };
  }
  const link =
    from.domain && operatorOf(from.domain) === null && vendorPage(from.domain, '/') === null
      ? splitLink(`https://${from.domain}/`)
      : null;
  const imitation =
    link && impersonationsIn(link, registrableDomainOf(link.host)).find((candidate) => candidate.strength === 'strong');
  if (imitation)
    return { reason: reason('address-imitates-service', imitation.service.name), service: imitation.service.id };
  return null;
}

const FREE_MAIL = new Set(
  'gmail.com googlemail.com outlook.com hotmail.com live.com yahoo.com proton.me protonmail.com gmx.de gmx.net web.de icloud.com mail.ru yandex.ru aol.com zohomail.com'.split(
    ' ',
  ),
);

/** Judges the sender from the headers, in file order. `trusted`: see `trustedResults`. */
export function judgeSender(headers: readonly MailHeader[], trusted: readonly string[] = []): SenderFindings {
  const senders = values(headers, 'from').flatMap(mailboxes);
  const first = senders[0] ?? { name: '', address: '', domain: '' };
  const results = trustedResults(headers, trusted);
  const answer = (standing: SenderStanding, reasons: Reason[], poses: string | null = null): SenderFindings => ({
    sender: {
      standing,
      name: sanitize(first.name, 300),
      address: sanitize(first.address, 320),
      trustedAuthserv: results === null ? null : sanitize(results.receiver, 255),
    },
    reasons,
    poses,
  });
  const who = first.address || 'no address given';
  if (senders.some((other) => !aligned(other.domain, first.domain) && other.address !== first.address)) {
    return answer(
      'spoofed',
      [reason('several-senders')],
      senders.map((s) => operatorOf(s.domain)?.id).find(Boolean) ?? null,
    );
  }
  const severalFields = values(headers, 'from').length > 1;
  const own = new Set(
    [...values(headers, 'to'), ...values(headers, 'delivered-to')]
      .flatMap(mailboxes)
      .flatMap((to) => (to.domain && !FREE_MAIL.has(to.domain) ? registrableDomainOf(to.domain).domain : [])),
  );
  const found = results && first.domain ? evidence(results, first.domain, headers) : 'open';
  if (results && found === 'contradicted')
    return answer('spoofed', [reason('sender-contradicted', results.receiver)], operatorOf(first.domain)?.id ?? null);
  const contradiction = nameContradiction(first, found === 'confirmed' ? own : new Set());
  if (contradiction && found === 'confirmed' && contradiction.reason.id === 'name-contradicts-address') {
    const claimed = SERVICES.find(({ id }) => id === contradiction.service)?.name ?? first.name;
    return answer('spoofed', [reason('confirmed-but-poses', claimed, who)], contradiction.service);
  }
  if (contradiction) return answer('spoofed', [contradiction.reason], contradiction.service);

  const reasons: Reason[] = [];
  const replyTo = values(headers, 'reply-to')
    .flatMap(mailboxes)
    .find((to) => to.domain && !aligned(to.domain, first.domain));
  // Zoom, Webex and Google put the host there; anybody else's answers should come back to the sender.
  if (replyTo && !operatorOf(first.domain)) reasons.push(reason('reply-elsewhere', replyTo.address));
  if (severalFields) return answer('unverified', [reason('several-senders'), ...reasons]);
  if (found === 'confirmed') return answer('aligned', [reason('sender-confirmed', who), ...reasons]);
  return answer('unverified', [reason('sender-unconfirmed', who), ...reasons]);
}
