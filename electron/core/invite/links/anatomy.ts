/** A link taken apart for showing: every piece, which of them deceives, and the one name that says who answers. */

import { readableHost } from '../impersonation/confusables.ts';
import type { LinkJudgement } from './judgement.ts';
import { registrableDomainOf } from './registrable-domain.ts';

export type PieceRole = 'scheme' | 'user-info' | 'subdomain' | 'owner' | 'port' | 'path' | 'secret';

export interface LinkPiece {
  readonly role: PieceRole;
  readonly text: string;
  /** Start and end in `LinkAnatomy.text`. */
  readonly start: number;
  readonly end: number;
  /** Made to be read as something it is not. */
  readonly deceptive: boolean;
}

export interface LinkAnatomy {
  /** The address as a browser would open it, in ASCII. */
  readonly text: string;
  /** The server, to be shown large. */
  readonly host: string;
  /** The host in the letters it imitates, when it is not plain ASCII; otherwise null. */
  readonly readableHost: string | null;
  /** The name somebody had to register: who answers. */
  readonly owner: string;
  readonly pieces: readonly LinkPiece[];
}

/** Takes the judged link apart. Null for links without a host. */
export function anatomyOf(judged: LinkJudgement): LinkAnatomy | null {
  const { target: link, verdict, deceptivePart } = judged;
  if (!link.host) return null;
  const bad = verdict === 'suspicious';
  const owner = registrableDomainOf(link.host).domain;
  const pieces: LinkPiece[] = [];
  let text = '';
  const add = (role: PieceRole, part: string, deceptive: boolean) => {
    if (part === '') return;
    pieces.push({ role, text: part, start: text.length, end: text.length + part.length, deceptive });
    text += part;
  };
  const inHost = (part: string) =>
    bad && deceptivePart !== null && deceptivePart !== '' && part.includes(deceptivePart);
  const below = link.host.slice(0, link.host.length - owner.length);
  const cutAt = link.raw.indexOf('#');
  const tailStart = link.href.indexOf('/', link.href.indexOf('//') + 2);
  const tail =
    link.scheme === 'http' || link.scheme === 'https'
      ? tailStart < 0
        ? ''
        : link.href.slice(tailStart)
      : link.path + (link.query && `?${link.query}`) + (cutAt < 0 ? '' : link.hash);
  const secretAt = tail.search(/[?#]/);

  add('scheme', `${link.scheme}://`, bad && link.scheme === 'http');
  add('user-info', link.userInfo && `${link.userInfo}@`, bad);
  add(
    'subdomain',
    below,
    bad &&
      below !== '' &&
      (inHost(below) ||
        (deceptivePart !== null && link.host.includes(deceptivePart) && !owner.includes(deceptivePart))),
  );
  add('owner', owner, inHost(owner) || (bad && deceptivePart === link.host));
  add('port', link.port && `:${link.port}`, bad);
  add(
    'path',
    secretAt < 0 ? tail : tail.slice(0, secretAt),
    bad && deceptivePart !== null && tail.includes(deceptivePart),
  );
  add('secret', secretAt < 0 ? '' : tail.slice(secretAt), false);
  const readable = readableHost(link.host);
  return { text, host: link.host, readableHost: readable === link.host ? null : readable, owner, pieces };
}
