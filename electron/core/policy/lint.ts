/** Owns everything that is wrong with a policy text, the names of programs included. */
import type { Catalogue } from '../catalogue/catalogue.ts';
import { type KnownKeys, readPolicy } from './read.ts';
import type { PolicyFault } from './source-tree.ts';
import { readPolicyText } from './text.ts';

/** Every problem of a policy text in the order of its lines. A program counts as known when the catalogue holds it. */
export const lintPolicy = async (
  file: string,
  text: string,
  vocabulary: KnownKeys,
  catalogue: Catalogue,
): Promise<readonly PolicyFault[]> => {
  const { root, faults } = await readPolicyText(file, text);
  const products = catalogue.products.map(({ id }) => id);
  const read = root === null ? [] : readPolicy(root, { ...vocabulary, products }, 'file').faults;
  return [...faults, ...read].toSorted(
    ({ origin: { place: a } }, { origin: { place: b } }) =>
      (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0),
  );
};
