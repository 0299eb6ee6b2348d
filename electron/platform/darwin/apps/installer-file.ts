/** Owns looking at one installer on a Mac: where it was fetched from, and its signature. */

import type { Catalogue } from '../../../core/catalogue/catalogue.ts';
import type { Signature } from '../../../core/facts/index.ts';
import { product } from '../../../core/messages/value.ts';
import type { InstallerReader } from '../../installer-reader.ts';
import type { Machine } from '../../machine/machine.ts';
import { optional } from '../../optional.ts';
import { reasons } from '../../reasons.ts';
import { PlistError, parsePlist } from '../plist/index.ts';
import { checkedSignatures, shownSignatures, signatureOf, signerName } from './codesign.ts';

const WHERE_FROM = 'com.apple.metadata:kMDItemWhereFroms';

/** Addresses in the attribute, which `xattr -px` prints as hexadecimal bytes of a binary property list. */
export const parseWhereFrom = (hex: string): readonly string[] => {
  const digits = hex.replace(/\s+/g, '');
  if (!/^(?:[0-9a-f]{2})*$/i.test(digits)) return [];
  try {
    const value = parsePlist(Buffer.from(digits, 'hex'));
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string' && item !== '').slice(0, 2) : [];
  } catch (error) {
    if (error instanceof PlistError) return [];
    throw error;
  }
};

const whereFrom = async (machine: Machine, path: string): Promise<readonly string[]> => {
  const result = await machine.run('/usr/bin/xattr', ['-px', WHERE_FROM, path], {
    timeoutMs: 3_000,
    maxBytes: 1_048_576,
  });
  return result?.code === 0 ? parseWhereFrom(result.stdout) : [];
};

/** What `pkgutil --check-signature` printed; null when it is in no form that is known. */
export const parsePackageSignature = (stdout: string): Signature | null => {
  const status = /^ *Status: (.{1,200})$/m.exec(stdout)?.[1] ?? '';
  if (status === 'no signature') return { is: 'unsigned' };
  const authority = /^ *1\. (.{1,200})$/m.exec(stdout)?.[1];
  if (authority === undefined) return null;
  const team = /\(([A-Z0-9]{10})\)$/.exec(authority)?.[1];
  return {
    is: 'signed',
    by: signerName(authority),
    ...(team === undefined ? {} : { team }),
    checked: status.startsWith('signed by a developer certificate issued by Apple'),
    ...(/^ *Notarization: trusted by the Apple notary service$/m.test(stdout) ? { notarised: true } : {}),
  };
};

const signature = async (
  machine: Machine,
  path: string,
  catalogue: Catalogue,
  named: string | null,
): Promise<Signature | null> => {
  if (/\.pkg$/i.test(path)) {
    const result = await machine.run('/usr/sbin/pkgutil', ['--check-signature', path], { timeoutMs: 10_000 });
    return result === undefined ? null : parsePackageSignature(result.stdout);
  }
  if (!/\.dmg$/i.test(path)) return null;
  const products = catalogue.products.filter(({ id }) => id === named);
  const [shown, checked] = await Promise.all([
    shownSignatures(machine, [path]),
    checkedSignatures(machine, [path], products, false),
  ]);
  return signatureOf(shown.get(path), checked.get(path)) ?? null;
};

export const installerFile: InstallerReader = async (machine, path, catalogue, named) => {
  const [from, found = null] = await Promise.all([
    optional(whereFrom(machine, path)),
    optional(signature(machine, path, catalogue, named)),
  ]);
  const gaps = [
    ...(from === undefined ? [reasons.fetchedFrom] : []),
    ...(found === null && /\.(?:pkg|dmg)$/i.test(path) ? [reasons.signer({ system: product('macOS') })] : []),
  ];
  return { from: from ?? [], signature: found, gaps };
};
