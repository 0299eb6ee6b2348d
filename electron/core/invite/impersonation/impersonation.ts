/** Whether a host that no service operates is dressed up as one: which service, how strongly, and by what trick. */

import { isIpAddress, type Link } from '../links/link.ts';
import type { RegistrableDomain } from '../links/registrable-domain.ts';
import { SERVICES, serviceById } from '../services/index.ts';
import type { Brand, Service } from '../services/service.ts';
import { foldAscii, latinLikeness, readableHost } from './confusables.ts';
import { DRAWN_OUT, hasRealName } from './lure.ts';
import { foldedHosts, officialRun, targets } from './official-names.ts';
import type { Impersonation } from './trick.ts';
import { nearMisses } from './typosquat.ts';

// The numbered names of Zoom's regions, taken apart and put together in every way.
const ZOOM_REGION =
  /(?:^|[.-])us-?\d{2,3}-?we?b|web-?\d{2,3}-?zoom|\d{2,3}-?web-?us(?:[.-]|$)|(?:^|[.-])0\d-?web(?:\.|-us\b)|(?:^|[.-])us\d{2,3}(?:live|host|zoom|meet)/;

// Words that imitators put round a brand.
const TRIMMINGS = new Set(
  `w my us uk eu en fr es jp cn usa de in id ms go get the app apps web meet meets meeting meetings join joins login
   signin secure live online on call calls chat video support help desk update updates download install installer setup
   client by com net org portal account auth verify cloud service services server software sdk api dev test hd room rooms
   conf conference invite event events webinar webinars stream studio official pro plus vip team teams group corp office
   work staff hr it day now new site page home host link links connect access start free hub center centre global world
   mail email shop pay info mobile safe corporate business gg gov vc me fm ai io tv ly town s 0 1 2 3 4 5 6 7 8 9`.split(
    /\s+/,
  ),
);
const LONGEST_TRIMMING = Math.max(...[...TRIMMINGS].map((word) => word.length));

/** Whether a text is made of such words alone. At most 63 × 10 look-ups: labels are no longer. */
function isTrimming(text: string): boolean {
  if (text.length > 63) return false;
  const reachable = new Set([0]);
  for (const from of reachable) {
    for (let to = from + 1; to <= Math.min(text.length, from + LONGEST_TRIMMING); to += 1) {
      if (TRIMMINGS.has(text.slice(from, to))) reachable.add(to);
    }
  }
  return reachable.has(text.length);
}

const zoomService = serviceById('zoom');

/** Whether what stands around the brand in its label is nothing but trimmings. */
function isBounded(host: string, at: number, length: number): boolean {
  const start = Math.max(host.lastIndexOf('.', at), host.lastIndexOf('-', at)) + 1;
  const dot = host.slice(at + length).search(/[.-]/);
  const end = dot < 0 ? host.length : at + length + dot;
  // A letter drawn out belongs to the name: `zoommm`.
  const before = host.slice(start, at).replace(new RegExp(`${host.charAt(at)}+$`), '');
  const after = host.slice(at + length, end).replace(new RegExp(`^${host.charAt(at + length - 1)}+`), '');
  return isTrimming(before) && isTrimming(after);
}

function strongImitation(host: string, readable: string, likeness: string, folded: string): Impersonation | null {
  if (readable !== host || likeness.includes('?')) {
    for (const { service, folded: name, foldedLabel, label, distinct } of targets) {
      if (
        `.${folded}.`.includes(`.${name.text}.`) ||
        (distinct && label.length > 3 && containsLike(folded, foldedLabel.text))
      ) {
        return { service, strength: 'strong', trick: 'foreign-letters', part: host };
      }
    }
  }
  const inside = officialRun(host);
  if (inside)
    return { service: inside.target.service, strength: 'strong', trick: 'official-name-inside', part: inside.run };
  const undone = host.includes('-') ? officialRun(host.replaceAll('-', '.')) : null;
  if (undone) return { service: undone.target.service, strength: 'strong', trick: 'hyphen-for-dot', part: host };
  if (zoomService && ZOOM_REGION.test(host))
    return { service: zoomService, strength: 'strong', trick: 'zoom-region-name', part: host };
  for (let dot = -1; ; ) {
    const same = foldedHosts.get(folded.slice(dot + 1));
    if (same) return { service: same.service, strength: 'strong', trick: 'look-alike-letters', part: host };
    dot = folded.indexOf('.', dot + 1);
    if (dot < 0) break;
  }
  return null;
}

