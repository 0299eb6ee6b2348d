/** The encodings in which wrappers write the address they carry. Bounded, never throws: null where it is none. */

/** Undoes percent-encoding once; what is no valid escape stays as it is. */
export const percent = (text: string): string =>
  text.includes('%')
    ? text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
        try {
          return decodeURIComponent(run);
        } catch {
          return run;
        }
      })
    : text;

const LONGEST = 16_384;

/** The bytes of base64 in its usual or its URL form, with or without padding. */
export function base64Bytes(text: string): Uint8Array | null {
  if (text.length > LONGEST) return null;
  const clean = percent(text)
    .replace(/[.=]+$/, '')
    .replaceAll('-', '+')
    .replaceAll('_', '/');
  if (clean === '' || clean.length % 4 === 1 || !/^[A-Za-z0-9+/]+$/.test(clean)) return null;
  return Uint8Array.from(atob(clean), (char) => char.charCodeAt(0));
}

/** The text of bytes in UTF-8; null when they are none. */
export function utf8(bytes: Uint8Array | null): string | null {
  if (bytes === null) return null;
  const text = new TextDecoder('utf-8').decode(bytes);
  return text.includes('\ufffd') ? null : text;
}

export const base64Text = (text: string | null): string | null => (text === null ? null : utf8(base64Bytes(text)));

/** A text field of an object written as JSON. */
export function jsonField(text: string | null, name: string): string | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return null;
    const field: unknown = Reflect.get(value, name);
    return typeof field === 'string' ? field : null;
  } catch {
    return null;
  }
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['#38', '&'],
  ['#x26', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['#39', "'"],
  ['#x27', "'"],
]);

export const unescapeHtml = (text: string): string =>
  text.replace(
    /&(amp|lt|gt|quot|apos|#39|#x27|#38|#x26);/gi,
    (whole, name: string) => ENTITIES.get(name.toLowerCase()) ?? whole,
  );

/** `https:/host` and `https%3A//host`, as mail programs leave addresses behind, become whole again. */
export const repairScheme = (text: string): string =>
  text.replace(/^(https?)(?::|%3a)(?:\/|%2f){1,2}(?!\/)/i, (_, scheme: string) => `${scheme}://`);

/** Percent-decoded once; further only while it still begins `https%3A`, which some mail programs write. */
export function ladder(value: string | null): string | null {
  if (value === null || value === '') return null;
  let text = percent(value);
  for (let step = 0; step < 2 && /^https?%(?:25)*3a/i.test(text); step += 1) text = percent(text);
  return repairScheme(text);
}

/** The value of the first parameter of that name as it is written; null if there is none. Split before decoding. */
export function rawValue(query: string, name: string): string | null {
  const wanted = name.toLowerCase();
  for (let start = 0; start < query.length; ) {
    const and = query.indexOf('&', start);
    const end = and < 0 ? query.length : and;
    const equals = query.indexOf('=', start);
    const keyEnd = equals < 0 || equals > end ? end : equals;
    if (percent(query.slice(start, keyEnd)).toLowerCase() === wanted)
      return query.slice(Math.min(keyEnd + 1, end), end);
    start = end + 1;
  }
  return null;
}
