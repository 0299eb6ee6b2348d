/** Owns the attestation "each account has a password of its own that nobody guesses". */
import { messages, titles } from '../../messages/messages.ts';
import { defineAttestation } from '../define-attestation.ts';

const title = titles('strong-passwords', {
  open: 'Strong passwords: not confirmed yet',
  still: 'Strong passwords: is it still true?',
  confirmed: 'Strong passwords: confirmed by you',
  unknown: 'Couldn’t read your answer about strong passwords',
});

const words = messages('strong-passwords', {
  question: 'Has each meeting account a strong password of its own?',
  statement:
    'Each of my meeting accounts has a strong password that I use nowhere else, or a password manager made it.',
  why: 'Stolen passwords get tried everywhere. One that’s used twice is only as safe as the weaker place.',
  manager: 'Let a password manager make them',
  builtIn: 'Use the one in your browser or phone, or a program that works everywhere.',
  newOnes: 'Let it make a new password for each account, and turn on two-step sign-in for the manager itself.',
  random: 'To remember one: three random words',
  chance: 'Let chance choose the words: words that people choose get guessed.',
  greenroom: 'Greenroom can choose them for you, in its window or with “greenroom words”.',
  one: 'Use them for one account only.',
});

export const strongPasswords = defineAttestation({
  id: 'strong-passwords',
  area: 'protection',
  question: words.question,
  statement: words.statement,
  titles: title,
  why: words.why,
  remedies: {
    manager: { label: words.manager, steps: [words.builtIn, words.newOnes] },
    words: { label: words.random, steps: [words.chance, words.greenroom, words.one] },
  },
});
