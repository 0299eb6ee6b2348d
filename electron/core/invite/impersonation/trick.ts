/** Owns what an impersonation is: the service that is posed as, by which trick, and how plainly. */
import type { Service } from '../services/service.ts';

export type Trick =
  | 'official-name-inside'
  | 'hyphen-for-dot'
  | 'foreign-letters'
  | 'look-alike-letters'
  | 'zoom-region-name'
  | 'near-miss'
  | 'brand-in-name';

/**
 * `strong`: the name has no other use than to deceive. `near`: within a letter or two of an official host.
 * `brand`: an invented brand name inside. `word`: an ordinary word that is also a service's name.
 */
export interface Impersonation {
  readonly service: Service;
  readonly strength: 'strong' | 'near' | 'brand' | 'word';
  readonly trick: Trick;
  /** The deceptive piece of the host as it is written. */
  readonly part: string;
}
