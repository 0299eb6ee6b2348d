/** Owns what is believed of a look that the page tells: numbers within their limits and names from a list, nothing else. */
import * as v from 'valibot';
import { type LookMeasures, MOST_NOTICED, partStates } from './look.ts';
import { type ExaminationPart, observationKinds } from './observation.ts';

const ratio = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const part = v.picklist(partStates);

export const lookMeasures: v.GenericSchema<unknown, LookMeasures> = v.strictObject({
  parts: v.strictObject({
    light: part,
    focus: part,
    framing: part,
    people: part,
    screens: part,
    movement: part,
    text: part,
  } satisfies Record<ExaminationPart, typeof part>),
  noticed: v.pipe(
    v.array(v.strictObject({ kind: v.picklist(observationKinds), share: v.nullable(ratio), confidence: ratio })),
    v.maxLength(MOST_NOTICED),
  ),
});
