/** Whether a host that no service operates is dressed up as one: which service, how strongly, and by what trick. */

import { foldAscii, isWithin, latinLikeness, maybeWithin, readableHost } from './letters.ts';
import { isIpAddress, type Link } from './link.ts';
import {
  foldedHosts,
  foldedLabels,
  foldedNames,
  type Name,
  type NamesByLength,
  nameOf,
  officialRun,
  plainLabels,
  plainNames,
  squeezedNames,
  type Target,
  targets,
} from './official-names.ts';
import type { Owner } from './owner.ts';
import type { Service } from './service.ts';
import { SERVICES, serviceById } from './services.ts';

export type Trick =
  | 'official-name-inside'
  | 'hyphen-for-dot'
  | 'foreign-letters'
  | 'look-alike-letters'
  | 'zoom-region-name'
  | 'near-miss'
  | 'brand-in-name';

/**
 * `strong`: the name has no other use than to deceive. `near`: within a letter or two of an official host.
 * `brand`: an invented brand name inside. `word`: an ordinary word that is also a service's name.
 */
export interface Imitation {
  readonly service: Service;
  readonly strength: 'strong' | 'near' | 'brand' | 'word';
  readonly trick: Trick;
  /** The deceptive piece of the host as it is written. */
  readonly part: string;
}

const ZOOM_REGION = /(?:^|[.-])us\d{2,3}web|web\d{2,3}-?zoom|\d{2}webus(?:[.-]|$)/;

// Words that imitators put round a brand.
const TRIMMINGS = new Set(
  `w my us uk eu en fr es jp cn usa de in id ms go get the app apps web meet meets meeting meetings join joins login
   signin secure live online on call calls chat video support help desk update updates download install installer setup
   client by com net org portal account auth verify cloud service services server software sdk api dev test hd room rooms
   conf conference invite event events webinar webinars stream studio official pro plus vip team teams group corp office
   work staff hr it day now new site page home host link links connect access start free hub center centre global world
   mail email shop pay info mobile s 0 1 2 3 4 5 6 7 8 9`.split(/\s+/),
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
  const before = host.slice(start, at);
  const after = host.slice(at + length, end);
  return isTrimming(before) && isTrimming(after);
}

function strongImitation(host: string, readable: string, likeness: string): Imitation | null {
  if (readable !== host || likeness.includes('?')) {
    const bare = foldAscii(likeness);
    for (const { service, folded, foldedLabel, label, distinct } of targets) {
      if (
        `.${bare}.`.includes(`.${folded.text}.`) ||
        (distinct && label.length > 3 && containsLike(bare, foldedLabel.text))
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
  const folded = foldAscii(host);
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

/** Calls back for each name of the table that is within `limit` edits of `name`. */
function eachNear(name: Name, limit: number, table: NamesByLength, found: (target: Target) => void): void {
  const { length } = name.text;
  const unclear = name.text.includes('?');
  for (let size = Math.max(0, length - limit); size <= length + limit; size += 1) {
    for (const other of table[size] ?? []) {
      if ((unclear || maybeWithin(name.mask, other.name.mask, limit)) && isWithin(name.text, other.name.text, limit)) {
        found(other.target);
      }
    }
  }
}

/** Services whose official names are a letter or two away, the closest first. */
function nearMisses(likeness: string, domain: string): Imitation[] {
  const found: Imitation[] = [];
  const add = (target: Target) => {
    if (!found.some((other) => other.service === target.service)) {
      found.push({ service: target.service, strength: 'near', trick: 'near-miss', part: domain });
    }
  };
  const host = likeness.replace(/^www\./, '');
  const squeezed = foldAscii(host).replace(/[.-]/g, '');
  const sameButDots = squeezed.length >= 6 && squeezedNames.get(squeezed);
  if (sameButDots) add(sameButDots);
  for (const target of host.split('.').length > 2 ? targets : []) {
    if (target.distinct && target.squeezed.length >= 8 && squeezed.endsWith(target.squeezed)) add(target);
  }
  const folded = foldAscii(host) !== host;
  for (const limit of [1, 2]) {
    compareNear(host, domain, limit, plainNames, plainLabels, add);
    if (folded) compareNear(foldAscii(host), foldAscii(domain), limit, foldedNames, foldedLabels, add);
  }
  return found;
}

/** Short names are compared more strictly: many honest names are two letters from a short one. */
function compareNear(
  host: string,
  domain: string,
  limit: number,
  names: NamesByLength,
  labels: NamesByLength,
  add: (target: Target) => void,
): void {
  const first = limit === 1;
  eachNear(nameOf(host), limit, names, (target) => (first || target.name.length > 12) && add(target));
  if (domain !== host) {
    const enough = (target: Target) => target.name.length >= 6 && (first || target.label.length >= 9);
    eachNear(nameOf(domain), limit, names, (target) => enough(target) && add(target));
  }
  const label = domain.split('.', 1)[0] ?? '';
  eachNear(nameOf(label), limit, labels, (target) => (first || target.label.length >= 9) && add(target));
}

const foldedWords = new Map(SERVICES.flatMap((s) => s.brands.map((b) => [b.word, foldAscii(b.word)] as const)));
const foldedWord = (word: string): string => foldedWords.get(word) ?? word;

const REMEMBER = 4096;
const remembered = new Map<string, readonly Imitation[]>();

/** Every service the foreign host could be taken for, the strongest likeness first. */
export function imitationsIn(link: Link, owner: Owner): readonly Imitation[] {
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
function isDressedAs(host: string, owner: Owner, service: Service): boolean {
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

function compareWithServices(host: string, owner: Owner): readonly Imitation[] {
  const readable = readableHost(host);
  const likeness = latinLikeness(readable);
  const found: Imitation[] = [];
  const strong = strongImitation(host, readable, likeness);
  if (strong) found.push(strong);
  found.push(...nearMisses(likeness, readable === host ? owner.domain : latinLikeness(readableHost(owner.domain))));
  const plain = foldAscii(likeness);
  for (const service of SERVICES) {
    for (const { word, distinct } of service.brands) {
      const at = host.indexOf(word);
      const folded = at < 0 && distinct && word.length > 3 ? plain.indexOf(foldedWord(word)) : -1;
      if (at < 0 && folded < 0) continue;
      // An ordinary word counts only in the name somebody registered, or as the whole of a label.
      if (!distinct && !owner.domain.includes(word)) continue;
      const bounded = at >= 0 && isBounded(host, at, word.length);
      const dressed = distinct ? folded >= 0 || bounded : bounded && isDressedAs(host, owner, service);
      const strength = dressed ? 'brand' : 'word';
      found.push({ service, strength, trick: 'brand-in-name', part: word });
      break;
    }
  }
  return found;
}
