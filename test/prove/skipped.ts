/** Marks in the title of a proof why it is skipped. */
export const SKIPPED = ' (skipped: ';
