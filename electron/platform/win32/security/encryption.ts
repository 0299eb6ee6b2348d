/** Owns the BitLocker state of each drive as a number, as Explorer has it. */
import * as v from 'valibot';
import type { Machine } from '../../machine/machine.ts';
import { section } from '../section.ts';

const schema = v.object({
  // One drive that answers otherwise harms only itself.
  volumes: v.array(v.object({ root: v.string(), state: v.fallback(v.nullish(v.number(), null), null) })),
});
export type EncryptionState = v.InferOutput<typeof schema>['volumes'][number];

export const encryptionStates = async (machine: Machine): Promise<readonly EncryptionState[]> =>
  (await section(machine, 'encryption', schema)).volumes;
