/** Whether a host that no service operates is dressed up as one: which service, how strongly, and by what trick. */

import { foldAscii, isWithin, latinLikeness, maybeWithin, readableHost } from './letters.ts';
import { isIpAddress, type Link } from './link.ts';
import {
  byLabelLength,
  byLength,
  foldedHosts,
  type Name,
  nameOf,
  officialRun,
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

const AFFIX =
  /^(?:w{1,4}|my|us|uk|eu|en|de|in|ms|go|get|the|app|apps|web|meet|meets|meeting|meetings|join|joins|login|signin|secure|live|online|on|call|calls|video|support|help|update|updates|download|installer?|client|by|com|net|org|portal|account|auth|verify|cloud|service|services|software|sdk|hd|room|rooms|conf|conference|invite|official|pro|plus|team|teams|day|now|new|site|link|links|s|\d+)+$/;

const zoomService = serviceById('zoom');

/** Whether what stands around the brand in its label is nothing but trimmings. */
function isBounded(host: string, at: number, length: number): boolean {
  const start = Math.max(host.lastIndexOf('.', at), host.lastIndexOf('-', at)) + 1;
  const dot = host.slice(at + length).search(/[.-]/);
  const end = dot < 0 ? host.length : at + length + dot;
  const before = host.slice(start, at);
  const after = host.slice(at + length, end);
  return (before === '' || AFFIX.test(before)) && (after === '' || AFFIX.test(after));
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

/** Calls back for each name of `table` (kept by length) that is within `limit` edits of `name`. */
function eachNear(name: Name, limit: number, table: readonly Target[][], found: (target: Target) => void): void {
  const { length } = name.text;
  const unclear = name.text.includes('?');
  for (let size = Math.max(0, length - limit); size <= length + limit; size += 1) {
    for (const target of table[size] ?? []) {
      const other = table === byLength ? target.folded : target.foldedLabel;
      if ((unclear || maybeWithin(name.mask, other.mask, limit)) && isWithin(name.text, other.text, limit))
        found(target);
    }
  }
}

/** Services whose official names are a letter or two away, the closest first. */
function nearMisses(likeness: string, domain: string): Imitation[] {
  const host = nameOf(foldAscii(likeness.replace(/^www\./, '')));
  const owner = nameOf(foldAscii(domain));
  const label = nameOf(owner.text.split('.', 1)[0] ?? '');
  const squeezed = host.text.replace(/[.-]/g, '');
  const found: Imitation[] = [];
  const add = (target: Target) => {
    if (!found.some((other) => other.service === target.service)) {
      found.push({ service: target.service, strength: 'near', trick: 'near-miss', part: domain });
    }
  };
  const sameButDots = squeezed.length >= 6 && squeezedNames.get(squeezed);
  if (sameButDots) add(sameButDots);
  for (const limit of [1, 2]) {
    eachNear(host, limit, byLength, (target) => (limit === 1 || target.folded.text.length > 12) && add(target));
    if (owner.text !== host.text) {
      eachNear(owner, limit, byLength, (target) => {
        if (target.folded.text.length >= 6 && (limit === 1 || target.foldedLabel.text.length >= 9)) add(target);
      });
    }
    eachNear(
      label,
      limit,
      byLabelLength,
      (target) => (limit === 1 || target.foldedLabel.text.length >= 9) && add(target),
    );
  }
  return found;
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
      const folded = at < 0 && distinct && word.length > 4 ? plain.indexOf(foldedWord(word)) : -1;
      if (at < 0 && folded < 0) continue;
      // An ordinary word counts only in the name somebody registered, or as the whole of a label.
      if (!distinct && !owner.domain.includes(word)) continue;
      const strength = distinct && (folded >= 0 || isBounded(host, at, word.length)) ? 'brand' : 'word';
      found.push({ service, strength, trick: 'brand-in-name', part: word });
      break;
    }
  }
  return found;
}
