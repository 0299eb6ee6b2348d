/** Owns the one snapshot that everything shows, and who is told of each new one. */
import type { Snapshot } from '../../core/ipc/contract.ts';

export interface SnapshotStore {
  snapshot(): Snapshot;
  /** Calls `listener` with every new snapshot; returns the function that stops it. */
  subscribe(listener: (snapshot: Snapshot) => void): () => void;
  publish(change: Partial<Snapshot>): void;
}

/** Each sentence once. */
export const dedupe = (sentences: readonly string[]): readonly string[] => [...new Set(sentences)];

export const createSnapshotStore = (first: Snapshot): SnapshotStore => {
  const listeners = new Set<(snapshot: Snapshot) => void>();
  let current = first;
  return {
    snapshot: () => current,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    publish: (change) => {
      current = { ...current, ...change };
      for (const listener of listeners) {
        try {
          listener(current);
        } catch (error) {
          // One view that fails is no reason for the others to hear nothing; the fault is told where every fault is.
          queueMicrotask(() => {
            throw error;
          });
        }
      }
    },
  };
};
