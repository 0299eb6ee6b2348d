/** Owns the language that the desktop program speaks: in its tray and notices, and in its page by the page's address. */
import { languageFor, languages, loadLanguage } from '../core/messages/language.ts';
import { currentLanguage, setLanguage } from '../core/messages/localise.ts';

/** Before anything is said. */
export const speakAtStart = async (wanted: string | undefined): Promise<void> => {
  const language =
    languages.find((one) => one === wanted) ?? languageFor([Intl.DateTimeFormat().resolvedOptions().locale]);
  await loadLanguage(language);
  setLanguage(language);
};

/** The page's address: it says which language the page speaks from its first word on. */
export const pageAddress = (address: string): string =>
  currentLanguage() === 'en' ? address : `${address}?lang=${currentLanguage()}`;
