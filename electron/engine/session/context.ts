/** Owns what a run rests on beside the machine: the policy, and what Greenroom keeps of the person, each as last read. */

import { attestationsOf } from '../../core/checks/attestations.ts';
import { checks } from '../../core/checks/index.ts';
import { noPolicy, type Policy } from '../../core/policy/policy.ts';
import { settingsInForce } from '../../core/settings/index.ts';
import type { EffectivePolicy } from '../run/effective-policy.ts';
import { emptyProfile, type Profile, type ProfileStore } from '../storage/profile.ts';
import type { SnapshotStore } from './snapshot.ts';

export interface RunContext {
  policy(): Policy;
  profile(): Profile;
  /** Each resolves to sentences for the person about what could not be used. */
  readPolicy(): Promise<readonly string[]>;
  readOwn(): Promise<readonly string[]>;
}

interface RunContextSources {
  readonly policy?: () => Promise<EffectivePolicy>;
  readonly profile?: ProfileStore;
}

export const createRunContext = (sources: RunContextSources, { snapshot, publish }: SnapshotStore): RunContext => {
  let policy = noPolicy;
  let own = emptyProfile;
  return {
    policy: () => policy,
    profile: () => own,
    readPolicy: async () => {
      const inUse = await sources.policy?.();
      if (inUse === undefined) return [];
      policy = inUse.policy;
      const settings = settingsInForce(policy);
      // A policy that says what it said before is no news.
      if (JSON.stringify(settings) !== JSON.stringify(snapshot().settings)) publish({ settings });
      return inUse.notices;
    },
    readOwn: async () => {
      if (sources.profile === undefined) return [];
      own = await sources.profile.load();
      publish({ attestations: attestationsOf(checks, own.attestations), history: own.history });
      return own.notices;
    },
  };
};
