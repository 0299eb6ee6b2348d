/** Owns random words for a password that a person has to remember: chance chooses them, and their strength is told as it is. */
import { wordlist } from '@scure/bip39/wordlists/english.js';

/** "Three random words", as the United Kingdom's National Cyber Security Centre advises. */
export const FEWEST_WORDS = 3;
export const MOST_WORDS = 8;

/** Fills the array with random numbers of 32 bits: `crypto.getRandomValues`. */
export type FillRandom = (numbers: Uint32Array<ArrayBuffer>) => unknown;

/** A number from 0 to `below` - 1, each as likely as the others: what lies beyond the last whole round is drawn again. */
const randomBelow = (below: number, fill: FillRandom): number => {
  const whole = 2 ** 32 - (2 ** 32 % below);
  for (;;) {
    const [number = whole] = fill32(fill);
    if (number < whole) return number % below;
  }
};

const fill32 = (fill: FillRandom): Uint32Array => {
  const numbers = new Uint32Array(1);
  fill(numbers);
  return numbers;
};

/** So many words, each chosen from the whole list: one may come twice. */
export const randomWords = (number: number, fill: FillRandom, list: readonly string[] = wordlist): readonly string[] =>
  Array.from({ length: number }, () => list[randomBelow(list.length, fill)] ?? '');

/** Bits of strength against somebody who knows the list and the number of words. */
export const strengthBits = (number: number): number => Math.floor(number * Math.log2(wordlist.length));

const groups = ['', 'thousand', 'million', 'billion', 'million million', 'thousand million million'] as const;

/** "8 billion", "17 million million". */
const possibilities = (number: number): string => {
  const exponent = number * Math.log10(wordlist.length);
  const group = Math.min(Math.floor(exponent / 3), groups.length - 1);
  return `${Math.floor(10 ** (exponent - group * 3))} ${groups[group]}`;
};

/** What so many words withstand, in plain words. */
export const strengthWords = (number: number): string => {
  const known = `About ${possibilities(number)} possibilities (${strengthBits(number)} bits).`;
  if (strengthBits(number) < 44) {
    return `${known} Enough to sign in to a service that locks out whoever guesses often, best with two-step sign-in. Too little for a password manager or an encrypted disk: take five words or more.`;
  }
  if (strengthBits(number) < 55) {
    return `${known} Good for signing in anywhere. For a password manager or an encrypted disk take five words or more.`;
  }
  return `${known} Good for signing in anywhere, and for a password manager or an encrypted disk.`;
};
