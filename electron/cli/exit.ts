/** Owns the exit codes that do not come from a verdict. */

/** sysexits(3): wrong usage, bad input, a fault in the program itself. */
export const WRONG_USAGE = 64;
export const BAD_INPUT = 65;
export const INTERNAL_FAULT = 70;

/** As for a verdict: what was asked for cannot be told here. */
export const NOT_PUBLISHED = 30;

/** What was asked for could not be read from this computer: told in one sentence, exit code 30. */
export class NotPublished extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'NotPublished';
  }
}

/** The person asked for something that cannot be: told in one sentence, exit code 64. */
export class WrongUsage extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'WrongUsage';
  }
}
