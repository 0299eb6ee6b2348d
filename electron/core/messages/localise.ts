/** Owns the language that this process speaks to its person. The core makes messages, views localise them, machines read `english`. */
import { format } from './format.ts';
import type { Language } from './language.ts';
import { asMessage, type Message, type Text } from './messages.ts';
import { isMessage } from './value.ts';

let current: Language = 'en';

/** To be called at the start, after `loadLanguage`, and when the person chooses another. */
export const setLanguage = (language: Language): void => {
  current = language;
};

export const currentLanguage = (): Language => current;

/** The words that the person reads or hears. */
export const localise = (text: Text): string => (isMessage(text) ? format(current, text) : text);

/** The same with its words in it, for the page: it holds the texts only of what it says itself. */
export const spoken = (message: Message): Message => asMessage(localise(message));
