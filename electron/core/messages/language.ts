/** Owns which languages there are, and their texts. */

/** `pseudo` is English made strange, to prove in tests that no sentence is put together from pieces. */
export const languages = ['en', 'pseudo'] as const;
export type Language = (typeof languages)[number];

/** The name by which the page, and the rules of plurals, dates and lists, know it. */
export const localeOf: Readonly<Record<Language, string>> = { en: 'en-GB', pseudo: 'en-GB' };

/** The language of a person whose system speaks these, by the first that there is: "es-MX" is "es". Never the pseudo-language. */
export const languageFor = (locales: readonly string[]): Language => {
  const spoken = locales.map((locale) => locale.toLowerCase().split(/[-_]/)[0]);
  const found = spoken.flatMap((one) => languages.filter((language) => language === one && language !== 'pseudo'));
  return found[0] ?? 'en';
};

type Translation = Readonly<Record<string, string>>;

/** Where the texts of a language stand: `es: () => import('./locales/es.json')`. English stands where it is said. */
const files: Partial<Record<Language, () => Promise<{ readonly default: Translation }>>> = {};

const loaded = new Map<Language, ReadonlyMap<string, string>>();

/** Loads the texts of a language: once, before anything is said in it. */
export const loadLanguage = async (language: Language): Promise<void> => {
  const file = files[language];
  if (file !== undefined && !loaded.has(language))
    loaded.set(language, new Map(Object.entries((await file()).default)));
};

export const translatedText = (language: Language, id: string): string | undefined => loaded.get(language)?.get(id);
