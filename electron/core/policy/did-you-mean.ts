/** Owns guessing what a person meant by a name that nobody knows. */

import { type Message, messages } from '../messages/messages.ts';
import { list, term } from '../messages/value.ts';

/** Changes of one letter, two neighbours exchanged counted as one, that lead from one word to the other. */
const distance = (a: string, b: string): number => {
  let [before, row] = [[] as number[], Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 0) + 1 : change;
      next.push(Math.min(change, swapped, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? 0;
};

/** The known name that differs least from `name`; undefined when none is near. */
export const didYouMean = (name: string, known: readonly string[]): string | undefined => {
  const short = name.slice(0, 60).toLowerCase();
  const [best] = known
    .map((word) => ({ word, far: distance(short, word.toLowerCase()) }))
    .toSorted((a, b) => a.far - b.far);
  return best !== undefined && best.far <= Math.max(2, best.word.length / 3) ? best.word : undefined;
};

const MOST_NEAR = 4;

/** The known names that hold `name`, begin alike or differ least from it; the nearest first. */
export const nearNames = (name: string, known: readonly string[]): readonly string[] => {
  const short = name.slice(0, 60).toLowerCase();
  const holding = short.length < 2 ? [] : known.filter((word) => word.includes(short));
  const near = didYouMean(name, known);
  return [...new Set([...(near === undefined ? [] : [near]), ...holding])].slice(0, MOST_NEAR);
};

const words = messages('suggestion', { near: 'Did you mean “{name}”?', known: 'Known are: {names}.' });

/** "Did you mean …?"; null where nothing is near. */
export const nearest = (name: string, known: readonly string[]): Message | null => {
  const near = didYouMean(name, known);
  return near === undefined ? null : words.near({ name: term(near) });
};

/** "Did you mean …?", or all that is known where nothing is near. */
export const suggestion = (name: string, known: readonly string[]): Message =>
  nearest(name, known) ?? words.known({ names: list(known.map(term), 'comma') });
