/** Owns whether installed RPM packages are signed with a key that this computer trusts. */

import { FactUnavailable } from '../../../../core/facts/fact.ts';
import type { AppProof } from '../../../../core/facts/index.ts';
import { messages } from '../../../../core/messages/messages.ts';
import { product } from '../../../../core/messages/value.ts';
import { type Machine, runRequired } from '../../../machine/machine.ts';

const words = messages('rpm-signatures', {
  signedBy: 'packages signed by {owner}',
  untold: 'rpm didn’t say how its packages are signed.',
});

/** Keys that were imported are packages of this name. Their version ends with the id of the key. */
const KEYS = 'gpg-pubkey';
const FORMAT = '%{NAME}\\t%{VERSION}\\t%{SIGPGP:pgpsig}\\t%{RSAHEADER:pgpsig}\\t%{SUMMARY}\\n';

/** The last eight digits of a key's id or fingerprint: what every rpm writes of it. */
const keyIn = (signature: string): string | undefined =>
  /key (?:id|fingerprint):? ([0-9a-f]{8,64})/i.exec(signature.slice(0, 400))?.[1]?.slice(-8).toLowerCase();

/** "gpg(Fedora (43) <fedora-43-primary@fedoraproject.org>)", or with " public key" behind it: whose key it is, without address. */
const ownerIn = (summary: string): string =>
  summary
    .slice(0, 300)
    .replace(/ ?<[^<>]*>/, '')
    .replace(/^gpg\((.*)\)$/, '$1')
    .replace(/ public key$/, '');

/** What rpm printed, by package. */
export const parseSignatures = (stdout: string): ReadonlyMap<string, AppProof> => {
  const rows = stdout.split('\n').flatMap((line) => {
    const [name = '', version = '', whole, header, summary = ''] = line.split('\t');
    return whole === undefined || header === undefined
      ? []
      : [{ name, version, signature: `${whole} ${header}`, summary }];
  });
  const keys = new Map(
    rows
      .filter(({ name }) => name === KEYS)
      .map(({ version, summary }) => [version.slice(-8).toLowerCase(), ownerIn(summary)]),
  );
  return new Map(
    rows.map(({ name, signature }): [string, AppProof] => {
      const key = keyIn(signature);
      const owner = key === undefined ? undefined : keys.get(key);
      return [
        name,
        owner === undefined ? { is: 'no-source' } : { is: 'source', name: words.signedBy({ owner: product(owner) }) },
      ];
    }),
  );
};

/** What rpm says for packages, by name; one call for all of them. Throws `FactUnavailable`. */
export const rpmProofs = async (
  machine: Machine,
  packages: readonly string[],
): Promise<ReadonlyMap<string, AppProof>> => {
  const args = ['-q', '--qf', FORMAT, ...packages, KEYS];
  const { stdout } = await runRequired(machine, '/usr/bin/rpm', args, { timeoutMs: 8_000 });
  const proofs = parseSignatures(stdout);
  if (!packages.some((name) => proofs.has(name))) throw new FactUnavailable('unreadable', words.untold);
  return proofs;
};
