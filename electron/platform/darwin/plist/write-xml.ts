/** Owns writing a property list as XML, for recordings that keep only a part of one. */

/** What valibot leaves of a parsed list: absent keys are left out. */
type Writable =
  | string
  | number
  | boolean
  | Date
  | readonly Writable[]
  | { readonly [key: string]: Writable | undefined };

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const element = (value: Writable): string => {
  if (typeof value === 'string') return `<string>${escaped(value)}</string>`;
  if (typeof value === 'boolean') return value ? '<true/>' : '<false/>';
  if (typeof value === 'number')
    return Number.isInteger(value) ? `<integer>${value}</integer>` : `<real>${value}</real>`;
  if (value instanceof Date) return `<date>${value.toISOString().replace(/\.\d+Z$/, 'Z')}</date>`;
  if (Array.isArray(value)) return `<array>${value.map(element).join('')}</array>`;
  const entries = Object.entries(value as { readonly [key: string]: Writable | undefined });
  const inner = entries.map(([key, of]) => (of === undefined ? '' : `<key>${escaped(key)}</key>${element(of)}`));
  return `<dict>${inner.join('')}</dict>`;
};

/** The list as an XML document; fractions of seconds are lost, as in every XML list. */
export const plistText = (value: Writable): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0">${element(value)}</plist>\n`;
