/** Owns what a person has confirmed, on disk: the id of the check that asks, and when. */
import path from 'node:path';
import * as v from 'valibot';
import type { Attestations } from '../../core/facts/profile.ts';
import { parseInput } from '../../core/text/json-input.ts';
import type { IsoTime } from '../../core/text/time.ts';
import { writeAtomically } from './atomic-file.ts';
import { readStored, readToChange } from './stored-file.ts';

const SCHEMA = 'greenroom.attestations/1';

const schema = v.object({
  schema: v.literal(SCHEMA),
  confirmed: v.record(v.string(), v.object({ at: v.pipe(v.string(), v.isoTimestamp()) })),
});

export interface StoredAttestations {
  readonly attestations: Attestations;
  readonly notices: readonly string[];
}

const NAME = 'The file with what you have confirmed';

const fileIn = (folder: string): string => path.join(folder, 'attestations.json');

const parse = (file: string, text: string) => parseInput(file, text, schema);

export const loadAttestations = async (folder: string): Promise<StoredAttestations> => {
  const { value, notices } = await readStored(fileIn(folder), NAME, parse);
  return { attestations: { confirmed: value?.confirmed ?? {} }, notices };
};

/** Stores that the person confirmed what the check `id` asks; null takes it back. */
export const storeAttestation = async (folder: string, id: string, at: IsoTime | null): Promise<void> => {
  const { value } = await readToChange(fileIn(folder), NAME, parse);
  const { [id]: _before, ...others } = value?.confirmed ?? {};
  const confirmed = at === null ? others : { ...others, [id]: { at } };
  await writeAtomically(fileIn(folder), `${JSON.stringify({ schema: SCHEMA, confirmed }, null, 2)}\n`);
};
