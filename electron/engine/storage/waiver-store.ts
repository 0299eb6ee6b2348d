/** Owns what a person has set aside, on disk. */
import path from 'node:path';
import * as v from 'valibot';
import { parseInput } from '../../core/text/json-input.ts';
import { LONGEST_REASON, type PersonalWaiver } from '../../core/waivers/waivers.ts';
import { writeAtomically } from './atomic-file.ts';
import { readStored, readToChange, type Stored } from './stored-file.ts';

const SCHEMA = 'greenroom.waivers/1';

const time = v.pipe(v.string(), v.isoTimestamp());
const schema = v.object({
  schema: v.literal(SCHEMA),
  waivers: v.array(
    v.object({
      key: v.string(),
      judged: v.picklist(['fail', 'caution', 'unknown']),
      required: v.boolean(),
      title: v.string(),
      reason: v.pipe(v.string(), v.maxLength(LONGEST_REASON)),
      since: time,
      until: time,
    }),
  ),
});

const fileIn = (folder: string): string => path.join(folder, 'waivers.json');

/** What is set aside, also what has ended. */
const NAME = 'The file with what you have set aside';

const parse = (file: string, text: string) => parseInput(file, text, schema);

export const loadWaivers = async (folder: string): Promise<Stored<readonly PersonalWaiver[]>> => {
  const { value, notices } = await readStored(fileIn(folder), NAME, parse);
  return { value: value?.waivers ?? [], notices };
};

/** Puts `waivers` in the place of those with the same keys, takes back those of `ended`, and drops what is long over. */
export const changeWaivers = async (
  folder: string,
  change: { readonly waivers?: readonly PersonalWaiver[]; readonly ended?: readonly string[] },
  now: Date,
): Promise<void> => {
  const fresh = change.waivers ?? [];
  const replaced = new Set([...fresh.map((one) => one.key), ...(change.ended ?? [])]);
  const { value } = await readToChange(fileIn(folder), NAME, parse);
  const kept = (value?.waivers ?? []).filter((one) => !replaced.has(one.key) && Date.parse(one.until) > now.getTime());
  const waivers = [...kept, ...fresh];
  await writeAtomically(fileIn(folder), `${JSON.stringify({ schema: SCHEMA, waivers }, null, 2)}\n`);
};
