/** How a wrapper is described: a server that puts its own address round the one people want to open. */

import type { Link } from '../links/link.ts';
import { ladder, rawValue } from './decode.ts';

export type WrapperKind = 'protection' | 'redirector';

/** The address inside; null when only the wrapper's own servers know it; undefined when the link is no wrapper. */
export type Opening = string | null | undefined;

export interface Wrapper {
  /** As people know it: “Proofpoint URL Defense”. */
  readonly by: string;
  readonly kind: WrapperKind;
  /** `x.example` is that host alone, `.x.example` the host and everything below it. */
  readonly hosts: readonly string[];
  /** For hosts that are numbered or have a region in their name. */
  readonly host?: RegExp;
  readonly path?: RegExp;
  readonly open: (link: Link) => Opening;
  /** Where the form is to be seen, and the year it was last seen. */
  readonly source: string;
}

export const row = (
  by: string,
  kind: WrapperKind,
  hosts: readonly string[],
  path: RegExp | undefined,
  open: Wrapper['open'],
  source: string,
  host?: RegExp,
): Wrapper => ({ by, kind, hosts, open, source, ...(path ? { path } : {}), ...(host ? { host } : {}) });

/** The address stands percent-encoded in a parameter; of several names the first that is there. */
export const parameter =
  (...names: readonly string[]): Wrapper['open'] =>
  (link) => {
    for (const name of names) {
      const target = ladder(rawValue(link.query, name));
      if (target !== null) return target;
    }
    return undefined;
  };

/** The address stands as it is, as the last parameter: everything behind its name belongs to it. */
export const lastParameter =
  (name: string): Wrapper['open'] =>
  (link) => {
    const at = ` ${link.query}`.search(new RegExp(`[ &]${name}=https?://`, 'i'));
    return at < 0 ? parameter(name)(link) : link.query.slice(at + name.length + 1) + link.hash;
  };

export const sealed: Wrapper['open'] = () => null;

/** The address stands in the path from its scheme on, with the query and the fragment behind it. */
export const restOfPath: Wrapper['open'] = (link) => {
  const at = link.href.slice(9).search(/\/https?(?::|%3a)/i);
  return at < 0 ? undefined : ladder(link.href.slice(at + 10));
};
