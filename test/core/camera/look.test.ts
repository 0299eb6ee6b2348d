/** What may leave the page of an examination: tried with the program's own gate for it. */
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { measuresOf } from '../../../electron/core/camera/look.ts';
import { lookMeasures } from '../../../electron/core/camera/look-schema.ts';
import type { Examination } from '../../../electron/core/camera/observation.ts';

const seen: Examination = {
  observations: [
    {
      kind: 'text',
      box: { x: 0.1, y: 0.2, width: 0.5, height: 0.1 },
      words: 'Q3 forecast',
      confidence: 0.9,
      measure: { height: 30 },
    },
    { kind: 'too-dark', box: null, confidence: 0.8, measure: { brightness: 38 } },
  ],
  parts: {
    light: { state: 'finished' },
    focus: { state: 'finished' },
    framing: { state: 'not-asked' },
    people: { state: 'not-available', reason: { id: 'Q3 model' } },
    screens: { state: 'not-finished' },
    movement: { state: 'finished' },
    text: { state: 'finished', unclear: { id: 'Q3 pattern' } },
  },
};

test('the program learns kinds, sizes and how far each part came, and no word', () => {
  const told = measuresOf(seen);
  expect(v.parse(lookMeasures, told)).toEqual(told);
  expect(told.noticed).toEqual([
    { kind: 'text', share: 0.05, confidence: 0.9 },
    { kind: 'too-dark', share: null, confidence: 0.8 },
  ]);
  expect(told.parts).toMatchObject({ text: 'unclear', people: 'not-available', screens: 'not-finished' });
  expect(JSON.stringify(told)).not.toMatch(/Q3/);
});
