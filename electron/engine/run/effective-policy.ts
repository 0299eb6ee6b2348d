/** Owns the policy that holds on this computer: what the organisation says and what the person has set, in layers. */

import { FactUnavailable } from '../../core/facts/fact.ts';
import { messages } from '../../core/messages/messages.ts';
import { organisationPolicy } from '../../core/policy/merge.ts';
import type { Policy } from '../../core/policy/policy.ts';
import { decodeStored } from '../../core/policy/read.ts';
import type { MachinePort } from '../../platform/machine/machine.ts';
import { findPolicies } from '../../platform/policy.ts';
import { loadSettings } from '../storage/settings-store.ts';
import { knownKeys } from './known-keys.ts';
import { digestOf } from './policy-file.ts';

const words = messages('policy-reading', { late: 'The policy wasn’t read in time.' });

export interface EffectivePolicy {
  readonly policy: Policy;
  /** Sentences for the person about what could not be used. */
  readonly notices: readonly string[];
}

/** Nothing is shown before the policy is read, so no source may hold everything up. */
const LIMIT_MS = 10_000;

const sorted = (value: unknown): unknown =>
  typeof value !== 'object' || value === null || Array.isArray(value)
    ? value
    : Object.fromEntries(
        Object.entries(value)
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, inner]) => [key, sorted(inner)]),
      );

/** What the organisation says on this machine. Its digest is over the values: equal policies have equal ones, however given. */
export const managedPolicy = async (port: MachinePort): Promise<Policy> => {
  const stop = new AbortController();
  const late = new FactUnavailable('timed-out', words.late);
  const timer = setTimeout(() => stop.abort(late), LIMIT_MS);
  const sources = await findPolicies(port, stop.signal).finally(() => clearTimeout(timer));
  const policy = organisationPolicy(sources, knownKeys);
  const digest = policy.source === null ? null : digestOf(JSON.stringify(sorted(policy.layers)));
  return { ...policy, digest };
};

/** Reads the policy in use. `folder` is Greenroom's own. */
export const loadPolicy = async (port: MachinePort, folder: string): Promise<EffectivePolicy> => {
  const [policy, { value: values, notices }] = await Promise.all([managedPolicy(port), loadSettings(folder)]);
  return { policy: { ...policy, layers: { ...policy.layers, user: decodeStored(values, knownKeys) } }, notices };
};
