/** Owns what the running program last read of policy, settings and profile, and the sentences about what failed. */
import { attestationsOf } from '../../core/checks/attestations.ts';
import { checks } from '../../core/checks/index.ts';
import { localise } from '../../core/messages/localise.ts';
import { noPolicy, type Policy } from '../../core/policy/policy.ts';
import { settingsInForce } from '../../core/settings/index.ts';
import type { PersonalWaiver } from '../../core/waivers/waivers.ts';
import { openWorkspace, type RunPlace, type Workspace } from '../run/workspace.ts';
import { toldBy } from '../storage/files/storage-error.ts';
import { faultEntry } from '../storage/log.ts';
import type { Profile } from '../storage/profile.ts';
import { dedupe, type SnapshotStore } from './snapshot.ts';

export interface Context {
  policy(): Policy;
  waivers(): readonly PersonalWaiver[];
  /** Reads everything that a run rests on, and shows what of it is shown. */
  open(): Promise<Workspace>;
  /** Reads what is kept of the person, and shows it. */
  readProfile(): Promise<void>;
  /** Shows sentences beside those that are there. */
  tell(sentences: readonly string[]): void;
  /** Shows sentences until the program ends: a damaged file is found once, the next reading of it knows nothing of that. */
  pin(sentences: readonly string[]): void;
  /** Shows the pinned sentences and these, and no others any more. */
  renew(sentences: readonly string[]): void;
  /** Does what writes a file; null when it failed, which is told. */
  attempt<T>(work: () => Promise<T>): Promise<T | null>;
}

export const createContext = (place: RunPlace, { snapshot, publish }: SnapshotStore): Context => {
  let policy = noPolicy;
  let waivers: readonly PersonalWaiver[] = [];
  let pinned: readonly string[] = [];

  const take = (profile: Profile): void => {
    waivers = profile.waivers;
    publish({ attestations: attestationsOf(checks, profile.attestations), history: profile.history });
  };
  const tell = (sentences: readonly string[]): void => {
    if (sentences.length > 0) publish({ notices: dedupe([...snapshot().notices, ...sentences]) });
  };
  return {
    policy: () => policy,
    waivers: () => waivers,
    open: async () => {
      const workspace = await openWorkspace(place);
      policy = workspace.policy;
      const settings = settingsInForce(policy);
      // A policy that says what it said before is no news.
      if (JSON.stringify(settings) !== JSON.stringify(snapshot().settings)) publish({ settings });
      take(workspace.profile);
      return workspace;
    },
    readProfile: async () => take(await place.profile.load()),
    tell,
    pin: (sentences) => {
      pinned = dedupe([...pinned, ...sentences]);
      tell(sentences);
    },
    renew: (sentences) => publish({ notices: dedupe([...pinned, ...sentences]) }),
    attempt: async (work) => {
      try {
        return await work();
      } catch (error) {
        void place.log.write(faultEntry('storage', error));
        tell([localise(toldBy(error))]);
        return null;
      }
    },
  };
};
