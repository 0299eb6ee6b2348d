/** Whether a host is dressed up as a mail filter or redirector: `safelinks.protection.outlook.com.desk.example`. */

import { foldAscii } from '../impersonation/confusables.ts';
import { registrableDomainOf } from '../links/registrable-domain.ts';
import { GATEWAYS } from './gateways.ts';
import { REDIRECTORS } from './redirectors.ts';

const hosts = [
  ...new Set([
    ...[...GATEWAYS, ...REDIRECTORS].flatMap((wrapper) => wrapper.hosts.map((host) => host.replace(/^\./, ''))),
    'www.google.com',
    'google.com',
  ]),
];
const names = [...new Set([...hosts, ...hosts.map((host) => registrableDomainOf(host).domain)])].filter(
  (name) => name.length >= 7,
);
const known = new Set(names);
const folded = new Set(names.map(foldAscii));

/** Invented names: nobody else has a reason to put them into his own. */
const BRANDS =
  /safelinks?|urldefen[sc]e|proofpoint|mimecast|linkprotect|cudasvc|vadesecure|avanan|trendmicro|fireeye|hornetsecurity|esvalabs|barracuda|checkpoint-?url|microsoft|google/;

/** True only for hosts that no row of the tables knows. */
export function imitatesGateway(host: string): boolean {
  const labels = host.split('.');
  for (const undone of new Set([host, host.replaceAll('-', '.')])) {
    const parts = undone.split('.');
    for (let from = 0; from < parts.length - 1; from += 1) {
      for (let to = from + 2; to <= Math.min(parts.length, from + 6); to += 1) {
        const isEnd = undone === host && to === parts.length;
        if (!isEnd && known.has(parts.slice(from, to).join('.'))) return true;
      }
    }
  }
  for (let from = 0; from < labels.length - 1; from += 1) {
    const name = labels.slice(from).join('.');
    if (!known.has(name) && folded.has(foldAscii(name))) return true;
  }
  const { domain } = registrableDomainOf(host);
  return !known.has(domain) && BRANDS.test(domain.split('.', 1)[0] ?? '');
}
