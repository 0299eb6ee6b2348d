/** Owns looking for what an older recording may not hold: a place that was not looked at then is none where something was found. */
import { FactUnavailable } from '../core/facts/fact.ts';
import type { Machine } from './machine/machine.ts';
import { attempt } from './optional.ts';

/**
 * The same machine, on which files and folders that were not recorded are not there. `isShort`: whether there was any, so
 * that "nothing" must not be concluded.
 */
export const withoutUnrecorded = (machine: Machine): { readonly machine: Machine; isShort(): boolean } => {
  let short = false;
  const patient =
    <A extends readonly unknown[], T>(read: (...args: A) => Promise<T | undefined>) =>
    async (...args: A): Promise<T | undefined> => {
      const answer = await attempt(read(...args));
      if (!(answer instanceof FactUnavailable)) return answer;
      if (answer.why !== 'not-recorded') throw answer;
      short = true;
      return undefined;
    };
  const { stat, readText, readBytes, readDir, readLink } = machine;
  return {
    machine: {
      ...machine,
      stat: patient(stat),
      readText: patient(readText),
      readBytes: patient(readBytes),
      readDir: patient(readDir),
      readLink: patient(readLink),
    },
    isShort: () => short,
  };
};
