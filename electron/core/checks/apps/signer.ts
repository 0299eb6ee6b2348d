/** Owns whether a signature is that of a program's own maker. */
import type { Product } from '../../catalogue/catalogue.ts';
import type { Platform, Signature } from '../../facts/index.ts';

/** "Zoom Communications, Inc." and "ZOOM COMMUNICATIONS INC" are one: makers change how they write the end of their name. */
const nameOf = (organisation: string): string =>
  organisation
    .slice(0, 200)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/(?: (?:inc|llc|ltd|limited|corp|corporation|gmbh|co|company))+$/, '');

/**
 * Whose signature it is: the maker's own, somebody else's, or `unknown` where the catalogue does not say for certain who
 * signs this product on this system.
 */
export const signerOf = (
  signature: Extract<Signature, { is: 'signed' }>,
  product: Product,
  platform: Platform,
): 'maker' | 'other' | 'unknown' => {
  const { darwin, win32 } = product.traces;
  if (platform === 'darwin') {
    if (darwin?.teamId === undefined) return 'unknown';
    return signature.team === darwin.teamId ? 'maker' : 'other';
  }
  const signers = win32?.signers ?? [];
  if (platform !== 'win32' || signers.length === 0) return 'unknown';
  return signers.some((signer) => nameOf(signer) === nameOf(signature.by)) ? 'maker' : 'other';
};

/** Whether the catalogue says for certain who signs this product on this system, so that no signature is one too few. */
export const isSignedByItsMaker = ({ traces }: Product, platform: Platform): boolean =>
  platform === 'darwin'
    ? traces.darwin?.teamId !== undefined
    : platform === 'win32' && (traces.win32?.signers ?? []).length > 0;
