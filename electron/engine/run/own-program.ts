/** Owns what the program that runs says of itself. */
import { known } from '../../core/facts/fact.ts';
import type { InjectedFacts } from '../../core/facts/profile.ts';

/** The day of the build, put in by it; not there in a program that runs from its sources. */
declare const GREENROOM_BUILT_ON: string | undefined;
const builtOn = typeof GREENROOM_BUILT_ON === 'undefined' ? null : GREENROOM_BUILT_ON;

export const ownProgram = (version: string): NonNullable<InjectedFacts['ownProgram']> => ({
  fact: known({ version, builtOn, electron: process.versions.electron ?? null }, 'Greenroom itself'),
  at: new Date().toISOString(),
});
