/** Owns the XML format of property lists. It knows their dozen elements and nothing else of XML. */
import { date, emptyDict, fail, integer, MAX_DEPTH, MAX_VALUES, PlistError, type PlistValue } from './value.ts';

interface Open {
  readonly values: PlistValue[] | Record<string, PlistValue>;
  key: string | null;
}

/** One piece of markup or text. Alternatives begin with different characters, so a position is tried once. */
const token =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!DOCTYPE[^<>[]*>|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([a-z]+)(?:\s[^<>/]*)?(\/?)>|([^<]+)/y;

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const decodeEntities = (text: string): string =>
  text.replace(/&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9a-fA-F]{1,6}));|&/g, (_, name, decimal, hex) => {
    if (name !== undefined) return named[name] ?? '';
    const code = decimal !== undefined ? Number(decimal) : hex !== undefined ? Number.parseInt(hex, 16) : -1;
    return code >= 0 && code <= 0x10ffff
      ? String.fromCodePoint(code)
      : fail('an entity that property lists do not have');
  });

const leafValue = (name: string, text: string): PlistValue => {
  switch (name) {
    case 'string':
      return text;
    case 'true':
    case 'false':
      return text === '' ? name === 'true' : fail(`text inside <${name}>`);
    case 'integer': {
      const digits = text.trim();
      return /^[+-]?(?:\d{1,39}|0[xX][0-9a-fA-F]{1,32})$/.test(digits)
        ? integer(BigInt(digits.replace(/^\+/, '')))
        : fail('no integer');
    }
    case 'real': {
      const value = Number(text.trim());
      return text.trim() === '' || Number.isNaN(value) ? fail('no real number') : value;
    }
    case 'date':
      return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text) ? date(Date.parse(text)) : fail('no date');
    case 'data':
      return Buffer.from(text, 'base64');
    default:
      return fail(`an element <${name}>`);
  }
};

export const parseXmlPlist = (text: string): PlistValue => {
  const open: Open[] = [];
  let stage = 'before' as 'before' | 'inside' | 'after';
  let root: PlistValue | undefined;
  let leaf: { readonly name: string; text: string } | null = null;
  let count = 0;

  const put = (value: PlistValue): void => {
    if (++count > MAX_VALUES) fail('too many values');
    const parent = open.at(-1);
    if (parent === undefined) {
      if (stage !== 'inside' || root !== undefined) fail('more than one value');
      root = value;
    } else if (Array.isArray(parent.values)) parent.values.push(value);
    else {
      if (parent.key === null) throw new PlistError('a value without a key');
      (parent.values as Record<string, PlistValue>)[parent.key] = value;
      parent.key = null;
    }
  };

  const close = (name: string): void => {
    if (leaf !== null) {
      if (leaf.name !== name) fail(`</${name}> closes <${leaf.name}>`);
      const { text: content } = leaf;
      leaf = null;
      if (name !== 'key') {
        put(leafValue(name, content));
        return;
      }
      const parent = open.at(-1);
      if (parent === undefined || Array.isArray(parent.values) || parent.key !== null)
        throw new PlistError('a key out of place');
      parent.key = content;
    } else if (name === 'plist') {
      if (stage !== 'inside' || open.length > 0) fail('</plist> out of place');
      stage = 'after';
    } else {
      const done = open.pop();
      if (done === undefined || done.key !== null || (name === 'array') !== Array.isArray(done.values))
        fail(`</${name}> out of place`);
    }
  };

  const start = (name: string): void => {
    if (leaf !== null) fail(`<${name}> inside <${leaf.name}>`);
    if (name === 'plist') {
      if (stage !== 'before') fail('<plist> out of place');
      stage = 'inside';
    } else if (name === 'dict' || name === 'array') {
      const values = name === 'dict' ? emptyDict() : [];
      put(values);
      if (open.push({ values, key: null }) > MAX_DEPTH) fail('nested too deeply');
    } else leaf = { name, text: '' };
  };

  token.lastIndex = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (token.lastIndex < text.length) {
    const [, cdata, closing, name, selfClosing, plain] = token.exec(text) ?? fail('no markup that property lists have');
    if (name !== undefined) {
      if (closing === '') start(name);
      if (closing === '/' || selfClosing === '/') close(name);
    } else {
      const content: string | undefined = cdata ?? plain;
      if (content === undefined) continue;
      if (leaf !== null) (leaf as { text: string }).text += cdata ?? decodeEntities(content);
      else if (content.trim() !== '') fail('text outside a value');
    }
  }
  if (stage !== 'after' || root === undefined) return fail('it ends too early');
  return root;
};
