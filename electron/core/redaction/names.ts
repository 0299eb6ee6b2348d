/** Owns putting stand-ins in the place of names, so that a text means the same and tells of nobody. */
import { computerNames, type Identity, personNames } from '../facts/identity.ts';

/**
 * Where a name is looked for: also inside longer words; as a word; only where names of accounts, computers and drives
 * stand (paths, addresses, labels); nowhere, since a word of the system's would go with it.
 */
export const reaches = ['part', 'word', 'value', 'nowhere'] as const;
export type Reach = (typeof reaches)[number];

export interface Name {
  readonly text: string;
  /** Letters, digits, points and dashes alone: it needs no escaping in any form of text. */
  readonly standIn: string;
  readonly reach: Reach;
}

/** Names that say nothing about anybody, and that stand in system files for other reasons. */
const ordinary: ReadonlySet<string> = new Set(
  `root user admin administrator debian ubuntu fedora arch linux mint suse localhost machine desktop laptop windows macbook mac
   home data`.split(/\s+/),
);

/** From this length on a name inside a longer word is that name: "zaphods-laptop". */
const SHORTEST_PART = 5;
/** A letter is a word of every language: it is a name only where names stand. */
const SHORTEST_WORD = 2;
/** From this length on endings and numbers may follow. */
const SHORTEST_STEM = 3;

const reachOf = (text: string, asPart: boolean): Reach => {
  if (ordinary.has(text.toLowerCase())) return 'nowhere';
  if (text.length < SHORTEST_WORD) return 'value';
  return asPart && text.length >= SHORTEST_PART ? 'part' : 'word';
};

export const nameOf = (text: string, standIn: string, asPart = false): Name => ({
  text,
  standIn,
  reach: reachOf(text, asPart),
});

/** The names of a computer and of its person, with what is to stand in their places. */
export const identityNames = (
  identity: Identity,
  standIns: { readonly person?: string; readonly computer?: string },
): readonly Name[] => {
  const { person, computer } = standIns;
  const domain = identity.domain ?? '';
  return [
    ...(person === undefined ? [] : personNames(identity).map((text) => nameOf(text, person, true))),
    ...(computer === undefined ? [] : computerNames(identity).map((text) => nameOf(text, computer, true))),
    ...(computer === undefined || domain === '' ? [] : [nameOf(domain, 'example.org', true)]),
  ];
};

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const asciiEscaped = (text: string): string =>
  text.replace(/[^ -~]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** A name as programs write it: with escapes, and with something else in place of its spaces. */
const formsOf = (text: string): readonly string[] => {
  const forms = [
    text,
    text.replaceAll(' ', '_'),
    text.replaceAll(' ', '-'),
    text.replaceAll(' ', '\\040'),
    text.replaceAll('\\', '\\\\').replaceAll(':', '\\:'),
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
    JSON.stringify(text).slice(1, -1),
    asciiEscaped(JSON.stringify(text).slice(1, -1)),
    text.normalize('NFD'),
    text.normalize('NFC'),
    encodeURI(text.toWellFormed()),
  ];
  return [...new Set(forms)].toSorted((a, b) => b.length - a.length);
};

/** A whole value, a label, and what follows the folder of accounts or of drives, an account's sign or a backslash. */
const BEFORE_VALUE =
  '(?:^|(?<=/(?:home|Users|media|media/[^/"]{1,64}|mnt|Volumes|Managed Preferences)/|@|\\\\|"(?:label|Label|model|name)"\\s*:\\s*"))';
const AFTER_VALUE = '(?=[/\\\\@"\'<]|$)';

const patternOf = ({ text, reach }: Name): RegExp | null => {
  if (text === '' || reach === 'nowhere') return null;
  const forms = formsOf(text).map(escaped).join('|');
  switch (reach) {
    case 'part':
      return new RegExp(`(?:${forms})`, 'giu');
    case 'word': {
      // "Annas", "Anna’s", "anna2" and "anna_home" are hers as well.
      if (text.length < SHORTEST_STEM) return new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms})(?![\\p{L}\\p{N}])`, 'giu');
      const edges = /^[\p{L}\p{N}]/u.test(text) ? '(?<![\\p{L}])' : '';
      return new RegExp(`${edges}(?:${forms})(?=['’]?s?(?![\\p{L}]))`, 'giu');
    }
    case 'value':
      return new RegExp(`${BEFORE_VALUE}(?:${forms})${AFTER_VALUE}|(?<![\\p{L}\\p{N}._-])(?:${forms})(?=@)`, 'giu');
  }
};

/** Letters that stand in no text: what was put in once is not taken for a name itself. */
const OPEN = '\uE000';
const CLOSE = '\uE001';

/** A function that puts stand-ins in the places of names. Longer names go first, so that none is left in part. */
export const nameReplacer = (names: readonly Name[]): ((text: string) => string) => {
  const known = new Map<string, Name>();
  for (const name of names) if (!known.has(name.text)) known.set(name.text, name);
  const sorted = [...known.values()].toSorted((a, b) => b.text.length - a.text.length);
  const patterns = sorted.flatMap((name) => {
    const pattern = patternOf(name);
    return pattern === null ? [] : [{ pattern, standIn: name.standIn }];
  });
  return (text) => {
    let result = text.replace(/[\uE000\uE001]/g, '');
    for (const [index, { pattern }] of patterns.entries()) result = result.replace(pattern, `${OPEN}${index}${CLOSE}`);
    return result.replace(/\uE000(\d+)\uE001/g, (_all, index: string) => patterns[Number(index)]?.standIn ?? '');
  };
};

/** A value with every text in it replaced; its shape and its keys stay. */
export const mapTexts = <T>(value: T, replaced: (text: string, key: string) => string): T => {
  const deep = (inner: unknown, key: string): unknown => {
    if (typeof inner === 'string') return replaced(inner, key);
    if (Array.isArray(inner)) return inner.map((one) => deep(one, key));
    if (inner === null || typeof inner !== 'object') return inner;
    return Object.fromEntries(Object.entries(inner).map(([name, one]) => [name, deep(one, name)]));
  };
  return deep(value, '') as T;
};
