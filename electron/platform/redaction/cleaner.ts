/** Owns taking names out of a text. Apart from what reads recordings: the log is written at each check. */
import type { Identity } from '../../core/facts/identity.ts';
import type { Platform } from '../../core/facts/index.ts';
import { identityNames, mapTexts, type Name, nameReplacer } from '../../core/redaction/names.ts';
import { withoutPatterns } from './patterns.ts';

const homeFor: Readonly<Record<Platform, string>> = {
  linux: '/home/user',
  darwin: '/Users/user',
  win32: 'C:\\Users\\user',
};

/** The person's own names, and what stands in their places. */
export const ownNames = (identity: Identity): readonly Name[] =>
  identityNames(identity, { person: 'user', computer: 'machine' });

/** A function that takes names of people, computers and networks out of a text. */
export const textCleaner = (
  platform: Platform,
  identity: Identity,
  names: readonly Name[] = ownNames(identity),
  rest: (text: string) => string = withoutPatterns(platform, new Set()),
): ((text: string) => string) => {
  const withoutNames = nameReplacer(names);
  const { home } = identity;
  // Texts of JSON have every backslash twice.
  const homes = [home, JSON.stringify(home).slice(1, -1)].filter((one) => one.length > 1);
  return (text) => {
    let result = text;
    for (const one of homes) result = result.replaceAll(one, one === home ? homeFor[platform] : 'C:\\\\Users\\\\user');
    return withoutNames(rest(result));
  };
};

/** The same for every text in a value, which keeps its shape. */
export const cleanerFor = (platform: Platform, identity: Identity, names?: readonly Name[]): (<T>(value: T) => T) => {
  const clean = textCleaner(platform, identity, names);
  return (value) => mapTexts(value, clean);
};
