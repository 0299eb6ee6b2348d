/** Owns the words for how the command line was used wrongly, in the place of those of the library that reads it. */
import { says } from '../../core/messages/says.ts';
import { term } from '../../core/messages/value.ts';

const words = says('usage', {
  usage: 'Usage:',
  options: 'Options:',
  arguments: 'Arguments:',
  commands: 'Commands:',
  unknownOption: 'There is no option “{option}” here.',
  unknownVerb: 'There is no verb “{verb}”.',
  missing: '“{argument}” is missing.',
  noValue: 'The option “{option}” needs a value.',
  tooMany: 'There are more words than it takes. A text with spaces goes in quotes.',
  notAllowed: 'The option “{option}” takes {choices}, not “{value}”.',
  didYouMean: 'Did you mean {near}?',
});

/** The titles of the help's parts. */
export const helpTitle = (title: string): string =>
  new Map([
    ['Usage:', words.usage],
    ['Options:', words.options],
    ['Arguments:', words.arguments],
    ['Commands:', words.commands],
  ]).get(title) ?? title;

type Form = readonly [RegExp, (one: string, two: string, three: string) => string];

const forms: readonly Form[] = [
  [/^error: unknown option '(.*?)'/, (option) => words.unknownOption({ option: term(option) })],
  [/^error: unknown command '(.*?)'/, (verb) => words.unknownVerb({ verb: term(verb) })],
  [/^error: missing required argument '(.*?)'/, (argument) => words.missing({ argument: term(argument) })],
  [/^error: option '(.*?)' argument missing/, (option) => words.noValue({ option: term(option) })],
  [/^error: too many arguments/, () => words.tooMany],
  [
    /^error: option '(.*?)' argument '(.*?)' is invalid\. Allowed choices are (.*?)\.\n/,
    (option, value, choices) => words.notAllowed({ option: term(option), value: term(value), choices: term(choices) }),
  ],
];

/** The library's own words stay where it says something that is not known here. */
export const usageError = (told: string): string => {
  for (const [form, say] of forms) {
    const [whole, one = '', two = '', three = ''] = form.exec(told) ?? [];
    if (whole === undefined) continue;
    const near = /\(Did you mean (?:one of )?(.*?)\?\)/.exec(told)?.[1];
    return `${[say(one, two, three), ...(near === undefined ? [] : [words.didYouMean({ near: term(near) })])].join(' ')}\n`;
  }
  return told;
};
