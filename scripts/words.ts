/** Prints every message of the program with its English text, as a file of another language holds them. */
import { readMessages } from './messages/read-messages.ts';

const texts = readMessages().map(({ id, text }) => [id, text] as const);
process.stdout.write(
  `${JSON.stringify(Object.fromEntries(texts.toSorted(([a], [b]) => (a < b ? -1 : 1))), null, 2)}\n`,
);
