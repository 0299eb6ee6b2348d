/** Judging one link: schemes first, then wrappers, then whose server it is. Pure, bounded, never throws. */

import { NON_ASCII } from '../../text/ascii.ts';
import { type Reason, reason } from '../reason.ts';
import { appPlace, holds, officialPlace, operatorOf, SERVICES } from '../services/index.ts';
import { DANGEROUS_SCHEMES } from '../services/other-names.ts';
import type { Service, ShapeKind } from '../services/service.ts';
import { unwrap } from '../wrappers/unwrap.ts';
import { type JudgeInside, judgeForeign } from './judge-unknown-host.ts';
import type { LinkJudgement, LinkVerdict } from './judgement.ts';
import { type AuthoritySign, decodePercent, type Link, splitLink } from './link.ts';

const MOST_LAYERS = 8;

const REDIRECT_PARAMETERS: ReadonlySet<string> = new Set([
  'url',
  'u',
  'redirect',
  'redirect_uri',
  'redirect_url',
  'redirecturl',
  'return',
  'returnurl',
  'return_to',
  'continue',
  'next',
  'target',
  'dest',
  'destination',
  'goto',
  'gourl',
  'backurl',
]);

function signReasons(signs: readonly AuthoritySign[], link: Link): Reason[] {
  return signs
    .filter((sign) => sign !== 'foreign-letters')
    .map((sign) => reason(sign, sign === 'odd-port' ? link.port : ''));
}

const judgement = (
  found: string,
  verdict: LinkVerdict,
  target: Link,
  service: Service | null,
  reasons: readonly Reason[],
  kind: ShapeKind | null = null,
): LinkJudgement => ({ found, verdict, service, kind, target, reasons, deceptivePart: null });

/** The service a piece of text names by an official host or an invented brand. */
function serviceNamedIn(text: string): Service | null {
  const lower = text.toLowerCase();
  for (const service of SERVICES) {
    const names = service.sites.flatMap((site) =>
      site.hosts.map((host) => (host.startsWith('.') ? host.slice(1) : host)),
    );
    if (names.some((name) => lower.includes(name))) return service;
  }
  return (
    SERVICES.find((service) => service.brands.some((brand) => brand.distinct && lower.includes(brand.word))) ?? null
  );
}

