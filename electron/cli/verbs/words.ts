/** Owns `greenroom words`: random words for a password, printed once and kept nowhere. */

import { FEWEST_WORDS, MOST_WORDS, randomWords, strengthWords } from '../../core/checks/protection/random-words.ts';
import { localise } from '../../core/messages/localise.ts';
import { says } from '../../core/messages/says.ts';
import { term } from '../../core/messages/value.ts';
import { WrongUsage } from '../exit.ts';
import { type Io, warn } from '../io.ts';

const words = says('words-verb', {
  count: '--count needs a whole number from {fewest, number} to {most, number}, not “{text}”.',
});

export const runWords = (options: { readonly count?: string }, io: Io): Promise<number> => {
  const number = Number(options.count ?? FEWEST_WORDS);
  if (!(Number.isInteger(number) && number >= FEWEST_WORDS && number <= MOST_WORDS)) {
    throw new WrongUsage(words.count({ fewest: FEWEST_WORDS, most: MOST_WORDS, text: term(String(options.count)) }));
  }
  io.stdout.write(`${randomWords(number, (numbers) => crypto.getRandomValues(numbers)).join(' ')}\n`);
  // The words alone go into a pipe.
  warn(io, `${localise(strengthWords(number))}\n`);
  return Promise.resolve(0);
};
