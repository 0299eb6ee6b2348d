/** Owns what a person has snoozed, on disk. */

import * as v from 'valibot';
import { messages } from '../../core/messages/messages.ts';
import { messageSchema } from '../../core/messages/schema.ts';
import { LONGEST_REASON, type PersonalWaiver } from '../../core/waivers/waivers.ts';
import type { Stored } from './files/stored-file.ts';
import { createJsonStore } from './json-store.ts';

const words = messages('waiver-store', { file: 'The file with what you have snoozed' });

const time = v.pipe(v.string(), v.isoTimestamp());

const storeIn = (folder: string) =>
  createJsonStore<{ readonly waivers: readonly PersonalWaiver[] }>({
    folder,
    file: 'waivers.json',
    // What is set aside, also what has ended.
    name: words.file,
    version: 'greenroom.waivers/1',
    schema: v.object({
      waivers: v.array(
        v.object({
          key: v.string(),
          judged: v.picklist(['fail', 'caution', 'unknown']),
          required: v.boolean(),
          title: v.string(),
          message: v.exactOptional(messageSchema),
          reason: v.pipe(v.string(), v.maxLength(LONGEST_REASON)),
          since: time,
          until: time,
        }),
      ),
    }),
    empty: { waivers: [] },
  });

export const loadWaivers = async (folder: string): Promise<Stored<readonly PersonalWaiver[]>> => {
  const { value, notices } = await storeIn(folder).load();
  return { value: value.waivers, notices };
};

/** Puts `waivers` in the place of those with the same keys, takes back those of `ended`, and drops what is over. */
export const changeWaivers = async (
  folder: string,
  change: { readonly waivers?: readonly PersonalWaiver[]; readonly ended?: readonly string[] },
  now: Date,
): Promise<void> => {
  const fresh = change.waivers ?? [];
  const replaced = new Set([...fresh.map((one) => one.key), ...(change.ended ?? [])]);
  await storeIn(folder).change(({ waivers }) => ({
    waivers: [...waivers.filter((one) => !replaced.has(one.key) && Date.parse(one.until) > now.getTime()), ...fresh],
  }));
};
