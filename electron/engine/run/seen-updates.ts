/** Owns the memory of waiting updates of the running program: a run is given it, and adds what it saw. */
import { known } from '../../core/facts/fact.ts';
import { rememberUpdates } from '../../core/facts/known-updates.ts';
import type { InjectedFacts } from '../../core/facts/profile.ts';
import type { SettledFacts } from '../../core/report/report.ts';
import type { UpdateMemoryStore } from '../storage/known-updates-store.ts';

export interface SeenUpdates {
  /** What a run is given, and sentences for the person about a file that could not be used. */
  load(): Promise<{ readonly facts: InjectedFacts; readonly notices: readonly string[] }>;
  /** Keeps what a run saw; a run that could not list the updates changes nothing. */
  record(facts: SettledFacts): Promise<void>;
}

export const createSeenUpdates = (store: UpdateMemoryStore): SeenUpdates => ({
  load: async () => {
    const { value, notices } = await store.load();
    const fact = known(value, 'what Greenroom remembers of updates');
    return { facts: { updateMemory: { fact, at: new Date().toISOString() } }, notices };
  },
  record: async (facts) => {
    const seen = facts.pendingUpdates;
    if (seen?.fact.state !== 'known') return;
    const { updates } = seen.fact.value;
    await store.change((memory) => rememberUpdates(memory, updates, seen.at));
  },
});
