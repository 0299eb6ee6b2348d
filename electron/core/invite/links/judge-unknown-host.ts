/** Judging a web link whose host no service operates: pretence, somebody's own server, or an ordinary page. */

import { impersonationsIn } from '../impersonation/impersonation.ts';
import { isLure } from '../impersonation/lure.ts';
import type { Impersonation, Trick } from '../impersonation/trick.ts';
import { isUserContent, posingContent } from '../impersonation/user-content.ts';
import { type Reason, type ReasonId, reason } from '../reason.ts';
import { hasShape, SERVICES, serviceById, shapesOf } from '../services/index.ts';
import { CARRIERS, MEETING_WORD, SELF_HOSTED_LABEL, SHORTENERS, vendorPage } from '../services/other-names.ts';
import type { Service } from '../services/service.ts';
import { PAGE_NAMES } from '../services/service.ts';
import { carriedBy } from '../wrappers/carried.ts';
import { imitatesGateway } from '../wrappers/gateway-imitation.ts';
import { embeddedName, OFFICIAL_IN_TEXT } from './embedded-name.ts';
import type { LinkJudgement, LinkVerdict } from './judgement.ts';
import { isIpAddress, type Link } from './link.ts';
import { isProgramLink } from './program-link.ts';
import { type RegistrableDomain, registrableDomainOf } from './registrable-domain.ts';

const telltales = (['strong', 'weak'] as const).flatMap((telltale) =>
  SERVICES.flatMap((service) =>
    shapesOf(service)
      .filter((s) => s.signalStrength === telltale)
      .map((shape) => ({ service, shape })),
  ),
);

const TRICK_REASON: Readonly<Record<Trick, ReasonId>> = {
  'official-name-inside': 'imitates-service',
  'hyphen-for-dot': 'hyphen-for-dot',
  'foreign-letters': 'foreign-letters',
  'look-alike-letters': 'look-alike-letters',
  'zoom-region-name': 'imitates-service',
  'near-miss': 'near-miss',
  'brand-in-name': 'imitates-service',
};

function imitationReason(imitation: Impersonation, owner: RegistrableDomain): Reason {
  const id = TRICK_REASON[imitation.trick];
  return reason(id, id === 'imitates-service' ? imitation.service.name : owner.domain);
}

/** How far the foreign link has the shape of this service's links. */
function poses(link: Link, imitation: Impersonation): boolean {
  const { service, strength } = imitation;
  if (strength === 'strong') return true;
  for (const shape of shapesOf(service)) {
    if (!hasShape(link, shape)) continue;
    if (shape.signalStrength !== 'none') return true;
    // A room name may be any word: only a name made for this service turns it into a pretence.
    const last = link.path.split('/').filter(Boolean).at(-1)?.toLowerCase() ?? '';
    if (strength !== 'word' && !PAGE_NAMES.has(last) && !last.includes('.html')) return true;
  }
  // Any meeting path under a brand's name will do: imitators mix the shapes up.
  return telltales.some(({ shape }) => hasShape(link, shape));
}

const SELF_HOSTED_PATHS: readonly (readonly [service: string | null, path: RegExp])[] = [
  [
    null,
    /^\/(?:bigbluebutton\/(?:api\/join|gl\/|rooms\/)|b\/[a-z0-9]{2,4}-[a-z0-9]{3}-[a-z0-9]{3}|rooms\/[a-z0-9]{3}-[a-z0-9]{3}-[a-z0-9]{3}(?:-[a-z0-9]{3})?\/join)/,
  ],
  [null, /^\/(?:index\.php\/)?call\/[a-z0-9]{7,12}\/?$/],
];

function isSelfHosted(link: Link): boolean {
  if (SELF_HOSTED_PATHS.some(([, path]) => path.test(link.path))) return true;
  const label = link.host.split('.', 1)[0] ?? '';
  if (!SELF_HOSTED_LABEL.test(label) || link.host.split('.').length < 3) return false;
  const first = link.path.split('/')[1] ?? '';
  return first !== '' && !first.includes('.') && !PAGE_NAMES.has(first.toLowerCase());
}

