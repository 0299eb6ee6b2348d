/** Owns what the address a file was fetched from says: its maker's own site, one dressed up as it, or neither. */
import type { Product } from '../../catalogue/catalogue.ts';
import { foldAscii, latinLikeness, readableHost } from '../../invite/impersonation/confusables.ts';
import { impersonationsIn } from '../../invite/impersonation/impersonation.ts';
import { isIpAddress, type Link, LONGEST_LINK, splitLink } from '../../invite/links/link.ts';
import { registrableDomainOf } from '../../invite/links/registrable-domain.ts';
import { operatorOf } from '../../invite/services/index.ts';
import { vendorPage } from '../../invite/services/other-names.ts';

type Site =
  /** The maker's own place, over an encrypted connection. */
  | { readonly is: 'official' }
  /** Named in the organisation's policy. */
  | { readonly is: 'organisation' }
  /** Anybody on the way could have changed what came. */
  | { readonly is: 'insecure' }
  /** A name that is made to be taken for the maker's. */
  | { readonly is: 'look-alike' }
  /** A place where anybody may put files: its name tells nothing about who did. */
  | { readonly is: 'shared' }
  | { readonly is: 'other' };

export interface FetchedFrom {
  readonly site: Site['is'];
  /** ASCII, without user name, port and path. */
  readonly host: string;
}

/** No name of a host is longer (RFC 1035). */
const LONGEST_HOST = 253;

/** Hosts of files and pages of many people, in addition to those that the public suffix list names. */
const SHARED: ReadonlySet<string> = new Set(
  `github.com githubusercontent.com gitlab.com bitbucket.org sourceforge.net dropbox.com dropboxusercontent.com sharepoint.com
   live.com 1drv.ms google.com googleusercontent.com googleapis.com box.com mediafire.com mega.nz wetransfer.com we.tl
   archive.org discordapp.com discordapp.net slack-files.com icloud.com icloud-content.com`.split(/\s+/),
);

const entryOf = (entry: string): { host: string; path: string } => {
  const slash = entry.indexOf('/');
  return slash < 0 ? { host: entry, path: '/' } : { host: entry.slice(0, slash), path: entry.slice(slash) };
};

const isOn = (host: string, place: string): boolean =>
  place.startsWith('.') ? host.endsWith(place) || host === place.slice(1) : host === place;

const isOfficial = (link: Link, product: Product): boolean =>
  (product.officialSites ?? [])
    .map(entryOf)
    .some(({ host, path }) => isOn(link.host, host) && link.path.toLowerCase().startsWith(path.toLowerCase()));

/** The names somebody had to register for the maker's places; hosts of many makers' files are none. */
const officialDomains = (product: Product): ReadonlySet<string> =>
  new Set(
    (product.officialSites ?? [])
      .map((entry) => registrableDomainOf(entryOf(entry).host.replace(/^\./, '')))
      .filter(({ domain, sharedHosting }) => !sharedHosting && !SHARED.has(domain))
      .map(({ domain }) => domain),
  );

const words = (text: string): readonly string[] => text.split(/[^a-z0-9]+/).filter((word) => word.length > 3);

/** Words by which a person knows the maker: the product's name, and what stands first in its official names. */
const brandsOf = (product: Product): ReadonlySet<string> =>
  new Set(
    [product.id, ...[...officialDomains(product)].map((domain) => domain.split('.', 1)[0] ?? '')]
      .flatMap(words)
      .map(foldAscii),
  );

/** Whether the registered name holds the maker's name as a word of its own, in letters that look like its own. */
const isDressedAs = (domain: string, product: Product): boolean => {
  const label = foldAscii(latinLikeness(readableHost(domain)).split('.', 1)[0] ?? '');
  const brands = brandsOf(product);
  return label
    .split('-')
    .some((word) => brands.has(word) || [...brands].some((brand) => brand.length > 7 && word.includes(brand)));
};

const isLookAlike = (link: Link, product: Product): boolean => {
  const owner = registrableDomainOf(link.host);
  const own = operatorOf(link.host) !== null || vendorPage(link.host, link.path + link.query) !== null;
  if (own || isIpAddress(link.host)) return false;
  if (isDressedAs(owner.domain, product)) return true;
  // What stands before the "@" is never the host, however official it looks.
  if (link.userInfo !== '' && [...officialDomains(product)].some((domain) => link.userInfo.includes(domain)))
    return true;
  return impersonationsIn(link, owner).some(
    ({ strength, service }) => strength === 'strong' || (strength === 'near' && service.id === product.id),
  );
};

/** `127.0.0.1` and the like: nothing came over a network. */
const isThisComputer = (host: string): boolean => /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(host);

const siteOf = (link: Link, product: Product, organisation: readonly string[]): Site['is'] => {
  const { domain, sharedHosting } = registrableDomainOf(link.host);
  const official = isOfficial(link, product);
  const ofOrganisation = organisation.some((site) => isOn(link.host, `.${site.toLowerCase().replace(/^\./, '')}`));
  if (!official && !ofOrganisation && isLookAlike(link, product)) return 'look-alike';
  if (link.scheme !== 'https' && !isThisComputer(link.host)) return 'insecure';
  if (ofOrganisation) return 'organisation';
  if (official) return 'official';
  // Below the maker's own names others may put files too: recordings, attachments.
  const ofMaker = officialDomains(product).has(domain) || operatorOf(link.host)?.id === product.id;
  return sharedHosting || SHARED.has(domain) || ofMaker ? 'shared' : 'other';
};

/**
 * Where the first of these addresses leads; null when it says nothing about a network (`about:internet`, `file:`) or
 * cannot be read. `organisation`: domains that the organisation hands out programs from.
 */
export const fetchedFrom = (
  from: readonly string[],
  product: Product,
  organisation: readonly string[] = [],
): FetchedFrom | null => {
  // A page that made the file itself, as chat programs do with attachments, stands for whoever sent it.
  const made = /^blob:/i.test(from[0] ?? '');
  const link = splitLink((from[0] ?? '').slice(made ? 5 : 0, LONGEST_LINK));
  if (link === null || link.host === '' || !/^(?:https?|ftp)$/.test(link.scheme)) return null;
  const host = link.host.endsWith('.') ? link.host.slice(0, -1) : link.host;
  if (host.length > LONGEST_HOST) return null;
  const site = siteOf({ ...link, host }, product, organisation);
  return { host, site: made && site === 'official' ? 'shared' : site };
};
