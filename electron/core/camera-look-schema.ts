/** Owns what is believed of a look that the page tells: numbers within their limits and names from a list, nothing else. */
import * as v from 'valibot';
import { type LookMeasures, type lookParts, MOST_NOTICED, observationKinds, partStates } from './camera-look.ts';

const ratio = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const part = v.picklist(partStates);

export const lookMeasures: v.GenericSchema<unknown, LookMeasures> = v.strictObject({
  parts: v.strictObject({
    text: part,
    people: part,
    screens: part,
    movement: part,
    light: part,
    sharpness: part,
    cover: part,
    framing: part,
  } satisfies Record<(typeof lookParts)[number], typeof part>),
  noticed: v.pipe(
    v.array(
      v.strictObject({
        kind: v.picklist(observationKinds),
        share: v.nullable(ratio),
        confidence: ratio,
        measure: v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(1_000_000)),
      }),
    ),
    v.maxLength(MOST_NOTICED),
  ),
});
