/** Random words: each as likely as the others, and their strength told as it is. */
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { expect, test } from 'vitest';
import { randomWords, strengthBits, strengthWords } from '../../../../electron/core/checks/protection/random-words.ts';
import { english } from '../../../../electron/core/messages/format.ts';

/** Gives these numbers of 32 bits, one after the other. */
const giving = (...numbers: readonly number[]) => {
  const left = [...numbers];
  return (array: Uint32Array) => array.set([left.shift() ?? 0]);
};

test('a number beyond the last whole round of the list is drawn again', () => {
  const list = ['a', 'b', 'c'];
  // 2^32 is not divisible by three: its last number would make the first word a little likelier.
  expect(randomWords(1, giving(2 ** 32 - 1, 4), list)).toEqual(['b']);
  expect(randomWords(3, giving(0, 1, 2 ** 32 - 2), list)).toEqual(['a', 'b', 'c']);
});

test('every word comes as often as the others', () => {
  const drawn = randomWords(wordlist.length * 50, (numbers) => crypto.getRandomValues(numbers));
  const counts = new Map<string, number>();
  for (const word of drawn) counts.set(word, (counts.get(word) ?? 0) + 1);
  const chiSquared = wordlist.reduce((sum, word) => sum + ((counts.get(word) ?? 0) - 50) ** 2 / 50, 0);
  // 2047 degrees of freedom: mean 2047, standard deviation 64. Ten of them are passed once in no lifetime.
  expect(chiSquared).toBeGreaterThan(2047 - 640);
  expect(chiSquared).toBeLessThan(2047 + 640);
});

test('the list has no word twice, and only such as the clipboard’s gate lets through', () => {
  expect(new Set(wordlist).size).toBe(2048);
  for (const word of wordlist) expect(word).toMatch(/^[a-z]{3,8}$/);
});

test('strength is told in bits and in words, and three are not called enough for everything', () => {
  expect([3, 5, 8].map(strengthBits)).toEqual([33, 55, 88]);
  expect(english(strengthWords(3))).toContain('About 8 billion possibilities (33 bits)');
  expect(english(strengthWords(3))).toContain('Too little for a password manager');
  expect(english(strengthWords(4))).toContain('17 million million');
  expect(english(strengthWords(5))).not.toContain('take five');
});
