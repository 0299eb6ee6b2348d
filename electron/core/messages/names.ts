/** Owns lists of names from the machine: the first few, and how many more there are. */
import { messages } from './messages.ts';
import { list, name, type Value } from './value.ts';

const words = messages('names', { more: '{n, number} more' });

/** The first `most` of these, and the number of the others: "a, b, c and 2 more". */
export const firstOf = (values: readonly Value[], most = 3): Value =>
  values.length > most ? list([...values.slice(0, most), words.more({ n: values.length - most })]) : list(values);

/** The same for names that people gave, each cut so that none hides the others. */
export const names = (texts: readonly string[], most = 3): Value => firstOf(texts.map(name), most);
