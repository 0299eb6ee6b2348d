/** Owns judging what the reader of text returned: which words are believed, and which belong together. */
import type { Box, Observation } from './observation.ts';

/** One word as the reader gives it. */
export interface ReadWord {
  readonly text: string;
  /** 0 to 1, the reader's own. */
  readonly confidence: number;
  readonly box: Box;
}

export const textLimits = {
  /** True words sit at 0.85 to 0.96. On patterns without text the reader invents words up to 0.8, of one or two letters. */
  confidence: 0.75,
  letters: 3,
  /** One word alone must be longer: bricks were once read as "HHH". */
  lettersAlone: 5,
  /** The reader found so many pieces, and so few words among them: a pattern. Then "no text" cannot be said. */
  busy: 100,
  busyWords: 3,
} as const;

const letters = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/** A pattern read as text repeats itself: "HHH", "lll", "0O0O". */
const isVaried = (text: string): boolean => new Set(text.toLowerCase().match(/[\p{L}\p{N}]/gu)).size >= 3;

const isWord = ({ text, confidence }: ReadWord): boolean =>
  confidence >= textLimits.confidence && letters(text) >= textLimits.letters && isVaried(text);

const union = (a: Box, b: Box): Box => {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
};

/** Next to each other or below each other, closer than a line of this height. Shares of width count as those of height. */
const isNear = (a: Box, b: Box): boolean => {
  const reach = 1.6 * Math.min(a.height, b.height);
  return (
    a.x - reach < b.x + b.width &&
    b.x - reach < a.x + a.width &&
    a.y - reach < b.y + b.height &&
    b.y - reach < a.y + a.height
  );
};

interface Place {
  readonly box: Box;
  readonly words: readonly ReadWord[];
}

/** Each word joins every place it is near to; places that it joins become one. */
const placesOf = (words: readonly ReadWord[]): readonly Place[] =>
  words.reduce<readonly Place[]>((places, word) => {
    const near = places.filter((place) => place.words.some((other) => isNear(other.box, word.box)));
    const joined: Place = {
      box: near.reduce((box, place) => union(box, place.box), word.box),
      words: [...near.flatMap((place) => place.words), word],
    };
    return [...places.filter((place) => !near.includes(place)), joined];
  }, []);

/** Top to bottom, and within a line from left to right. */
const inReadingOrder = (words: readonly ReadWord[]): readonly ReadWord[] =>
  words.toSorted((a, b) =>
    Math.abs(a.box.y - b.box.y) < Math.min(a.box.height, b.box.height) / 2 ? a.box.x - b.box.x : a.box.y - b.box.y,
  );

/** One observation for each place with text. */
export const judgeText = (read: readonly ReadWord[]): readonly Observation[] =>
  placesOf(read.filter(isWord))
    .filter(({ words }) => words.length > 1 || letters(words[0]?.text ?? '') >= textLimits.lettersAlone)
    .map(({ box, words }) => ({
      kind: 'text',
      box,
      words: inReadingOrder(words)
        .map(({ text }) => text)
        .join(' '),
      confidence: Math.max(...words.map(({ confidence }) => confidence)),
      measure: { words: words.length },
    }));

/** Whether so little came of so many pieces that "nothing found" would mean nothing. */
export const isBusyPattern = (pieces: number, read: readonly ReadWord[]): boolean =>
  pieces > textLimits.busy && read.filter(isWord).length < textLimits.busyWords;
