/** Owns the policy that holds on this computer: what the organisation says and what the person has set, in layers. */
import { noPolicy, type Policy } from '../core/policy.ts';
import { loadSettings } from './settings-store.ts';

export interface PolicyInUse {
  readonly policy: Policy;
  /** Sentences for the person about what could not be used. */
  readonly notices: readonly string[];
}

/** Reads the policy in use. `folder` is Greenroom's own. */
export const loadPolicy = async (folder: string): Promise<PolicyInUse> => {
  const { values, notices } = await loadSettings(folder);
  return { policy: { ...noPolicy, layers: { user: values } }, notices };
};
