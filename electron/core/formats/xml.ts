/** Owns text in XML: ASCII, with what would be markup escaped, and without what XML 1.0 cannot hold. */

/** Everything but the characters of XML 1.0, section 2.2. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

export const escapeXml = (text: string): string =>
  text
    .replace(FORBIDDEN, '')
    .replace(/[&<>"']/g, (character) => entities[character] ?? '')
    .replace(/[\u{7F}-\u{10FFFF}]/gu, (character) => `&#x${(character.codePointAt(0) ?? 0).toString(16)};`);

/** An element's attributes, each with a space before it. */
export const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value)).replace(/[\t\n\r]/g, ' ')}"`)
    .join('');
