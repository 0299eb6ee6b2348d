/** Owns turns at Greenroom's folder: of all that read, change and write in it one goes at a time, in this process and among all. */

import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { messages } from '../../../core/messages/messages.ts';
import { place } from '../../../core/messages/value.ts';
import { folderAnswers } from '../answers.ts';
import { isLeftover } from '../files/atomic-file.ts';
import { StorageError, storageError } from '../files/storage-error.ts';
import { createLockAttempt, type Release, waitingOwner } from './folder-lock.ts';
import { hasEnded } from './lock-owner.ts';

const words = messages('turn', { late: '{folder} didn’t answer in time. Try again in a moment.' });

/** Writing takes milliseconds. Longer than any disk should take, shorter than a person's patience. */
const LIMIT_MS = 20_000;
const TRY_EVERY_MS = 5;

const take = async (folder: string, isLate: () => boolean): Promise<Release> => {
  const lock = await createLockAttempt(folder);
  try {
    while (!isLate()) {
      const release = await lock.attempt();
      if (release !== null) return release;
      // Not all at the same moment.
      await pause(TRY_EVERY_MS * (1 + 2 * Math.random()));
    }
    throw late(folder);
  } finally {
    await lock.end();
  }
};

const late = (folder: string): StorageError => new StorageError(words.late({ folder: place(folder) }));

/** What killed writes left behind. Nobody else writes now, so that nothing of it is still wanted. */
const removeLeftovers = async (folder: string): Promise<void> => {
  for (const place of [folder, path.join(folder, 'calendars')]) {
    for (const name of await readdir(place).catch((): string[] => [])) {
      const file = path.join(place, name);
      const owner = waitingOwner(name);
      // The second is the lock of versions up to 0.1.
      const isOver =
        isLeftover(name) || name === 'history.jsonl.lock' || (owner !== null && (await hasEnded(owner, file)));
      if (isOver) await rm(file, { recursive: true, force: true }).catch(() => {});
    }
  }
};

/** One turn that hangs holds one thread: it need not be asked before each. */
const ASKED_FOR_MS = 1_000;
const answered = new Map<string, number>();

const stillAnswers = async (folder: string): Promise<void> => {
  if (performance.now() - (answered.get(folder) ?? Number.NEGATIVE_INFINITY) < ASKED_FOR_MS) return;
  await folderAnswers(folder);
  answered.set(folder, performance.now());
};

const last = new Map<string, Promise<unknown>>();
const tidied = new Set<string>();

/**
 * Does `work` while nobody else does theirs in this folder. Not to be called within a turn, which would wait for itself.
 * Throws what `work` throws, and `StorageError` when the disk takes nothing, or too long.
 */
export const inTurn = async <T>(folder: string, work: () => Promise<T>): Promise<T> => {
  let isLate = false;
  const alone = async (): Promise<T> => {
    let release: Release;
    try {
      if (isLate) throw late(folder);
      await stillAnswers(folder);
      release = await take(folder, () => isLate);
    } catch (error) {
      throw storageError(path.join(folder, 'greenroom.lock'), error);
    }
    try {
      if (!tidied.has(folder)) await removeLeftovers(folder);
      tidied.add(folder);
      return await work();
    } finally {
      await release();
    }
  };
  const turn = (last.get(folder) ?? Promise.resolve()).then(alone);
  last.set(
    folder,
    turn.catch(() => {}),
  );
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      isLate = true;
      // Where it hangs, that is the reason.
      folderAnswers(folder).then(() => reject(late(folder)), reject);
    }, LIMIT_MS);
  });
  // A disk that hangs keeps its turn, and nobody who waits for it.
  return Promise.race([turn, limit]).finally(() => clearTimeout(timer));
};
