/** Owns what a person means who names no verb, or asks for help on none that there is. */
import { suggestion } from '../core/policy/did-you-mean.ts';
import { WrongUsage } from './exit.ts';

/** Options of the program itself, not of a verb. */
const ofProgram = ['-h', '--help', '-V', '--version'];

/** Without a verb it is a check. Throws `WrongUsage` for help on what is no verb. */
export const meantWords = (words: readonly string[], verbs: readonly string[]): readonly string[] => {
  const [first, second] = words;
  // The language stands before the verb that speaks it.
  if (first?.startsWith('--lang=')) return [first, ...meantWords(words.slice(1), verbs)];
  if (first === undefined) return ['check'];
  if (first.startsWith('-') && !ofProgram.includes(first)) return ['check', ...words];
  if (first === 'help' && second !== undefined && ![...verbs, 'help'].includes(second))
    throw new WrongUsage(`There is no verb “${second.slice(0, 60)}”. ${suggestion(second, verbs)}`);
  return words;
};
