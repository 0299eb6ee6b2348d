/** Owns which language the terminal speaks: the one that is asked for, else the system's where Greenroom has it. */
import { type Language, languageFor, languages, loadLanguage } from '../core/messages/language.ts';
import { setLanguage } from '../core/messages/localise.ts';

/** What stands behind `--lang`; before a verb, with “=” or as the next word. */
const namedIn = (words: readonly string[]): string | undefined => {
  const [first, second] = words;
  return first === '--lang' ? second : /^--lang=(.*)$/.exec(first ?? '')?.[1];
};

/** Before anything is said, the help among it. A language that there is none of is refused where the options are read. */
export const speak = async (words: readonly string[]): Promise<void> => {
  const named = namedIn(words) ?? process.env.GREENROOM_LANG;
  const language: Language =
    languages.find((one) => one === named) ?? languageFor([Intl.DateTimeFormat().resolvedOptions().locale]);
  await loadLanguage(language);
  setLanguage(language);
};
