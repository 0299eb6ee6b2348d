/** Owns what a person means who names no verb, or asks for help on none that there is. */
import { says } from '../../core/messages/says.ts';
import { term } from '../../core/messages/value.ts';
import { suggestion } from '../../core/policy/did-you-mean.ts';
import { WrongUsage } from '../exit.ts';

const words = says('meant-words', {
  noVerb: 'There is no verb “{verb}”. {suggestion}',
});

/** Options of the program itself, not of a verb. */
const ofProgram = ['-h', '--help', '-V', '--version'];

/** Without a verb it is a check. Throws `WrongUsage` for help on what is no verb. */
export const meantWords = (asked: readonly string[], verbs: readonly string[]): readonly string[] => {
  const [first, second] = asked;
  // The language stands before the verb that speaks it.
  if (first?.startsWith('--lang=')) return [first, ...meantWords(asked.slice(1), verbs)];
  if (first === undefined) return ['check'];
  if (first.startsWith('-') && !ofProgram.includes(first)) return ['check', ...asked];
  if (first === 'help' && second !== undefined && ![...verbs, 'help'].includes(second))
    throw new WrongUsage(words.noVerb({ verb: term(second.slice(0, 60)), suggestion: suggestion(second, verbs) }));
  return asked;
};
