/** The official names that imitations are compared with, in tables made for fast looking up. */

import { registrableDomainOf } from '../links/registrable-domain.ts';
import { operatorOf, SERVICES } from '../services/index.ts';
import type { Service } from '../services/service.ts';
import { foldAscii, letterMask } from './confusables.ts';

/** A name to compare with, and everything about it that is worth computing once. */
export interface Name {
  readonly text: string;
  readonly mask: number;
}
export const nameOf = (text: string): Name => ({ text, mask: letterMask(text) });

export interface Target {
  readonly service: Service;
  /** An official host, or the registrable domain of one. */
  readonly name: string;
  /** As it is, and with look-alike letters made equal: either may be the closer one. */
  readonly plain: Name;
  readonly folded: Name;
  readonly plainLabel: Name;
  readonly foldedLabel: Name;
  readonly squeezed: string;
  /** The first label of the registrable domain. */
  readonly label: string;
  readonly whole: boolean;
  /** Made of an invented name: `zoom.us`, not `daily.co`. */
  readonly distinct: boolean;
}

export const targets: Target[] = [];
for (const service of SERVICES) {
  const seen = new Set<string>();
  for (const site of service.sites) {
    for (const entry of site.hosts) {
      const host = entry.startsWith('.') ? entry.slice(1) : entry;
      const { domain } = registrableDomainOf(host);
      for (const name of new Set([host, domain])) {
        if (seen.has(name)) continue;
        seen.add(name);
        const label = domain.split('.', 1)[0] ?? '';
        const distinct = name.split('.').length > 2 || service.brands.some((b) => b.distinct && name.includes(b.word));
        const folded = nameOf(foldAscii(name));
        targets.push({
          service,
          name,
          plain: nameOf(name),
          folded,
          plainLabel: nameOf(label),
          foldedLabel: nameOf(foldAscii(label)),
          squeezed: folded.text.replace(/[.-]/g, ''),
          label,
          whole: name === host,
          distinct,
        });
      }
    }
  }
}
// Beginnings that anybody's own server may have.
const NOT_A_STEM = /^(?:(?:www|app|go|us|join|event|call)\.|teams\.cloud$|stream\.meet$)/;

// What to look up when the labels of a host are tried one run after another.
const runs = new Map<string, Target>();
export const foldedHosts = new Map<string, Target>();
for (const target of targets) {
  if (!target.distinct) continue;
  runs.set(target.name, target);
  if (!target.whole) continue;
  foldedHosts.set(target.folded.text, target);
  // `meet.google.` or `teams.microsoft.` before somebody else's domain can only be meant to deceive.
  const stem = target.name.split('.').slice(0, 2).join('.');
  const notOthers = (operatorOf(stem) ?? target.service) === target.service;
  if (stem.length >= 7 && notOthers && !NOT_A_STEM.test(stem) && !runs.has(stem)) runs.set(stem, target);
}
const mostLabels = Math.max(...[...runs.keys()].map((run) => run.split('.').length));

/** The first run of labels inside `host`, before its last label, that is an official name. */
export function officialRun(host: string): { target: Target; run: string } | null {
  const labels = host.split('.');
  for (let from = 0; from < labels.length - 1; from += 1) {
    let run = labels[from] ?? '';
    for (let size = 2; size <= mostLabels && from + size <= labels.length; size += 1) {
      run += `.${labels[from + size - 1]}`;
      const target = runs.get(run);
      if (target) return { target, run };
    }
  }
  return null;
}

/** Names by their length, so that only those of a similar length are compared. */
export type NamesByLength = readonly (readonly { readonly name: Name; readonly target: Target }[])[];

function tabulate(chosen: readonly Target[], pick: (target: Target) => Name): NamesByLength {
  const table: { name: Name; target: Target }[][] = [];
  for (const target of chosen) {
    const name = pick(target);
    table[name.text.length] = [...(table[name.text.length] ?? []), { name, target }];
  }
  return table;
}

const withLongLabel = targets.filter((target) => target.distinct && target.label.length >= 6);
export const plainNames = tabulate(targets, (target) => target.plain);
export const foldedNames = tabulate(targets, (target) => target.folded);
export const plainLabels = tabulate(withLongLabel, (target) => target.plainLabel);
export const foldedLabels = tabulate(withLongLabel, (target) => target.foldedLabel);
export const squeezedNames = new Map(targets.filter((t) => t.squeezed.length >= 6).map((t) => [t.squeezed, t]));
