/** Owns the language that this process speaks to its person. Views say messages; the core makes them; machines read `english`. */
import { format } from './format.ts';
import type { Language } from './language.ts';
import type { Text } from './messages.ts';
import { isMessage } from './value.ts';

let spoken: Language = 'en';

export const speak = (language: Language): void => {
  spoken = language;
};

export const spokenLanguage = (): Language => spoken;

/** The words that the person reads or hears. */
export const say = (text: Text): string => (isMessage(text) ? format(spoken, text) : text);