/** What web pages write where a link does nothing. */
const EMPTY_SCRIPT = /^javascript:\s*(?:void\s*\(?\s*0?\s*\)?|false|null|\/\/|#)?\s*;?\s*$/i;
/** Offices link their own shares and documents so; everything else of the list is never needed. */
const OFFICE_SCHEMES =
  /^(?:file|ms-(?:word|excel|powerpoint|access|visio|project|publisher)|vscode|steam|itms-(?:services|apps)|telnet|ldap|view-source|blob|data)$/;
const HARMFUL_FILE =
  /\.(?:exe|msi|scr|lnk|url|scf|hta|js|vbs|ps1|bat|cmd|com|cpl|iso|img|library-ms|search-ms|settingcontent-ms|jar|appinstaller)$/i;

/** Whether a link with such a scheme has no honest use in a mail or a calendar. */
function isHarmful({ scheme, raw }: Link): boolean {
  if (!OFFICE_SCHEMES.test(scheme)) return true;
  if (scheme === 'data') return /^data:\s*(?:text\/html|application\/xhtml|image\/svg|text\/javascript)/i.test(raw);
  const toNumber =
    /^file:[/\\]{2,4}(?:\d{1,3}\.){3}\d{1,3}(?:[@\\/]|$)/i.test(raw) || /@(?:ssl|\d{2,5})[\\/]/i.test(raw);
  return scheme === 'file' && (toNumber || HARMFUL_FILE.test(raw.split(/[?#]/, 1)[0] ?? ''));
}

function judgeDangerous(found: string, link: Link): LinkJudgement {
  const text = decodePercent(link.raw);
  const base64 = /;base64,([\w+/=-]*)/.exec(text.slice(0, 8192))?.[1];
  let inside = '';
  try {
    inside = base64 ? atob(base64.replaceAll('-', '+').replaceAll('_', '/')) : '';
  } catch {
    inside = '';
  }
  const service = serviceNamedIn(text) ?? serviceNamedIn(inside);
  if (EMPTY_SCRIPT.test(link.raw)) return judgement(found, 'other', link, null, []);
  const first = reason(service || isHarmful(link) ? 'dangerous-scheme' : 'opens-program', link.scheme);
  return judgement(found, service ? 'suspicious' : 'dangerous', link, service, [first]);
}

/** An absolute address of somebody else in a parameter that sends people on. */
function redirectTarget(link: Link, service: Service): Link | null {
  if (!/[/\\]|%(?:2f|5c)/i.test(link.query)) return null;
  for (const pair of link.query.split('&')) {
    const equals = pair.indexOf('=');
    if (equals < 0 || !REDIRECT_PARAMETERS.has(decodePercent(pair.slice(0, equals)).toLowerCase())) continue;
    const once = decodePercent(pair.slice(equals + 1).replaceAll('+', ' '));
    const value = /^\s*https?%(?:25)*3a/i.test(once) ? decodePercent(once) : once;
    const isAbsolute = /^\s*(?:https?:)?[/\\]{2}/i.test(value);
    const inner = isAbsolute ? splitLink(value.replace(/^\s*[/\\]{2}/, 'https://')) : null;
    if (inner && operatorOf(inner.host)?.id !== service.id) return inner;
  }
  return null;
}

// Vendors' links are ASCII without a backslash; text that follows without a blank (Japanese, Chinese, quotation marks) is not theirs.
function withoutTail(link: Link): Link {
  const authority = link.raw.indexOf('/', link.raw.indexOf('//') + 2);
  if (authority < 0) return link;
  const foreign = link.raw.slice(authority).search(NON_ASCII);
  const query = link.raw.indexOf('?', authority);
  const backslash = query < 0 ? -1 : link.raw.indexOf('\\', query);
  const ends = [foreign < 0 ? foreign : authority + foreign, backslash].filter((at) => at >= 0);
  return ends.length === 0 ? link : (splitLink(link.raw.slice(0, Math.min(...ends))) ?? link);
}

function judgeOfficial(
  found: string,
  whole: Link,
  signs: readonly Reason[],
  inside: JudgeInside,
): LinkJudgement | null {
  const link = withoutTail(whole);
  const place = officialPlace(link);
  if (!place) return null;
  const { service, shape } = place;
  const disguised = link.signs.some((sign) => sign !== 'odd-port' && sign !== 'foreign-letters');
  if (!shape) {
    if (disguised) return judgement(found, 'suspicious', link, service, signs);
    const target = redirectTarget(link, service);
    const judged = target && inside(target.raw);
    // A page that sends people on is judged by where they end.
    if (judged) return { ...judged, found, reasons: [...judged.reasons, reason('via-redirector', link.host)] };
    return judgement(found, 'page', link, service, [reason('vendor-page')]);
  }
  const elsewhere = redirectTarget(link, service);
  const alarms = [
    ...signs,
    ...(link.scheme === 'http' ? [reason('plain-http')] : []),
    ...(elsewhere ? [reason('redirects-elsewhere', elsewhere.host || elsewhere.raw)] : []),
  ];
  if (alarms.length > 0) return judgement(found, 'suspicious', link, service, alarms, shape.kind);
  if (service.forwarder)
    return judgement(found, 'unknown-server', link, service, [reason('known-forwarder', service.name)], shape.kind);
  return judgement(found, 'genuine', link, service, officialReasons(link, service, shape.kind), shape.kind);
}

function officialReasons(link: Link, service: Service, kind: ShapeKind): Reason[] {
  const reasons = [reason('official-link', service.name)];
  if (service.retired) reasons.push(reason('retired', service.retired));
  if (holds(link, service.hostToken)) reasons.push(reason('host-token'));
  if (holds(link, service.registrantToken)) reasons.push(reason('registrant-token'));
  if (kind === 'start') reasons.push(reason('start-link'));
  return reasons;
}

/** `ftp:`, `webcal:` and the like: no service uses them, so one that names a service only poses. */
function judgeOtherScheme(found: string, link: Link): LinkJudgement {
  const web = link.host.includes('.') ? splitLink(`https:${link.raw.slice(link.raw.indexOf(':') + 1)}`) : null;
  const judged = web ? judgeWeb(found, web, MOST_LAYERS) : null;
  const poses = judged?.verdict === 'genuine' || judged?.verdict === 'suspicious';
  if (!judged || !poses) return judgement(found, 'other', link, null, []);
  return judgement(found, 'suspicious', link, judged.service, [reason('dangerous-scheme', link.scheme)]);
}

function judgeApp(found: string, link: Link): LinkJudgement {
  const place = appPlace(link);
  if (!place) return judgeOtherScheme(found, link);
  const { service } = place;
  if (place.official && place.meeting) {
    return judgement(found, 'genuine', link, service, officialReasons(link, service, 'join'), 'join');
  }
  if (place.official) return judgement(found, 'page', link, service, [reason('vendor-page')]);
  if (service.selfHosted && link.signs.length === 0 && link.host.includes('.')) {
    return judgement(found, 'unknown-server', link, service, [reason('self-hosted', link.host)]);
  }
  return judgement(found, 'suspicious', link, service, [
    reason('app-link-elsewhere', link.host || link.raw),
    ...signReasons(link.signs, link),
  ]);
}

/** Servers that may be the vendor's but are not proven to be: neither official nor suspicious. */
const UNCONFIRMED = /^meet(?:ing)?\.zoho(?:cloud)?\.(?:jp|ca|sa|uk)$/;

function judgeWeb(found: string, link: Link, depth: number): LinkJudgement {
  const signs = signReasons(link.signs, link);
  if (link.signs.includes('unreadable')) {
    const service = serviceNamedIn(link.raw);
    return judgement(found, service ? 'suspicious' : 'other', link, service, signs);
  }
  if (UNCONFIRMED.test(link.host) && link.path.length > 1 && signs.length === 0) {
    return judgement(found, 'unknown-server', link, serviceNamedIn(link.host), [reason('unconfirmed-host', link.host)]);
  }
  const inside: JudgeInside = (address) => (depth < MOST_LAYERS ? judgeAt(address, depth + 1) : null);
  return judgeOfficial(found, link, signs, inside) ?? judgeForeign(found, link, signs, inside);
}

/** Judges one link as written, wrappers undone. Null if it is no link. */
export const judgeLink = (found: string): LinkJudgement | null => judgeAt(found, 0);

/** What a wrapper replaced by plain letters belongs to the address inside; text behind an address does not. */
const LETTERS = new RegExp(`${NON_ASCII.source}+`, 'g');
function encoded(target: string): string {
  const tail = /^https?:\/\/[^/?#]*/i.exec(target)?.[0].length ?? target.length;
  return target.slice(0, tail) + target.slice(tail).replace(LETTERS, (text) => encodeURIComponent(text.toWellFormed()));
}

function judgeAt(found: string, depth: number): LinkJudgement | null {
  // As it stands in the source of a page.
  let link = splitLink(found.includes('&amp;') ? found.replaceAll('&amp;', '&') : found);
  if (!link) return null;
  const trail: Reason[] = [];
  for (let layer = depth; ; layer += 1) {
    if (link.scheme !== 'https' && link.scheme !== 'http') break;
    const wrapped = unwrap(link);
    if (!wrapped) break;
    if (wrapped.target === null || wrapped.target === '') {
      return judgement(found, 'sealed', link, null, [reason('sealed-wrapper', wrapped.by)]);
    }
    if (layer === MOST_LAYERS) return judgement(found, 'suspicious', link, null, [reason('too-many-layers')]);
    trail.push(reason(wrapped.kind === 'protection' ? 'unwrapped' : 'via-redirector', wrapped.by));
    if (/^[a-z]{2,8}%(?:25)*3a/i.test(wrapped.target)) {
      return judgement(found, 'suspicious', link, serviceNamedIn(decodePercent(wrapped.target)), [
        reason('still-encoded'),
        ...trail,
      ]);
    }
    const inner = splitLink(encoded(wrapped.target)) ?? splitLink(`https://${wrapped.target}`);
    if (!inner) break;
    link = inner;
  }
  const judged =
    link.scheme === 'https' || link.scheme === 'http'
      ? judgeWeb(found, link, depth)
      : DANGEROUS_SCHEMES.has(link.scheme)
        ? judgeDangerous(found, link)
        : judgeApp(found, link);
  return trail.length > 0 ? { ...judged, reasons: [...judged.reasons, ...trail] } : judged;
}
