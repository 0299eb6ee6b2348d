/** Owns the notes of what Greenroom has changed on disk: each is written before the change it tells of. */

import * as v from 'valibot';
import { type AppliedFix, appliedStates, keptChanges } from '../../core/fixes/change.ts';
import { fixIds } from '../../core/fixes/fix.ts';
import { messages } from '../../core/messages/messages.ts';
import { messageSchema } from '../../core/messages/schema.ts';
import type { Stored } from '../storage/files/stored-file.ts';
import { createJsonStore } from '../storage/json-store.ts';
import { isStillRunning } from './process-birth.ts';

const words = messages('change-store', { file: 'The file with what Greenroom has changed' });

const time = v.pipe(v.string(), v.isoTimestamp());
const text = v.pipe(v.string(), v.maxLength(2_000));
const value = v.record(
  text,
  // A level may stand above 100 %.
  v.union([text, v.pipe(v.number(), v.minValue(0), v.maxValue(1000)), v.boolean(), v.null()]),
);

const storeIn = (folder: string) =>
  createJsonStore<{ readonly changes: readonly AppliedFix[] }>({
    folder,
    file: 'fixes.json',
    name: words.file,
    version: 'greenroom.fixes/1',
    schema: v.object({
      changes: v.pipe(
        v.array(
          v.object({
            id: text,
            fix: v.picklist(fixIds),
            way: text,
            key: text,
            did: messageSchema,
            at: time,
            until: v.nullable(time),
            before: value,
            after: value,
            state: v.picklist(appliedStates),
            pid: v.pipe(v.number(), v.integer()),
            born: v.exactOptional(text),
            endedAt: v.exactOptional(time),
          }),
        ),
        v.maxLength(10_000),
      ),
    }),
    empty: { changes: [] },
  });

export const loadChanges = async (folder: string): Promise<Stored<readonly AppliedFix[]>> => {
  const { value: stored, notices } = await storeIn(folder).load();
  return { value: stored.changes, notices };
};

/** Changes that this process is at work on. */
const atWork = new Set<string>();

/** This very process made it, and not an earlier one that had its number. */
const isOwn = (change: AppliedFix): boolean => change.pid === process.pid && isStillRunning(change);

/** No fix works that long: the number of its process has gone to another one. */
const LONGEST_MS = 3_600_000;

/** Some Greenroom works on it at this moment. */
export const isAtWork = (change: AppliedFix): boolean =>
  change.state === 'begun' &&
  (isOwn(change) ? atWork.has(change.id) : isStillRunning(change) && Date.now() - Date.parse(change.at) < LONGEST_MS);

/** Its process has ended in the middle. */
export const isAbandoned = (change: AppliedFix): boolean => change.state === 'begun' && !isAtWork(change);

/** The Greenroom that made it has ended. */
export const isOrphaned = (change: AppliedFix): boolean => !isOwn(change) && !isStillRunning(change);

/** It was made by another Greenroom that still runs. */
export const isOwnedElsewhere = (change: AppliedFix): boolean => !isOwn(change) && isStillRunning(change);

/** Whatever became of it, this process works on it no longer. */
export const leaveChange = (id: string): void => void atWork.delete(id);

/** Writes the note; false when another change is under way, here or in another process: then nothing is written. */
export const beginChange = async (folder: string, change: AppliedFix): Promise<boolean> => {
  let isWritten = false;
  // Before it is written, so that nobody here takes it for one that was left behind.
  if (isOwn(change)) atWork.add(change.id);
  try {
    await storeIn(folder).change((stored) => {
      isWritten = !stored.changes.some(isAtWork);
      return isWritten ? { changes: keptChanges([...stored.changes, change]) } : stored;
    });
  } finally {
    if (!isWritten) leaveChange(change.id);
  }
  return isWritten;
};

/** Replaces the note; null takes it away, as nothing was changed. */
export const endChange = async (folder: string, id: string, next: Partial<AppliedFix> | null): Promise<void> => {
  await storeIn(folder).change(({ changes }) => ({
    changes: keptChanges(
      changes.flatMap((one) => (one.id === id ? (next === null ? [] : [{ ...one, ...next }]) : [one])),
    ),
  }));
};
