/** Owns what Greenroom keeps of the person, as one: what they confirmed, what they set aside, how the last days came out. */

import { known } from '../../core/facts/fact.ts';
import type { Attestations, InjectedFacts } from '../../core/facts/profile.ts';
import { HISTORY_DAYS, type HistoryDay, historyDays } from '../../core/report/history.ts';
import { type IsoTime, localDay } from '../../core/text/time.ts';
import type { PersonalWaiver } from '../../core/waivers/waivers.ts';
import { loadAttestations, storeAttestation } from './attestation-store.ts';
import { loadHistory } from './history-store.ts';
import { changeWaivers, loadWaivers } from './waiver-store.ts';

export interface Profile {
  /** For a run of the checks. */
  readonly facts: InjectedFacts;
  readonly attestations: Attestations;
  readonly waivers: readonly PersonalWaiver[];
  /** Newest first. */
  readonly history: readonly HistoryDay[];
  /** Sentences for the person about files that could not be used. */
  readonly notices: readonly string[];
}

export const emptyProfile: Profile = {
  facts: {},
  attestations: { confirmed: {} },
  waivers: [],
  history: [],
  notices: [],
};

export interface ProfileStore {
  load(): Promise<Profile>;
  /** Stores the person's word on a check; null takes it back. */
  attest(checkId: string, at: IsoTime | null): Promise<void>;
  waive(waivers: readonly PersonalWaiver[]): Promise<void>;
  /** By the keys of findings. */
  revokeWaiver(keys: readonly string[]): Promise<void>;
}

export const createProfileStore = (folder: string): ProfileStore => ({
  load: async () => {
    const [{ value: attestations, notices: first }, waivers, history] = await Promise.all([
      loadAttestations(folder),
      loadWaivers(folder),
      loadHistory(folder),
    ]);
    const now = new Date();
    return {
      facts: { attestations: { fact: known(attestations, 'what you have confirmed'), at: now.toISOString() } },
      attestations,
      waivers: waivers.value,
      history: historyDays(history.value, localDay(now), HISTORY_DAYS),
      notices: [...first, ...waivers.notices, ...history.notices],
    };
  },
  attest: (checkId, at) => storeAttestation(folder, checkId, at),
  waive: (waivers) => changeWaivers(folder, { waivers }, new Date()),
  revokeWaiver: (ended) => changeWaivers(folder, { ended }, new Date()),
});
