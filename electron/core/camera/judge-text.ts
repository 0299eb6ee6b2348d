/** Owns judging what the reader of text returned: which lines are believed, and which belong together. */
import type { Box, Observation } from './observation.ts';

/** One line as the reader gives it. */
export interface ReadLine {
  readonly text: string;
  /** 0 to 1, the reader's own: the mean over the letters. */
  readonly confidence: number;
  readonly box: Box;
}

export const textLimits = {
  /** The surest line of a wall had 0.71 and more; where nothing is written no three letters had even 0.3. */
  confidence: 0.6,
  letters: 3,
  /** Below this letters are mistaken for others: enough to say that there is text, not to repeat what it says. */
  wording: 0.9,
} as const;

const letters = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]/gu) ?? [];

/** A pattern read as text repeats itself: "HHH", "lll", "0O0O". */
const isVaried = (text: string): boolean => new Set(letters(text)).size >= 3;

const isText = ({ text, confidence }: ReadLine): boolean =>
  confidence >= textLimits.confidence && letters(text).length >= textLimits.letters && isVaried(text);

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
  const reach = Math.min(a.height, b.height);
  return (
    a.x - reach < b.x + b.width &&
    b.x - reach < a.x + a.width &&
    a.y - reach < b.y + b.height &&
    b.y - reach < a.y + a.height
  );
};

interface Place {
  readonly box: Box;
  readonly lines: readonly ReadLine[];
}

/** Each line joins every place it is near to; places that it joins become one. */
const placesOf = (lines: readonly ReadLine[]): readonly Place[] =>
  lines.reduce<readonly Place[]>((places, line) => {
    const near = places.filter((place) => place.lines.some((other) => isNear(other.box, line.box)));
    const joined: Place = {
      box: near.reduce((box, place) => union(box, place.box), line.box),
      lines: [...near.flatMap((place) => place.lines), line],
    };
    return [...places.filter((place) => !near.includes(place)), joined];
  }, []);

/** Top to bottom, and within a line from left to right. */
const inReadingOrder = (lines: readonly ReadLine[]): readonly ReadLine[] =>
  lines.toSorted((a, b) =>
    Math.abs(a.box.y - b.box.y) < Math.min(a.box.height, b.box.height) / 2 ? a.box.x - b.box.x : a.box.y - b.box.y,
  );

/** One observation for each place with text, with the words that were read without doubt. */
export const judgeText = (read: readonly ReadLine[]): readonly Observation[] =>
  placesOf(read.filter(isText)).map(({ box, lines }) => {
    const words = inReadingOrder(lines)
      .filter(({ confidence }) => confidence >= textLimits.wording)
      .map(({ text }) => text)
      .join(' ');
    return {
      kind: 'text',
      box,
      ...(words === '' ? {} : { words }),
      confidence: Math.max(...lines.map(({ confidence }) => confidence)),
      measure: { lines: lines.length },
    };
  });
