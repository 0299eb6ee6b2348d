/** Owns what a view is told of a trial of the connection: how far it is, and what came of it. */
import type { TrialState } from './judge-trial.ts';

/** In attempts. */
export interface TrialProgress {
  readonly host: string;
  readonly done: number;
  readonly total: number;
}

/** `refused`: that host is none that may be tried; `busy`: another is being tried; `impossible`: nobody could be asked. */
export type TrialTold =
  | { readonly is: 'tried'; readonly state: TrialState; readonly sentences: readonly string[] }
  | { readonly is: 'impossible'; readonly sentence: string }
  | { readonly is: 'stopped' | 'busy' | 'refused' };
