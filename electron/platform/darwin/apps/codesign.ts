/** Owns asking macOS who signed programs: what the signatures say of themselves, and whether macOS finds them in order. */
import type { Product } from '../../../core/catalogue/catalogue.ts';
import type { Signature } from '../../../core/facts/index.ts';
import { type Machine, runRequired } from '../../machine/machine.ts';

const CODESIGN = '/usr/bin/codesign';
/** Offline both take a fraction of a second for each program; resources of large apps are left out. */
const LIMIT = { timeoutMs: 5_000, maxBytes: 1_048_576 };

export interface SignatureDetails {
  readonly authorities: readonly string[];
  readonly team: string | undefined;
  readonly adHoc: boolean;
  readonly notarised: boolean;
}

const UNSIGNED = ': code object is not signed at all';

/** The part of the answer about each path; it begins with the path, or with a file inside it. */
const blocksOf = (stderr: string): readonly string[] => stderr.split(/^(?=Executable=)/m);

const value = (block: string, key: string): string | undefined =>
  block
    .split('\n')
    .find((line) => line.startsWith(`${key}=`))
    ?.slice(key.length + 1);

/** What `codesign -dv --verbose=4` wrote to standard error, by path; `unsigned` for code without any signature. */
export const parseShown = (
  stderr: string,
  paths: readonly string[],
): ReadonlyMap<string, SignatureDetails | 'unsigned'> => {
  const found = new Map<string, SignatureDetails | 'unsigned'>();
  const lines = new Set(stderr.split('\n'));
  for (const path of paths) if (lines.has(`${path}${UNSIGNED}`)) found.set(path, 'unsigned');
  for (const block of blocksOf(stderr)) {
    const executable = value(block, 'Executable');
    const path = paths.find((it) => executable === it || executable?.startsWith(`${it}/`));
    if (path === undefined || found.has(path)) continue;
    const team = value(block, 'TeamIdentifier');
    found.set(path, {
      authorities: block.split('\n').flatMap((line) => (line.startsWith('Authority=') ? [line.slice(10)] : [])),
      team: team === undefined || team === 'not set' ? undefined : team,
      adHoc: value(block, 'Signature') === 'adhoc',
      notarised: value(block, 'Notarization Ticket') === 'stapled',
    });
  }
  return found;
};

/** What the signatures of these paths say of themselves: one program for all. Throws `FactUnavailable`. */
export const shownSignatures = async (machine: Machine, paths: readonly string[]) =>
  parseShown((await runRequired(machine, CODESIGN, ['-dv', '--verbose=4', ...paths], LIMIT)).stderr, paths);

const quoted = (text: string): string => `"${text.replace(/[^A-Za-z0-9.-]/g, '')}"`;

/**
 * "Signed by the team of this product, or by the App Store in its name", in the language of code requirements. `named`
 * binds it to the product's bundle identifiers, so that one maker's key does not vouch for another's program.
 */
const requirementFor = ({ traces: { darwin } }: Product, named: boolean): string | undefined => {
  if (darwin?.teamId === undefined || darwin.bundleIds.length === 0) return undefined;
  const names = darwin.bundleIds.map((id) => `identifier ${quoted(id)}`).join(' or ');
  const team = `certificate leaf[subject.OU] = ${quoted(darwin.teamId)}`;
  // The mark of certificates with which the App Store signs.
  const store = 'certificate leaf[field.1.2.840.113635.100.6.1.9] exists';
  return named
    ? `((${names}) and anchor apple generic and (${team} or ${store}))`
    : `(anchor apple generic and ${team})`;
};

/** Whether each of these paths meets the requirement of one of the products: one program for all. Throws `FactUnavailable`. */
export const checkedSignatures = async (
  machine: Machine,
  paths: readonly string[],
  products: readonly Product[],
  named = true,
): Promise<ReadonlyMap<string, 'met' | 'broken'>> => {
  const wanted = [...new Set(products.flatMap((product) => requirementFor(product, named) ?? []))].sort();
  if (wanted.length === 0) return new Map();
  const args = ['--verify', '--verbose=2', '--ignore-resources', `-R=${wanted.join(' or ')}`, ...paths];
  const lines = new Set((await runRequired(machine, CODESIGN, args, LIMIT)).stderr.split('\n'));
  return new Map(
    paths.flatMap((path): [string, 'met' | 'broken'][] => {
      if (lines.has(`${path}: explicit requirement satisfied`)) return [[path, 'met']];
      return lines.has(`${path}: invalid signature (code or signature have been modified)`) ? [[path, 'broken']] : [];
    }),
  );
};

/** "Developer ID Application: Zoom Communications, Inc. (BJ4HAAB9B3)" → "Zoom Communications, Inc." */
export const signerName = (authority: string): string =>
  authority
    .replace(/^[A-Za-z ]{1,60}: /, '')
    .replace(/ \([A-Z0-9]{10}\)$/, '')
    .slice(0, 200);

/** What was shown and what was checked, as one answer; undefined when nothing was shown. */
export const signatureOf = (
  shown: SignatureDetails | 'unsigned' | undefined,
  checked: 'met' | 'broken' | undefined,
): Signature | undefined => {
  if (shown === undefined) return undefined;
  if (checked === 'broken') return { is: 'broken' };
  if (shown === 'unsigned' || shown.adHoc) return { is: 'unsigned' };
  return {
    is: 'signed',
    by: signerName(shown.authorities[0] ?? 'somebody it does not name'),
    ...(shown.team === undefined ? {} : { team: shown.team }),
    checked: checked === 'met',
    ...(shown.notarised ? { notarised: true } : {}),
  };
};
