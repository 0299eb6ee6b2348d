/** Owns what proofs need of the program: its build, made once. */
import { buildIfNeeded } from '../../scripts/build.ts';

export default buildIfNeeded;
