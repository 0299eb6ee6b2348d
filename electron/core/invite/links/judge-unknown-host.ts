/** Judging a web link whose host no service operates: pretence, somebody's own server, or an ordinary page. */

import { type Impersonation, impersonationsIn, type Trick } from '../impersonation/impersonation.ts';
import { type Reason, type ReasonId, reason } from '../reason.ts';
import { hasShape, officialPlace, SERVICES, serviceById, shapesOf } from '../services/index.ts';
import { CARRIERS, MEETING_WORD, SELF_HOSTED_LABEL, SHORTENERS, vendorPage } from '../services/other-names.ts';
import type { Service } from '../services/service.ts';
import { PAGE_NAMES } from '../services/service.ts';
import type { LinkJudgement, LinkVerdict } from './judgement.ts';
import { decodePercent, isIpAddress, type Link, splitLink } from './link.ts';
import { type RegistrableDomain, registrableDomainOf } from './registrable-domain.ts';

const telltales = (['strong', 'weak'] as const).flatMap((telltale) =>
  SERVICES.flatMap((service) =>
    shapesOf(service)
      .filter((s) => s.signalStrength === telltale)
      .map((shape) => ({ service, shape })),
  ),
);

const OFFICIAL_IN_TEXT =
  /(?:zoom(?:gov)?\.(?:us|com)|zoom-x\.de|teams\.(?:microsoft|live)\.com|teams\.cloud\.microsoft|meet\.google\.com|webex\.com|gotomeeting\.com|goto\.com|ringcentral\.com|app\.slack\.com|discord\.(?:gg|com)|whereby\.com|meet\.jit\.si|8x8\.vc|meet\.zoho\.|call\.whatsapp\.com|facetime\.apple\.com|signal\.link|join\.skype\.com)/i;

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

/** An official meeting link written inside the path, query or fragment of a foreign one. */
function embeddedOfficial(link: Link): { service: Service; inPath: boolean; host: string } | null {
  const tail = link.path + (link.query && `?${link.query}`) + link.hash;
  if (!OFFICIAL_IN_TEXT.test(tail) && !OFFICIAL_IN_TEXT.test(decodePercent(tail))) return null;
  for (const [text, inPath] of [
    [link.path, true],
    [decodePercent(decodePercent(link.query)), false],
    [decodePercent(link.hash), false],
  ] as const) {
    const at = text.search(OFFICIAL_IN_TEXT);
    if (at < 0) continue;
    const start = Math.max(...['/', '=', ':', '@', ' ', '|', '"', "'"].map((mark) => text.lastIndexOf(mark, at))) + 1;
    const inner = splitLink(`https://${text.slice(start)}`);
    const place = inner && officialPlace(inner);
    if (inner && place?.shape) return { service: place.service, inPath, host: inner.host };
  }
  return null;
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

/** Judges a link on a foreign host. `signs` are the reasons the raw text already gave. */
export function judgeForeign(found: string, link: Link, signs: readonly Reason[]): LinkJudgement {
  const answer = (
    verdict: LinkVerdict,
    service: Service | null,
    reasons: Reason[],
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

  const page = vendorPage(link.host, link.path + link.query);
  if (page && !link.userInfo)
    return answer('page', (page.service && serviceById(page.service)) || null, [reason('vendor-page')]);

  const owner = registrableDomainOf(link.host);
  if (SHORTENERS.has(owner.domain)) return answer('short-link', null, [reason('short-link-alone', owner.domain)]);

  if (OFFICIAL_IN_TEXT.test(link.userInfo)) {
    const service = SERVICES.find((s) => s.brands.some((b) => link.userInfo.toLowerCase().includes(b.word))) ?? null;
    return answer('suspicious', service, [reason('user-info')], link.userInfo);
  }
  const inside = CARRIERS.has(link.host) ? null : embeddedOfficial(link);
  const imitations = impersonationsIn(link, owner);
  const imitation = imitations.find((candidate) => poses(link, candidate));
  if (imitation) {
    const service = inside?.service ?? shapeService(link, imitations) ?? imitation.service;
    return answer('suspicious', service, [imitationReason(imitation, owner)], imitation.part);
  }
  if (inside) return answer('suspicious', inside.service, [reason('official-name-in-path', inside.host)], inside.host);

  const posed = telltales.find(({ shape }) => hasShape(link, shape));
  if (posed && !isAmbiguousCode(link, owner)) {
    const certain =
      posed.shape.signalStrength === 'strong' || isIpAddress(link.host) || MEETING_WORD.test(owner.domain);
    if (certain || signs.length > 0) {
      const first = isIpAddress(link.host) ? reason('number-address') : reason('poses-by-path', posed.service.name);
      return answer('suspicious', posed.service, [first], null);
    }
    return answer('unknown-server', posed.service, [reason('meeting-shaped', owner.domain)]);
  }
  if (posed) return answer('unknown-server', posed.service, [reason('meeting-shaped', owner.domain)]);
  if (isSelfHosted(link)) return answer('unknown-server', null, [reason('self-hosted', link.host)]);
  return answer('other', null, []);
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
