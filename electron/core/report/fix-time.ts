/** Owns how long it takes to put things right: what is known adds up, also where one estimate is missing. */
import { count } from '../text/phrases.ts';
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

/** "about 3 minutes", "at least 218 minutes"; null where nothing is known. */
export const fixTimeWords = ({ minutes, isComplete }: FixTime): string | null =>
  minutes === 0 ? null : `${isComplete ? 'about' : 'at least'} ${count(minutes, 'minute')}`;

/** "About 3 minutes."; empty where nothing is known. */
export const fixTimeSentence = (time: FixTime): string => {
  const words = fixTimeWords(time);
  return words === null ? '' : `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
};
