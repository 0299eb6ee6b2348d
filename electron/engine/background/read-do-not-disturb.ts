/** Owns reading whether a person may be interrupted now: three facts, only when there is something to tell. */

import { type InterruptionFacts, interruptionFacts } from '../../core/background/do-not-disturb.ts';
import { builtInCatalogue } from '../../core/catalogue/index.ts';
import { unknown } from '../../core/facts/fact.ts';
import { messages } from '../../core/messages/messages.ts';
import { readersFor } from '../../platform/index.ts';
import type { MachinePort } from '../../platform/machine/machine.ts';
import { gather } from '../run/gather.ts';

const words = messages('do-not-disturb', { late: 'It wasn’t read in time.' });

/** A notice can wait that long; after it nothing is known, and nothing is told. */
const DEADLINE_MS = 5_000;

export const readInterruption = async (port: MachinePort): Promise<InterruptionFacts> => {
  const facts = await gather({
    port,
    readers: await readersFor[port.host.platform](),
    catalogue: builtInCatalogue,
    keys: interruptionFacts,
    deadlineMs: DEADLINE_MS,
    signal: new AbortController().signal,
    clock: () => new Date(),
  });
  const late = unknown('timed-out', words.late);
  return {
    cameraUse: facts.cameraUse?.fact ?? late,
    microphoneUse: facts.microphoneUse?.fact ?? late,
    focusMode: facts.focusMode?.fact ?? late,
  };
};
