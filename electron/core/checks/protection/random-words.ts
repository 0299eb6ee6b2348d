/** Owns random words for a password that a person has to remember: chance chooses them, and their strength is told as it is. */
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { type Message, messages } from '../../messages/messages.ts';

const words = messages('random-words', {
  thousand: '{n, number} thousand',
  million: '{n, number} million',
  billion: '{n, number} billion',
  millionMillion: '{n, number} million million',
  most: '{n, number} thousand million million',
  weak: 'About {possibilities} possibilities ({bits, number} bits). Enough to sign in to a service that locks out repeated guesses, best with two-step sign-in. Too little for a password manager or an encrypted disk: take five words or more.',
  fair: 'About {possibilities} possibilities ({bits, number} bits). Good for signing in anywhere. For a password manager or an encrypted disk take five words or more.',
  strong:
    'About {possibilities} possibilities ({bits, number} bits). Good for signing in anywhere, and for a password manager or an encrypted disk.',
});

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

/** "8 billion", "17 million million": what the fewest words give is over a thousand. */
const possibilities = (number: number): Message => {
  const exponent = number * Math.log10(wordlist.length);
  const groups = [words.thousand, words.million, words.billion, words.millionMillion] as const;
  const group = Math.floor(exponent / 3) - 1;
  const say = groups[group];
  if (say !== undefined) return say({ n: Math.floor(10 ** (exponent - (group + 1) * 3)) });
  return words.most({ n: Math.floor(10 ** (exponent - 15)) });
};

/** What so many words withstand, in plain words. */
export const strengthWords = (number: number): Message => {
  const bits = strengthBits(number);
  const say = bits < 44 ? words.weak : bits < 55 ? words.fair : words.strong;
  return say({ possibilities: possibilities(number), bits });
};
