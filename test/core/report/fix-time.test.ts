/** How long it takes to put things right, as a person would say it. */
import { expect, test } from 'vitest';
import { english } from '../../../electron/core/messages/format.ts';
import { fixTime, fixTimeSentence } from '../../../electron/core/report/fix-time.ts';

test.each([
  [1, true, 'about 1 minute', 'About 1 minute.'],
  [89, true, 'about 89 minutes', 'About 89 minutes.'],
  [90, true, 'about 2 hours', 'About 2 hours.'],
  [149, true, 'about 2 hours', 'About 2 hours.'],
  [150, true, 'about 3 hours', 'About 3 hours.'],
  [89, false, 'at least 89 minutes', 'At least 89 minutes.'],
  // What is known to take that long takes no less.
  [119, false, 'at least 1 hour', 'At least 1 hour.'],
  [218, false, 'at least 3 hours', 'At least 3 hours.'],
])('%i minutes, all known: %s', (minutes, isComplete, words, sentence) => {
  const told = fixTime({ minutes, isComplete });
  expect(told === null ? null : english(told)).toBe(words);
  expect(fixTimeSentence({ minutes, isComplete }).map(english)).toEqual([sentence]);
});
