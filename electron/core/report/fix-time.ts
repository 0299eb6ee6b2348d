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
  aboutHours: 'about {n, plural, one {# hour} other {# hours}}',
  atLeastHours: 'at least {n, plural, one {# hour} other {# hours}}',
  aboutSentence: 'About {n, plural, one {# minute} other {# minutes}}.',
  atLeastSentence: 'At least {n, plural, one {# minute} other {# minutes}}.',
  aboutHoursSentence: 'About {n, plural, one {# hour} other {# hours}}.',
  atLeastHoursSentence: 'At least {n, plural, one {# hour} other {# hours}}.',
});

/** From here on nobody counts in minutes. */
const IN_HOURS = 90;
const hours = (minutes: number): { readonly n: number } => ({ n: Math.round(minutes / 60) });
const wholeHours = (minutes: number): { readonly n: number } => ({ n: Math.floor(minutes / 60) });

/** "about 3 minutes", "at least 3 hours"; null where nothing is known. */
export const fixTime = ({ minutes, isComplete }: FixTime): Message | null => {
  if (minutes === 0) return null;
  if (minutes < IN_HOURS) return (isComplete ? words.about : words.atLeast)({ n: minutes });
  return isComplete ? words.aboutHours(hours(minutes)) : words.atLeastHours(wholeHours(minutes));
};

/** The same in words. */
export const fixTimeWords = (time: FixTime): string | null => {
  const told = fixTime(time);
  return told === null ? null : localise(told);
};

/** "About 3 minutes."; none where nothing is known. */
export const fixTimeSentence = ({ minutes, isComplete }: FixTime): readonly Message[] => {
  if (minutes === 0) return [];
  if (minutes < IN_HOURS) return [(isComplete ? words.aboutSentence : words.atLeastSentence)({ n: minutes })];
  return [isComplete ? words.aboutHoursSentence(hours(minutes)) : words.atLeastHoursSentence(wholeHours(minutes))];
};
