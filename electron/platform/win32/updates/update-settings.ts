/** Owns how Windows Update is set, and what it and the component store left for the next start. */
import * as v from 'valibot';
import type { Machine } from '../../machine/machine.ts';
import { section, text } from '../section.ts';

/** A key of which only the existence counts; false where that is closed to this account. */
const key = v.nullish(v.union([v.literal(false), v.record(v.string(), v.unknown())]), null);

const schema = v.object({
  pending: v.nullish(v.boolean(), null),
  pendingUpdate: key,
  pendingPart: key,
  hours: v.nullish(
    v.object({
      ActiveHoursStart: text,
      ActiveHoursEnd: text,
      SmartActiveHoursState: text,
      PauseUpdatesExpiryTime: text,
      closed: v.optional(v.boolean(), false),
    }),
    null,
  ),
  hoursPolicy: v.nullish(v.object({ SetActiveHours: text, ActiveHoursStart: text, ActiveHoursEnd: text }), null),
  level: v.nullish(v.number(), null),
  policy: v.nullish(v.object({ NoAutoUpdate: text, AUOptions: text }), null),
  service: text,
  now: text,
});
export type UpdateSettings = v.InferOutput<typeof schema>;

export const updateSettings = (machine: Machine): Promise<UpdateSettings> => section(machine, 'updateSettings', schema);
