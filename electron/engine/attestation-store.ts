/** Owns what a person has confirmed, on disk: the id of the check that asks, and when. */
import path from 'node:path';
import * as v from 'valibot';
import { parseInput } from '../core/json-input.ts';
import type { Attestations } from '../core/own-facts.ts';
import type { IsoTime } from '../core/time.ts';
import { writeAtomically } from './atomic-file.ts';
import { readStored } from './stored-file.ts';

const SCHEMA = 'greenroom.attestations/1';

const schema = v.object({
  schema: v.literal(SCHEMA),
  confirmed: v.record(v.string(), v.object({ at: v.pipe(v.string(), v.isoTimestamp()) })),
});

export interface StoredAttestations {
  readonly attestations: Attestations;
  readonly file: string;
  readonly notices: readonly string[];
}

export const loadAttestations = async (folder: string): Promise<StoredAttestations> => {
  const file = path.join(folder, 'attestations.json');
  const { value, notices } = await readStored(file, 'What you have confirmed', (name, text) =>
    parseInput(name, text, schema),
  );
  return { attestations: { confirmed: value?.confirmed ?? {} }, file, notices };
};

/** Stores that the person confirmed what the check `id` asks; null takes it back. */
export const storeAttestation = async (folder: string, id: string, at: IsoTime | null): Promise<void> => {
  const { attestations, file } = await loadAttestations(folder);
  const { [id]: _before, ...others } = attestations.confirmed;
  const confirmed = at === null ? others : { ...others, [id]: { at } };
  await writeAtomically(file, `${JSON.stringify({ schema: SCHEMA, confirmed }, null, 2)}\n`);
};
