/** Owns how long it takes to put things right: what is known adds up, also where one estimate is missing. */
import { localise } from '../messages/localise.ts';
import { type Message, messages } from '../messages/messages.ts';
import type { Finding } from './finding.ts';

export interface FixTime {
  /** The known estimates together. */
  readonly minutes: number;
  /** Of each finding it is known. */
  readonly isComplete: boolean;
}

export const fixTimeOf = (findings: readonly Pick<Finding, 'minutes'>[]): FixTime => ({
  minutes: findings.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
  isComplete: findings.every(({ minutes }) => minutes !== null),
});

const words = messages('fix-time', {
  about: 'about {n, plural, one {# minute} other {# minutes}}',
  atLeast: 'at least {n, plural, one {# minute} other {# minutes}}',
  aboutSentence: 'About {n, plural, one {# minute} other {# minutes}}.',
  atLeastSentence: 'At least {n, plural, one {# minute} other {# minutes}}.',
});

/** "about 3 minutes", "at least 218 minutes"; null where nothing is known. */
export const fixTime = ({ minutes, isComplete }: FixTime): Message | null =>
  minutes === 0 ? null : (isComplete ? words.about : words.atLeast)({ n: minutes });

/** The same in words. */
export const fixTimeWords = (time: FixTime): string | null => {
  const told = fixTime(time);
  return told === null ? null : localise(told);
};

/** "About 3 minutes."; none where nothing is known. */
export const fixTimeSentence = ({ minutes, isComplete }: FixTime): readonly Message[] =>
  minutes === 0 ? [] : [(isComplete ? words.aboutSentence : words.atLeastSentence)({ n: minutes })];
