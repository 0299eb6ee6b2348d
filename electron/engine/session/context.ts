/** Owns what a run rests on beside the machine: the policy, and what Greenroom keeps of the person, each as last read. */

import { habitsOf } from '../../core/checks/attestations.ts';
import { checks } from '../../core/checks/index.ts';
import { noPolicy, type Policy } from '../../core/policy/policy.ts';
import { settingsInForce } from '../../core/settings/index.ts';
import type { PolicyInUse } from '../run/effective-policy.ts';
import { nothingOwn, type Own, type OwnStore } from '../storage/profile.ts';
import type { ShownState } from './snapshot.ts';

export interface Ground {
  policy(): Policy;
  own(): Own;
  /** Each resolves to sentences for the person about what could not be used. */
  readPolicy(): Promise<readonly string[]>;
  readOwn(): Promise<readonly string[]>;
}

interface GroundSources {
  readonly policy?: () => Promise<PolicyInUse>;
  readonly own?: OwnStore;
}

export const createGround = (sources: GroundSources, { snapshot, publish }: ShownState): Ground => {
  let policy = noPolicy;
  let own = nothingOwn;
  return {
    policy: () => policy,
    own: () => own,
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
      if (sources.own === undefined) return [];
      own = await sources.own.load();
      publish({ habits: habitsOf(checks, own.attestations), history: own.history });
      return own.notices;
    },
  };
};
