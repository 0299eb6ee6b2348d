/** Reads calendar files as they come: folded anywhere, cut off, with junk between the lines. Linear, never throws. */

export interface CalendarProperty {
  /** Upper case. */
  readonly name: string;
  /** The raw parameter text, without the leading `;`. */
  readonly parameters: string;
  /** With the escapes of TEXT values undone. */
  readonly value: string;
  /** As written, unfolded. */
  readonly line: string;
  /** The components around it, outermost first, upper case. */
  readonly component: string;
  /** The number of the innermost component in the file: tells two neighbours of the same kind apart. */
  readonly serial: number;
}

/** Whether a text is a calendar file. */
export const looksLikeCalendar = (text: string): boolean =>
  /^[\s\ufeff]{0,64}begin:vcalendar\b/i.test(text.slice(0, 256));

/** The byte order of UTF-16, by its mark or by where the zeros of plain letters stand; null for other encodings. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (second === 0 && fourth === 0 && first !== 0 && third !== 0 && bytes.length > 3) return 'utf-16le';
  return first === 0 && third === 0 && second !== 0 && fourth !== 0 && bytes.length > 3 ? 'utf-16be' : null;
}

/** A text in UTF-16, which its bytes give away, or in UTF-8. */
export const decodeText = (bytes: Uint8Array): string => new TextDecoder(utf16Of(bytes) ?? 'utf-8').decode(bytes);

/**
 * Undoes line folding on bytes, before they become letters: a fold may stand inside a UTF-8 character.
 * Falls back to Windows-1252 when the file is not UTF-8.
 */
export function decodeCalendar(bytes: Uint8Array): string {
  const wide = utf16Of(bytes);
  if (wide !== null) return new TextDecoder(wide).decode(bytes).replace(/(?:\r\n|\n|\r)[ \t]/g, '');
  const kept = new Uint8Array(bytes.length);
  let length = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i] ?? 0;
    const breakLength = byte === 13 && bytes[i + 1] === 10 ? 2 : byte === 10 || byte === 13 ? 1 : 0;
    const after = bytes[i + breakLength];
    if (breakLength > 0 && (after === 32 || after === 9)) {
      i += breakLength;
      continue;
    }
    kept[length] = byte;
    length += 1;
  }
  const text = new TextDecoder('utf-8').decode(kept.subarray(0, length));
  return text.includes('\ufffd') ? new TextDecoder('windows-1252').decode(kept.subarray(0, length)) : text;
}

function unescapeText(value: string): string {
  if (!value.includes('\\')) return value;
  // Quicker: without a backslash that stands for itself, each escape may be undone by itself.
  if (!value.includes('\\\\')) return value.replace(/\\[nN]/g, '\n').replace(/\\([;,:"])/g, '$1');
  return value.replace(/\\([\\;,nN:"])/g, (_, char: string) => (char === 'n' || char === 'N' ? '\n' : char));
}

/** Where the value begins: the first colon outside quotation marks; -1 if the line is no property. */
function valueStart(line: string): number {
  let quoted = false;
  for (let i = 0; i < line.length; i += 1) {
    const char = line[i];
    if (char === '"') quoted = !quoted;
    else if (char === ':' && !quoted) return i;
  }
  // A quotation mark that never closes: take the first colon, as mail programs do.
  return quoted ? line.indexOf(':') : -1;
}

/** Calls back for every property of every component. Lines that are no property are skipped. */
export function eachProperty(text: string, found: (property: CalendarProperty) => void): void {
  const open: string[] = [];
  const serials: number[] = [];
  let begun = 0;
  const unfolded = text.replace(/(?:\r\n|\n|\r)[ \t]/g, '');
  for (const match of unfolded.matchAll(/[^\r\n]+/g)) {
    const line = match[0];
    const colon = valueStart(line);
    if (colon <= 0) continue;
    const head = line.slice(0, colon);
    const semicolon = head.indexOf(';');
    const name = (semicolon < 0 ? head : head.slice(0, semicolon))
      .replace(/^\ufeff/, '')
      .trim()
      .toUpperCase();
    if (!/^[A-Z0-9-]{1,80}$/.test(name)) continue;
    const raw = line.slice(colon + 1);
    if (name === 'BEGIN') {
      begun += 1;
      if (open.length < 32) {
        open.push(raw.trim().toUpperCase().slice(0, 40));
        serials.push(begun);
      }
    } else if (name === 'END') {
      const at = open.lastIndexOf(raw.trim().toUpperCase());
      if (at >= 0) open.length = serials.length = at;
    } else {
      const parameters = semicolon < 0 ? '' : head.slice(semicolon + 1);
      found({
        name,
        parameters,
        value: unescapeText(raw),
        line,
        component: open.join('.'),
        serial: serials.at(-1) ?? 0,
      });
    }
  }
}
