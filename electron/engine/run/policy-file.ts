/** Owns a policy that a person names by its file: used as a whole, or not at all. */
import { createHash } from 'node:crypto';
import { messages } from '../../core/messages/messages.ts';
import { term } from '../../core/messages/value.ts';
import { organisationPolicy } from '../../core/policy/merge.ts';
import type { Policy } from '../../core/policy/policy.ts';
import type { PolicyFault } from '../../core/policy/source-tree.ts';
import { readPolicyText } from '../../core/policy/text.ts';
import { InputError } from '../../core/text/input-error.ts';
import { knownKeys } from './known-keys.ts';

const words = messages('policy-file-refused', {
  more: '{problem} (and {n, plural, one {# more problem} other {# more problems}}: {command})',
});

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
  const more = words.more({
    problem: first.message,
    n: others.length,
    command: term(`greenroom policy lint ${file}`),
  });
  throw new InputError(file, others.length === 0 ? first.message : more, first.origin.place);
};
