/** Owns the pseudo-language: English twice as long, accented, with the marks of a language written from right to left. */
import { IntlMessageFormat } from 'intl-messageformat';

type Elements = ReturnType<IntlMessageFormat['getAst']>;

const accents = new Map(
  [...'abcdefghijklmnopqrstuvwxyz'].map((letter, at) => [letter, [...'áƀçđéƒğĥíĵķĺɱñóƥɋŕšťúṽŵẋýž'][at] ?? letter]),
);

const RIGHT_TO_LEFT = '\u200F';

/** "Only" → "ÓÓññĺĺýý". */
export const accented = (text: string): string =>
  text.replace(/[a-z]/gi, (letter) => {
    const strange = accents.get(letter.toLowerCase()) ?? letter;
    return (letter === letter.toLowerCase() ? strange : strange.toUpperCase()).repeat(2);
  });

const strange = (elements: Elements): Elements =>
  elements.map((element) => {
    if (element.type === 0) return { ...element, value: accented(element.value) };
    if (!('options' in element)) return element;
    const options = Object.entries(element.options).map(([key, { value }]) => [key, { value: strange(value) }]);
    return { ...element, options: Object.fromEntries(options) };
  });

/** An English text as the pseudo-language has it, parsed. */
export const pseudoText = (english: string): Elements => {
  const mark = { type: 0, value: RIGHT_TO_LEFT } as const;
  return [mark, ...strange(new IntlMessageFormat(english, 'en').getAst()), mark];
};

/** A value, marked: the only thing that is the same in this language. */
export const pseudoValue = (text: string): string => `⟦${text}⟧`;

/** What of a text the pseudo-language does not know: words that are no message. Empty when the text is clean. */
export const plainWords = (text: string): readonly string[] => {
  let rest = text;
  for (let last = ''; last !== rest; ) {
    last = rest;
    rest = rest.replace(/⟦[^⟦⟧]*⟧/g, '');
  }
  return rest.match(/[a-z]{2,}/gi) ?? [];
};
