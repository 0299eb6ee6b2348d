/** Reads Authentication-Results (RFC 8601), the form of Microsoft 365 without a server name included. Linear. */

export interface MethodResult {
  /** Lower case: `dmarc`, `dkim`, `spf`, `arc`, `compauth`. */
  readonly method: string;
  /** Lower case: `pass`, `fail`, `none`, `bestguesspass` … */
  readonly result: string;
  /** `header.from`, `header.d`, `smtp.mailfrom`, `action` …, lower case. */
  readonly properties: ReadonlyMap<string, string>;
  /** What stood in brackets, lower case. */
  readonly comment: string;
}

export interface AuthenticationResults {
  /** Lower case; `''` in Microsoft 365's form, which names no server. */
  readonly authserv: string;
  readonly results: readonly MethodResult[];
}

interface Piece {
  readonly text: string;
  readonly comment: string;
}

/** Splits at `;` outside quotation marks and brackets, setting comments aside. */
function pieces(value: string): Piece[] {
  const found: Piece[] = [];
  let text = '';
  let comment = '';
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < value.length; i += 1) {
    const char = value.charAt(i);
    if (char === '\\' && (quoted || depth > 0)) {
      i += 1;
      if (quoted) text += value.charAt(i);
    } else if (char === '"' && depth === 0) quoted = !quoted;
    else if (quoted) text += char;
    else if (char === '(') {
      depth += 1;
      text += ' ';
    } else if (char === ')' && depth > 0) depth -= 1;
    else if (depth > 0) comment += char;
    else if (char === ';') {
      found.push({ text, comment });
      text = '';
      comment = '';
    } else text += char;
  }
  found.push({ text, comment });
  return found;
}

function method({ text, comment }: Piece): MethodResult | null {
  const words = text
    .replace(/[ \t]{0,8}=[ \t]{0,8}/g, '=')
    .split(/\s+/)
    .filter(Boolean);
  const [name = '', result = ''] = (words[0] ?? '').toLowerCase().split('=', 2);
  if (!name || !result) return null;
  const properties = new Map<string, string>();
  for (const word of words.slice(1, 40)) {
    const equals = word.indexOf('=');
    const key = equals < 0 ? '' : word.slice(0, equals).toLowerCase();
    if (key && !properties.has(key)) properties.set(key, word.slice(equals + 1).toLowerCase());
  }
  // RFC 8601 allows a version after the method: `dkim/1=pass`.
  return { method: name.split('/', 1)[0] ?? name, result, properties, comment: comment.toLowerCase() };
}

/** Parses one header value. What makes no sense is left out; a header without any result has an empty list. */
export function parseAuthenticationResults(value: string): AuthenticationResults {
  const [first, ...rest] = pieces(value.slice(0, 32_768));
  const head = (first?.text ?? '').trim().toLowerCase();
  const nameless = head.includes('=');
  const authserv = nameless ? '' : (head.split(/\s+/, 1)[0] ?? '');
  const results = (nameless && first ? [first, ...rest] : rest).flatMap((piece) => method(piece) ?? []);
  return { authserv, results };
}
