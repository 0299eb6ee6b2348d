/** Owns what everything in a package is dated with: the last commit, so that the same source gives the same packages. */
import { execFileSync } from 'node:child_process';
import { root } from '../build.ts';

/** Seconds since 1970. Ends the program, with a sentence, where neither git nor SOURCE_DATE_EPOCH tells. */
export const sourceDate = (): number => {
  const named = process.env.SOURCE_DATE_EPOCH;
  if (named !== undefined && /^\d+$/.test(named)) return Number(named);
  try {
    return Number(execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' }).trim());
  } catch {
    console.error(
      'Packages are dated with the last commit, and git tells none: set SOURCE_DATE_EPOCH to seconds since 1970.',
    );
    process.exit(1);
  }
};
