/** Undoing link protection and redirectors without any network: one layer at a time, by the rules of each wrapper. */

import { decodePercent, type Link, queryValue } from './link.ts';

export type WrapperKind = 'protection' | 'redirector';

export interface Unwrapped {
  readonly by: string;
  readonly kind: WrapperKind;
  /** Null: the target is known to the wrapper's servers only. */
  readonly target: string | null;
}

interface Wrapper {
  readonly by: string;
  readonly kind: WrapperKind;
  readonly hosts: readonly string[];
  readonly open: (link: Link) => string | null | undefined;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  '#39': "'",
  '#x27': "'",
};
const unescapeHtml = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|apos|#39|#x27);/g, (whole, name: string) => ENTITIES[name] ?? whole);

const RUN = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function decodeBase64Url(text: string): string | null {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return new TextDecoder('utf-8').decode(Uint8Array.from(binary, (char) => char.charCodeAt(0)));
  } catch {
    return null;
  }
}

/** Proofpoint v3: `*` stands for the next replaced character, `**X` for a run of them. */
function openProofpoint3(href: string): string | null {
  const start = href.indexOf('/v3/__');
  const end = href.lastIndexOf('__;');
  if (start < 0 || end < start + 6) return null;
  const text = href.slice(start + 6, end);
  const rest = href.slice(end + 3);
  const replaced = [...(decodeBase64Url(rest.slice(0, Math.max(rest.indexOf('!'), 0))) ?? '')];
  let at = 0;
  const target = text.replace(/\*(\*.)?/g, (_, run: string | undefined) => {
    const count = run ? RUN.indexOf(run.charAt(1)) + 2 : 1;
    const part = replaced.slice(at, at + count).join('');
    at += count;
    return part;
  });
  // Collapsed `https:/host` is how the wrapper looks after some mail programs cleaned the path.
  return target.replace(/^(https?):\/(?!\/)/i, '$1://');
}

function openProofpoint(link: Link): string | null | undefined {
  if (link.path.startsWith('/v3/')) return openProofpoint3(link.href);
  const target = queryValue(link.query, 'u', '&');
  if (target === null) return undefined;
  if (link.path.startsWith('/v2/url'))
    return unescapeHtml(decodePercent(target.replaceAll('-', '%').replaceAll('_', '/')));
  return link.path.startsWith('/v1/url') ? unescapeHtml(target) : undefined;
}

const parameter = (name: string, path: RegExp) => (link: Link) =>
  path.test(link.path) ? (queryValue(link.query, name, '&') ?? undefined) : undefined;

const WRAPPERS: readonly Wrapper[] = [
  {
    by: 'Microsoft’s link protection',
    kind: 'protection',
    hosts: [
      '.safelinks.protection.outlook.com',
      '.safelinks.protection.office365.us',
      '.safelinks.protection.outlook.cn',
    ],
    open: (link) => queryValue(link.query, 'url', '&'),
  },
  {
    by: 'Microsoft’s link protection',
    kind: 'protection',
    hosts: ['statics.teams.cdn.office.net'],
    open: parameter('url', /^\/evergreen-assets\/safelinks\//),
  },
  {
    by: 'Proofpoint URL Defense',
    kind: 'protection',
    hosts: ['urldefense.proofpoint.com', 'urldefense.com', 'urldefense.us'],
    open: openProofpoint,
  },
  { by: 'Barracuda', kind: 'protection', hosts: ['linkprotect.cudasvc.com'], open: parameter('a', /^\/url/) },
  {
    by: 'Cisco Secure Email',
    kind: 'protection',
    hosts: ['secure-web.cisco.com'],
    open: (link) => {
      const address = link.href.split(/[?#]/, 1)[0] ?? '';
      const at = address.search(/\/https?%3a/i);
      return at < 0 ? null : decodePercent(address.slice(at + 1));
    },
  },
  { by: 'FireEye', kind: 'protection', hosts: ['protect2.fireeye.com'], open: parameter('u', /^\/v1\/url/) },
  // The `domain` hint of Mimecast proves nothing: only the token counts, and that is opaque.
  {
    by: 'Mimecast',
    kind: 'protection',
    hosts: ['.mimecast.com'],
    open: (link) => (link.path.startsWith('/s/') ? null : undefined),
  },
  {
    by: 'Facebook',
    kind: 'redirector',
    hosts: ['l.facebook.com', 'lm.facebook.com'],
    open: parameter('u', /^\/l\.php$/),
  },
  {
    by: 'YouTube',
    kind: 'redirector',
    hosts: ['www.youtube.com', 'youtube.com'],
    open: parameter('q', /^\/redirect$/),
  },
  { by: 'Slack', kind: 'redirector', hosts: ['slack-redir.net'], open: parameter('url', /^\/link$/) },
  { by: 'VK', kind: 'redirector', hosts: ['vk.com'], open: parameter('to', /^\/away\.php$/) },
  {
    by: 'href.li',
    kind: 'redirector',
    hosts: ['href.li'],
    open: (link) => (link.query ? decodePercent(link.query) : undefined),
  },
  {
    by: 'Bing',
    kind: 'redirector',
    hosts: ['www.bing.com', 'bing.com'],
    open: (link) => {
      const value = link.path === '/ck/a' ? queryValue(link.query, 'u') : null;
      return value?.startsWith('a1') ? decodeBase64Url(value.slice(2)) : undefined;
    },
  },
];

const byHost = new Map<string, Wrapper[]>();
for (const wrapper of WRAPPERS)
  for (const host of wrapper.hosts) byHost.set(host, [...(byHost.get(host) ?? []), wrapper]);

// Google's own top levels: .com and the country ones.
const GOOGLE = /^(?:www\.)?google\.(?:com|[a-z]{2}|com?\.[a-z]{2})$/;

function openGoogle(link: Link): string | null | undefined {
  if (link.path === '/url') return queryValue(link.query, 'q', '&') || queryValue(link.query, 'url', '&') || undefined;
  return link.path.startsWith('/amp/s/') ? `https://${link.path.slice(7)}${link.query && `?${link.query}`}` : undefined;
}

/** Opens one layer; null if the link is no wrapper. A wrapper on an odd port or with user-info is not believed. */
export function unwrap(link: Link): Unwrapped | null {
  if (link.scheme !== 'https' && link.scheme !== 'http') return null;
  if (link.signs.length > 0) return null;
  if (GOOGLE.test(link.host)) {
    const target = openGoogle(link);
    return target === undefined ? null : { by: 'Google', kind: 'protection', target };
  }
  for (let dot = -1; ; ) {
    const key = dot < 0 ? link.host : link.host.slice(dot);
    for (const wrapper of byHost.get(key) ?? []) {
      const target = wrapper.open(link);
      if (target !== undefined) return { by: wrapper.by, kind: wrapper.kind, target };
    }
    dot = link.host.indexOf('.', dot + 1);
    if (dot < 0) return null;
  }
}
