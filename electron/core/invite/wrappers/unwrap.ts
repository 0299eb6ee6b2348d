/** Undoing link protection and redirectors without any network: one layer at a time, by the rules of each wrapper. */

import type { Link } from '../links/link.ts';
import { GATEWAYS } from './gateways.ts';
import { GOOGLE_REDIRECTORS, REDIRECTORS } from './redirectors.ts';
import type { Wrapper, WrapperKind } from './wrapper.ts';

export interface Unwrapped {
  readonly by: string;
  readonly kind: WrapperKind;
  /** Null: the target is known to the wrapper's servers only. */
  readonly target: string | null;
}

const byHost = new Map<string, Wrapper[]>();
for (const wrapper of [...GATEWAYS, ...REDIRECTORS])
  for (const host of wrapper.hosts) byHost.set(host, [...(byHost.get(host) ?? []), wrapper]);

function openWith(wrappers: readonly Wrapper[], link: Link): Unwrapped | null {
  for (const { by, kind, host, path, open } of wrappers) {
    if ((host && !host.test(link.host)) || (path && !path.test(link.path))) continue;
    const target = open(link);
    if (target !== undefined) return { by, kind, target };
  }
  return null;
}

/** Opens one layer; null if the link is no wrapper. A wrapper on an odd port or with user-info is not believed. */
export function unwrap(link: Link): Unwrapped | null {
  if (link.scheme !== 'https' && link.scheme !== 'http') return null;
  if (link.signs.length > 0) return null;
  const { host } = link;
  if (host.includes('google.')) {
    const opened = openWith(GOOGLE_REDIRECTORS, link);
    if (opened) return opened;
  }
  for (let dot = -1; ; ) {
    const keys = dot < 0 ? [host, `.${host}`] : [host.slice(dot)];
    for (const key of keys) {
      const opened = openWith(byHost.get(key) ?? [], link);
      if (opened) return opened;
    }
    dot = host.indexOf('.', dot + 1);
    if (dot < 0) return null;
  }
}
