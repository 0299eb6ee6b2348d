/** Owns the attestation "each account has a password of its own that nobody guesses". */
import { defineAttestation } from '../define-attestation.ts';

export const strongPasswords = defineAttestation({
  id: 'strong-passwords',
  area: 'protection',
  question: 'Has each meeting account a strong password of its own?',
  statement:
    'Each of my meeting accounts has a strong password that I use nowhere else, or a password manager made it.',
  name: 'Strong passwords',
  why: 'A password that is used twice is as safe as the weaker of the two places. Stolen lists are tried everywhere.',
  remedies: {
    manager: {
      label: 'Let a password manager make them',
      steps: [
        'Browsers and phones have one built in; a program of its own works in all of them.',
        'Let it make a new password for each account, and turn on two-step sign-in for the manager itself.',
      ],
    },
    words: {
      label: 'For the one you have to remember: three random words',
      steps: [
        'Let chance choose the words. Words that people choose themselves are guessed.',
        'Greenroom can choose them for you, here in its window or with “greenroom words”.',
        'Use them for one account only.',
      ],
    },
  },
});