const MEET_CODE = /^\/[a-z]{3}-[a-z]{4}-[a-z]{3}\/?$/;
const ALL_VOWELLED = /^\/[^/]*?[aeiouy][^/]*?-[^/]*?[aeiouy][^/]*?-[^/]*?[aeiouy][^/]*$/;

/** A code like `abc-defg-hij` on a neutral server may be an ordinary page name or an office's own system. */
const isAmbiguousCode = (link: Link, owner: RegistrableDomain): boolean =>
  MEET_CODE.test(link.path) &&
  !MEETING_WORD.test(owner.domain) &&
  (ALL_VOWELLED.test(link.path) || SELF_HOSTED_LABEL.test(link.host.split('.', 1)[0] ?? ''));

const PROGRAM_NAME = /([^/=&]+)\.[a-z0-9]{2,12}$/i;
/** Never meetings, whatever numbers stand in their path. */
const PICTURE = /\.(?:png|jpe?g|gif|webp|svg|ico|bmp|css|js|woff2?|mp[34])$/i;
/** Google's own short links to maps, photos and calendars. */
const HARMLESS_SHORT = /^(?:(?:maps|photos|calendar|forms|docs)\.app\.goo\.gl|calendar\.app\.google)$/;
const CODE_IN_QUERY = /(?:^|[&?])(?:pwd|passcode|password|p|pw|tk)=[^&]/i;

/** How a link's carried address is judged: by `judgeLink` itself, one layer deeper. */
export type JudgeInside = (address: string) => LinkJudgement | null;

/** Judges a link on a foreign host. `signs` are the reasons the raw text already gave. */
export function judgeForeign(found: string, link: Link, signs: readonly Reason[], inside: JudgeInside): LinkJudgement {
  const answer = (
    verdict: LinkVerdict,
    service: Service | null,
    reasons: readonly Reason[],
    part: string | null = null,
  ): LinkJudgement => ({
    found,
    verdict,
    service,
    kind: null,
    target: link,
    reasons: verdict === 'suspicious' ? [...reasons, ...signs] : reasons,
    deceptivePart: part,
  });

  const owner = registrableDomainOf(link.host);
  const isContent = isUserContent(link.host, owner);
  const content = isContent ? posingContent(link) : null;
  if (content) return answer('suspicious', content, [reason('strangers-page', content.name)], link.host);
  const page = vendorPage(link.host, link.path + link.query);
  if (page && !link.userInfo)
    return answer('page', (page.service && serviceById(page.service)) || null, [reason('vendor-page')]);
  if (HARMLESS_SHORT.test(link.host) || (owner.domain === 'goo.gl' && link.path.startsWith('/maps')))
    return answer('other', null, []);
  if (SHORTENERS.has(owner.domain)) return answer('short-link', null, [reason('short-link-alone', owner.domain)]);

  if (OFFICIAL_IN_TEXT.test(link.userInfo)) {
    const service = SERVICES.find((s) => s.brands.some((b) => link.userInfo.toLowerCase().includes(b.word))) ?? null;
    return answer('suspicious', service, [reason('user-info')], link.userInfo);
  }
  const named = CARRIERS.has(link.host) ? null : embeddedName(link);
  const imitations = impersonationsIn(link, owner);
  const imitation = imitations.find(
    (candidate) => poses(link, candidate) || isLure(link, candidate, owner) || isLongNearMiss(candidate),
  );
  if (imitation) {
    const service = named?.service ?? shapeService(link, imitations) ?? imitation.service;
    return answer('suspicious', service, [imitationReason(imitation, owner)], imitation.part);
  }
  if (named) return answer('suspicious', named.service, [reason('official-name-in-path', named.host)], named.host);
  if (PICTURE.test(link.path)) return answer('other', null, []);
  const offered = isProgramLink(link) && link.host !== 'github.com' ? serviceInFile(link) : null;
  if (offered) return answer('suspicious', offered, [reason('program-elsewhere', offered.name)]);

  const forwarded = CARRIERS.has(link.host) ? null : judgeCarried(link, inside);
  if (forwarded?.verdict === 'suspicious')
    return answer('suspicious', forwarded.service, [...forwarded.reasons, reason('via-redirector', link.host)]);
  if (forwarded) {
    if (imitatesGateway(link.host))
      return answer('suspicious', forwarded.service, [reason('imitates-gateway', owner.domain)], link.host);
    if (link.signs.some((sign) => sign !== 'odd-port') || isIpAddress(link.host)) {
      const first = isIpAddress(link.host) ? [reason('number-address')] : [];
      return answer('suspicious', forwarded.service, first);
    }
    return answer('unknown-server', forwarded.service, forwarded.reasons);
  }

  const posed = telltales.find(({ shape }) => hasShape(link, shape));
  if (posed && !isAmbiguousCode(link, owner)) {
    const certain =
      posed.shape.signalStrength === 'strong' ||
      isIpAddress(link.host) ||
      MEETING_WORD.test(owner.domain) ||
      CODE_IN_QUERY.test(link.query) ||
      isLabelled(link, posed.service);
    if (certain || signs.length > 0) {
      const first = isIpAddress(link.host) ? reason('number-address') : reason('poses-by-path', posed.service.name);
      return answer('suspicious', posed.service, [first], null);
    }
  }
  if (posed && isAmbiguousCode(link, owner))
    return answer('unknown-server', null, [reason('meeting-shaped', owner.domain)]);
  if (isSelfHosted(link)) return answer('unknown-server', null, [reason('self-hosted', link.host)]);
  return answer('other', null, []);
}

