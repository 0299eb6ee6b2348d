/** Owns the exit codes that do not come from a verdict. */

/** sysexits(3): wrong usage, bad input, a fault in the program itself. */
export const WRONG_USAGE = 64;
export const BAD_INPUT = 65;
export const OWN_FAULT = 70;

/** The person asked for something that cannot be: told in one sentence, exit code 64. */
export class WrongUsage extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'WrongUsage';
  }
}
