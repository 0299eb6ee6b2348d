/** Owns what a person has confirmed, on disk: the id of the check that asks, and when. */

import * as v from 'valibot';
import type { Attestations } from '../../core/facts/profile.ts';
import { messages } from '../../core/messages/messages.ts';
import type { IsoTime } from '../../core/text/time.ts';
import type { Stored } from './files/stored-file.ts';
import { createJsonStore } from './json-store.ts';

const words = messages('attestation-store', { file: 'The file with what you have confirmed' });

const storeIn = (folder: string) =>
  createJsonStore<Attestations>({
    folder,
    file: 'attestations.json',
    name: words.file,
    version: 'greenroom.attestations/1',
    schema: v.object({ confirmed: v.record(v.string(), v.object({ at: v.pipe(v.string(), v.isoTimestamp()) })) }),
    empty: { confirmed: {} },
  });

export const loadAttestations = (folder: string): Promise<Stored<Attestations>> => storeIn(folder).load();

/** Stores that the person confirmed what the check `id` asks; null takes it back. */
export const storeAttestation = async (folder: string, id: string, at: IsoTime | null): Promise<void> => {
  await storeIn(folder).change(({ confirmed: { [id]: _before, ...others } }) => ({
    confirmed: at === null ? others : { ...others, [id]: { at } },
  }));
};
