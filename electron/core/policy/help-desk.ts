/** Owns whom an organisation tells people to ask, in one of the languages they read, and the page that may be opened for it. */
import { sanitize } from '../text/sanitize.ts';
import type { Setting } from './policy.ts';

type Values = Readonly<Record<string, Setting>> | undefined;

/** The page of the help desk, if the organisation named it: what stands in a person's own settings is never opened. */
export const helpDeskPage = (values: Values): string | null => {
  const { value, layer } = values?.page ?? {};
  const organisations = layer === 'enforced' || layer === 'recommended';
  return organisations && typeof value === 'string' && value.startsWith('https://') ? value : null;
};

/** The line for a language of `languages`, else in English, else in any: "Name, telephone, mail, page. Words". `page` false: without it. */
export const helpDeskText = (values: Values, languages: readonly string[], page = true): string | null => {
  const plain = (key: string): string => {
    const value = values?.[key]?.value;
    return typeof value === 'string' ? sanitize(value, 300) : '';
  };
  const stated = values?.words?.value;
  const texts = new Map(typeof stated === 'object' && stated !== null ? Object.entries(stated) : []);
  const wanted = [...languages.flatMap((tag) => [tag, tag.split('-', 1)[0] ?? tag]), 'en', ...texts.keys()];
  const words = wanted.map((tag) => texts.get(tag)).find((text) => typeof text === 'string');
  const contact = ['name', 'phone', 'mail', ...(page ? ['page'] : [])]
    .map(plain)
    .filter((part) => part !== '')
    .join(', ');
  const told = [contact, typeof words === 'string' ? sanitize(words, 500) : ''].filter((part) => part !== '');
  return told.length === 0 ? null : told.join('. ');
};
