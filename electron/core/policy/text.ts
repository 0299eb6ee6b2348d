/** Owns the choice between the two ways to write a policy file, by its name. */
import { readJsonPolicy } from './json.ts';
import { MAX_POLICY_BYTES, policyFileWords, type ReadSource } from './source-tree.ts';

const isYaml = (file: string): boolean => /\.ya?ml$/i.test(file);

/** Reads the text of a policy file: YAML by its name, else JSON. */
export const readPolicyText = async (file: string, text: string): Promise<ReadSource> => {
  if (text.length > MAX_POLICY_BYTES) {
    const message = policyFileWords.large({ n: MAX_POLICY_BYTES / 1024 });
    return { root: null, faults: [{ origin: { source: file, place: null }, message, decides: true }] };
  }
  const plain = text.replace(/^\uFEFF/, '');
  // Most computers have no policy in YAML: they do not load what reads it.
  return isYaml(file) ? (await import('./yaml.ts')).readYamlPolicy(file, plain) : readJsonPolicy(file, plain);
};
