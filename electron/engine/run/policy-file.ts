/** Owns a policy that a person names by its file: used as a whole, or not at all. */
import { createHash } from 'node:crypto';
import { organisationPolicy } from '../../core/policy/merge.ts';
import type { Policy } from '../../core/policy/policy.ts';
import type { PolicyFault } from '../../core/policy/source-tree.ts';
import { readPolicyText } from '../../core/policy/text.ts';
import { InputError } from '../../core/text/input-error.ts';
import { count } from '../../core/text/phrases.ts';
import { knownKeys } from './known-keys.ts';

export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The policy in a text, with everything in it that cannot be used. */
export const readPolicyFile = async (
  file: string,
  text: string,
): Promise<{ readonly policy: Policy; readonly faults: readonly PolicyFault[] }> => {
  const read = organisationPolicy(
    [{ source: file, dialect: 'file', ...(await readPolicyText(file, text)) }],
    knownKeys,
  );
  return { policy: { ...read, digest: digestOf(text) }, faults: read.faults ?? [] };
};

/** The policy in a text. Throws `InputError` with the place of its first fault. */
export const parsePolicyFile = async (file: string, text: string): Promise<Policy> => {
  const { policy, faults } = await readPolicyFile(file, text);
  const [first, ...others] = faults;
  if (first === undefined) return policy;
  const more =
    others.length === 0 ? '' : ` (and ${count(others.length, 'more problem')}: greenroom policy lint ${file})`;
  throw new InputError(file, `${first.message}${more}`, first.origin.place);
};
