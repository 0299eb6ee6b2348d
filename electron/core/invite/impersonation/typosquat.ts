/** Official names that a host misses by a letter or two. */

import { editDistance, maybeWithin } from './confusables.ts';
import {
  foldedLabels,
  foldedNames,
  type NamesByLength,
  nameOf,
  plainLabels,
  plainNames,
  squeezedNames,
  type Target,
  targets,
} from './official-names.ts';

/** A host in the letters a reader takes it for, as it is and with look-alikes made equal. */
export interface Likeness {
  readonly host: string;
  readonly folded: string;
  /** The registrable domain. */
  readonly domain: string;
  readonly foldedDomain: string;
}

const MOST_EDITS = 2;

/** Calls back for each name of the table that is at most two edits away, with their number. */
function eachNear(text: string, table: NamesByLength, found: (target: Target, edits: number) => void): void {
  const { length } = text;
  const { mask } = nameOf(text);
  const unclear = text.includes('?');
  for (let size = Math.max(0, length - MOST_EDITS); size <= length + MOST_EDITS; size += 1) {
    for (const other of table[size] ?? []) {
      if (!unclear && !maybeWithin(mask, other.name.mask, MOST_EDITS)) continue;
      const edits = editDistance(text, other.name.text, MOST_EDITS);
      if (edits <= MOST_EDITS) found(other.target, edits);
    }
  }
}

const withoutWww = (host: string): string => (host.startsWith('www.') ? host.slice(4) : host);

/** The official names next to a host, the closest first. Short names are compared more strictly than long ones. */
export function nearMisses({ host, folded, domain, foldedDomain }: Likeness): readonly Target[] {
  const found: { target: Target; edits: number }[] = [];
  const add = (target: Target, edits: number) => found.push({ target, edits });
  const bare = withoutWww(host);
  const bareFolded = withoutWww(folded);
  const squeezed = bareFolded.replace(/[.-]/g, '');
  const sameButDots = squeezed.length >= 6 && squeezedNames.get(squeezed);
  if (sameButDots) add(sameButDots, 0);
  if (bare.split('.').length > 2) {
    for (const target of targets) {
      if (target.distinct && target.squeezed.length >= 8 && squeezed.endsWith(target.squeezed)) add(target, 0);
    }
  }
  const compare = (name: string, owner: string, names: NamesByLength, labels: NamesByLength) => {
    eachNear(name, names, (target, edits) => (edits < 2 || target.name.length > 12) && add(target, edits));
    if (owner !== name) {
      eachNear(owner, names, (target, edits) => {
        if (target.name.length >= 6 && (edits < 2 || target.label.length >= 9)) add(target, edits);
      });
    }
    const label = owner.slice(0, owner.indexOf('.') < 0 ? undefined : owner.indexOf('.'));
    eachNear(label, labels, (target, edits) => (edits < 2 || target.label.length >= 9) && add(target, edits));
  };
  compare(bare, domain, plainNames, plainLabels);
  if (folded !== host) compare(bareFolded, foldedDomain, foldedNames, foldedLabels);
  return found.sort((a, b) => a.edits - b.edits).map(({ target }) => target);
}