/** The service after which a program to fetch is called. */
function serviceInFile({ path, query }: Link): Service | null {
  const file = (PROGRAM_NAME.exec(path) ?? PROGRAM_NAME.exec(query))?.[1]?.toLowerCase() ?? '';
  return SERVICES.find(({ brands }) => brands.some(({ word, distinct }) => distinct && file.includes(word))) ?? null;
}

/** `teams.` in front of a domain that is not Microsoft's: nobody runs such a server himself. */
const isLabelled = ({ host }: Link, { brands, selfHosted }: Service): boolean =>
  !selfHosted && brands.some(({ word }) => word.length > 4 && host.startsWith(`${word}.`));

/** One letter away from a long official name: no other company is called like that. */
const isLongNearMiss = ({ strength, part, service }: Impersonation): boolean =>
  strength === 'near' &&
  part.indexOf('.') >= 8 &&
  service.brands.some(
    ({ word, distinct }) => distinct && word.length >= 8 && Math.abs(part.indexOf('.') - word.length) <= 1,
  );

/** What the address inside a foreign one is worth: an official meeting, a fake, or nothing of interest (null). */
function judgeCarried(link: Link, inside: JudgeInside): Pick<LinkJudgement, 'verdict' | 'service' | 'reasons'> | null {
  const carried = carriedBy(link);
  if (!carried) return null;
  let found: Pick<LinkJudgement, 'verdict' | 'service' | 'reasons'> | null = null;
  for (const address of carried.addresses) {
    const judged = inside(address);
    if (judged?.verdict === 'suspicious') return judged;
    if (judged?.verdict !== 'genuine' && judged?.verdict !== 'unknown-server') continue;
    if (judged.verdict === 'unknown-server' && !judged.service) continue;
    const id = carried.bySoftware ? 'mail-system-forwarder' : 'unknown-forwarder';
    found ??= {
      verdict: 'unknown-server',
      service: judged.service,
      reasons: [reason(id, link.host, judged.service?.name ?? 'a meeting')],
    };
  }
  return found;
}

/** Which of several imitated services is meant: the one whose own link shape this is, if it is told apart by it. */
function shapeService(link: Link, imitations: readonly Impersonation[]): Service | null {
  const own = imitations.find(({ service }) =>
    shapesOf(service).some((s) => s.signalStrength !== 'none' && hasShape(link, s)),
  );
  if (own) return own.service;
  if (imitations[0]?.strength === 'strong' || imitations[0]?.strength === 'near') return null;
  const strong = telltales.find(({ shape }) => shape.signalStrength === 'strong' && hasShape(link, shape));
  return strong?.service ?? null;
}
