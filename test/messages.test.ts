/** Every message of the program, read out of its source: none is broken, doubled or left over, and titles are short. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { readMessages } from '../scripts/messages/read-messages.ts';

const all = readMessages();

type Elements = ReturnType<IntlMessageFormat['getAst']>;

/** The most words that a text can have: a value counts as one. */
const wordsIn = (elements: Elements): number => {
  let pieces = '';
  let more = 0;
  for (const element of elements) {
    if (element.type === 0) pieces += element.value;
    else if ('options' in element) {
      const branches = Object.values(element.options).map(({ value }) => wordsIn(value));
      more += Math.max(...branches);
      pieces += ' ';
    } else pieces += 'x';
  }
  return more + pieces.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
};

const parsed = (text: string): Elements => new IntlMessageFormat(text, 'en-GB').getAst();

test('every id stands once', () => {
  const seen = new Map<string, number>();
  for (const { id } of all) seen.set(id, (seen.get(id) ?? 0) + 1);
  expect([...seen].filter(([, times]) => times > 1)).toEqual([]);
  expect(all.length).toBeGreaterThan(0);
});

test('every message is said somewhere', () => {
  expect(all.filter(({ isUsed }) => !isUsed).map(({ id, file }) => `${id} in ${file}`)).toEqual([]);
});

test('every text can be parsed, and names its placeholders as the compiler reads them', () => {
  const broken = all.flatMap(({ id, text }) => {
    try {
      parsed(text);
    } catch (error) {
      return [`${id}: ${String(error)}`];
    }
    // In ICU text a straight apostrophe takes the meaning of a brace away.
    return /['"]|\s{2}|^\s|\s$|\{\s|\{\w+,(?! )/.test(text) ? [`${id}: ${text}`] : [];
  });
  expect(broken).toEqual([]);
});

describe('a title', () => {
  const titles = all.filter(({ isTitle }) => isTitle);

  test('has eight words at the most', () => {
    expect(titles.filter(({ text }) => wordsIn(parsed(text)) > 8).map(({ id, text }) => `${id}: ${text}`)).toEqual([]);
  });

  test('is no sentence with a stop, and no chain of pieces', () => {
    expect(titles.filter(({ text }) => /\.$|:.*:|;/.test(text)).map(({ id, text }) => `${id}: ${text}`)).toEqual([]);
  });
});

/** The placeholders of a text with their kinds: "n plural", "disk". */
const placeholders = (elements: Elements): readonly string[] => [
  ...new Set(
    elements.flatMap((element): readonly string[] => {
      if (element.type === 0 || element.type === 7) return [];
      const own = `${element.value} ${element.type}`;
      if (!('options' in element)) return [own];
      return [own, ...Object.values(element.options).flatMap(({ value }) => placeholders(value))];
    }),
  ),
];

const LOCALES = 'electron/core/messages/locales';
const files = existsSync(LOCALES) ? readdirSync(LOCALES) : [];

test.each(files)('%s says every message, with the same placeholders', (file) => {
  const texts = new Map<string, string>(Object.entries(JSON.parse(readFileSync(`${LOCALES}/${file}`, 'utf8'))));
  const english = new Map(all.map(({ id, text }) => [id, text]));
  expect([...english.keys()].filter((id) => !texts.has(id))).toEqual([]);
  expect([...texts.keys()].filter((id) => !english.has(id))).toEqual([]);
  const differing = [...texts].flatMap(([id, text]) => {
    const [theirs, ours] = [text, english.get(id) ?? ''].map((one) => placeholders(parsed(one)).toSorted());
    return JSON.stringify(theirs) === JSON.stringify(ours) ? [] : [`${id}: ${text}`];
  });
  expect(differing).toEqual([]);
});
