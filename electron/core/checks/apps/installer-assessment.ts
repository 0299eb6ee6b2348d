/** Owns the judgement of one installer: by its signature where it has one, else by where it was fetched from. */
import type { Product } from '../../catalogue/catalogue.ts';
import type { InstallerFile, Platform } from '../../facts/index.ts';
import { type FetchedFrom, fetchedFrom } from './download-site.ts';
import { isSignedByItsMaker, signerOf } from './signer.ts';

export type InstallerAssessment =
  | { readonly is: 'broken' | 'unsigned' }
  | { readonly is: 'look-alike' | 'insecure' | 'other-site' | 'shared-site'; readonly host: string }
  | { readonly is: 'other-signer' | 'maker'; readonly by: string }
  | { readonly is: 'official-site' | 'organisation'; readonly host: string }
  | { readonly is: 'not-recorded' };

/** Kinds that their makers sign on this system: on Linux the packages themselves carry no signature that could be checked. */
const isSignable = (path: string, platform: Platform): boolean =>
  platform === 'win32' ? /\.(?:exe|msi)$/i.test(path) : platform === 'darwin' && /\.pkg$/i.test(path);

const bySite = ({ site, host }: FetchedFrom): InstallerAssessment => {
  switch (site) {
    case 'official':
      return { is: 'official-site', host };
    case 'other':
      return { is: 'other-site', host };
    case 'shared':
      return { is: 'shared-site', host };
    default:
      return { is: site, host };
  }
};

/**
 * The strongest thing to be said. A signature of the maker that the system has checked proves the file whatever way it
 * came; the one exception is a name made to deceive, from which nothing should be taken.
 */
export const assessInstaller = (
  { signature, from, path }: InstallerFile,
  product: Product,
  platform: Platform,
  organisation: readonly string[] = [],
): InstallerAssessment => {
  if (signature?.is === 'broken') return { is: 'broken' };
  const fetched = fetchedFrom(from, product, organisation);
  if (fetched?.site === 'look-alike') return bySite(fetched);
  if (signature?.is === 'signed') {
    const signer = signerOf(signature, product, platform);
    if (signer === 'maker' && signature.checked) return { is: 'maker', by: signature.by };
    if (signer === 'other') return { is: 'other-signer', by: signature.by };
  }
  if (fetched?.site === 'insecure') return bySite(fetched);
  if (signature?.is === 'unsigned' && isSignable(path, platform) && isSignedByItsMaker(product, platform))
    return { is: 'unsigned' };
  return fetched === null ? { is: 'not-recorded' } : bySite(fetched);
};