/** `text` contains `word`, a `?` in the text standing for any letter. */
function containsLike(text: string, word: string): boolean {
  if (text.includes(word)) return true;
  if (!text.includes('?')) return false;
  for (let start = 0; start + word.length <= text.length; start += 1) {
    let unknown = 0;
    let i = 0;
    while (i < word.length && (text[start + i] === word[i] || text[start + i] === '?')) {
      if (text[start + i] === '?') unknown += 1;
      i += 1;
    }
    if (i === word.length && unknown * 2 < word.length) return true;
  }
  return false;
}

interface Word extends Brand {
  readonly service: Service;
  readonly folded: boolean;
}

// Brand words by their first three letters, as they are and with look-alike letters made equal.
const wordsByStart = new Map<string, (Word & { readonly text: string })[]>();
for (const service of SERVICES) {
  for (const brand of service.brands) {
    const texts = new Set(brand.distinct && brand.word.length > 3 ? [brand.word, foldAscii(brand.word)] : [brand.word]);
    for (const text of texts) {
      const start = text.slice(0, 3);
      const entry = { ...brand, service, folded: text !== brand.word, text };
      wordsByStart.set(start, [...(wordsByStart.get(start) ?? []), entry]);
    }
  }
}

/** Calls back for every brand word in a text, with its place. */
function eachBrand(text: string, found: (word: Word, at: number) => void): void {
  for (let at = 0; at + 3 <= text.length; at += 1) {
    for (const word of wordsByStart.get(text.slice(at, at + 3)) ?? []) {
      if (text.startsWith(word.text, at)) found(word, at);
    }
  }
}

const REMEMBER = 4096;
const remembered = new Map<string, readonly Impersonation[]>();

/** Every service the foreign host could be taken for, the strongest likeness first. */
export function impersonationsIn(link: Link, owner: RegistrableDomain): readonly Impersonation[] {
  const { host } = link;
  if (!host || isIpAddress(host)) return [];
  const known = remembered.get(host);
  if (known) return known;
  if (remembered.size >= REMEMBER) remembered.clear();
  const found = compareWithServices(host, owner);
  remembered.set(host, found);
  return found;
}

/** Whether a host has the same labels before, or the same rare ending after, an ordinary word as an official host. */
function isDressedAs(host: string, owner: RegistrableDomain, service: Service): boolean {
  const before = host.slice(0, host.length - owner.domain.length);
  return targets.some((target) => {
    if (target.service !== service || !target.whole) return false;
    const ending = target.name.slice(target.name.lastIndexOf('.'));
    const officialBefore = target.name.split('.').slice(0, -2).join('.');
    return (
      (officialBefore !== '' && before === `${officialBefore}.`) ||
      (!/^\.(?:com|net|org)$/.test(ending) && host.endsWith(ending))
    );
  });
}

function compareWithServices(host: string, owner: RegistrableDomain): readonly Impersonation[] {
  if (hasRealName(owner)) return [];
  const readable = readableHost(host);
  const likeness = readable === host ? host : latinLikeness(readable);
  const domain = readable === host ? owner.domain : latinLikeness(readableHost(owner.domain));
  const folded = foldAscii(likeness);
  const strong = strongImitation(host, readable, likeness, folded);
  const found: Impersonation[] = strong ? [strong] : [];
  for (const { service } of nearMisses({ host: likeness, folded, domain, foldedDomain: foldAscii(domain) })) {
    if (found.some((other) => other.strength === 'near' && other.service === service)) continue;
    found.push({ service, strength: 'near', trick: 'near-miss', part: owner.domain });
  }
  const brands: Impersonation[] = [];
  const add = (word: Word, dressed: boolean) => {
    const strength = dressed ? 'brand' : 'word';
    const known = brands.findIndex((other) => other.service === word.service);
    const entry: Impersonation = { service: word.service, strength, trick: 'brand-in-name', part: word.word };
    if (known < 0) brands.push(entry);
    else if (dressed) brands[known] = entry;
  };
  eachBrand(host, (word, at) => {
    // An ordinary word counts only in the name somebody registered.
    if (!word.folded && (word.distinct || owner.domain.includes(word.word))) {
      add(word, isBounded(host, at, word.word.length) && (word.distinct || isDressedAs(host, owner, word.service)));
    }
  });
  const drawnIn = host.replace(DRAWN_OUT, '$1$1');
  if (drawnIn !== host) eachBrand(drawnIn, (word) => word.distinct && !host.includes(word.word) && add(word, true));
  if (folded !== host) eachBrand(folded, (word) => word.distinct && !host.includes(word.word) && add(word, true));
  return [...found, ...brands];
}
