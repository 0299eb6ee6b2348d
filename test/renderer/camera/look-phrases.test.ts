/** What the camera view says of a look that could not tell everything. */
import { expect, test } from 'vitest';
import type { Observation } from '../../../electron/core/camera/observation.ts';
import { unclearWords } from '../../../renderer/camera/examine/unclear-words.ts';
import { headlineOf, unclearPhrase } from '../../../renderer/camera/look/look-phrases.ts';

const finished = { state: 'finished' } as const;
const unclear = { state: 'finished', unclear: unclearWords.doubtful } as const;
const person: Observation = { kind: 'person', box: null, confidence: 0.9, measure: {} };

test('one line for each reason, with every part that it holds for', () => {
  expect(
    unclearPhrase({ light: unclear, focus: finished, people: unclear, text: { state: 'not-finished' } }, []),
  ).toEqual([
    'Light and lens, Other people: couldn’t tell. Something may be a person, or not.',
    'Text: ran out of time; try again.',
  ]);
});

test('a part that noticed something has told, unless its time ended first', () => {
  expect(unclearPhrase({ people: unclear }, [person])).toEqual([]);
  expect(unclearPhrase({ people: { state: 'not-finished' } }, [person])).toHaveLength(1);
});

test('“nothing stood out” stands alone only where everything could be told', () => {
  expect(headlineOf([], unclearPhrase({ light: finished }, []))).toBe('Nothing stood out');
  expect(headlineOf([], unclearPhrase({ light: finished, people: unclear }, []))).toMatch(
    /not everything could be told/,
  );
});
