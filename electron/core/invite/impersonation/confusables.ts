/** Letters that pass for others: punycode decoding, a small table of confusables, and the folds built on them. */

import { NON_ASCII } from '../../text/ascii.ts';

// Letters that look like Latin ones, by the Latin letter they imitate (after UTS #39; only those seen in host names).
const LOOK_LIKE: Readonly<Record<string, string>> = {
  a: 'аạąɑαａ',
  b: 'ЬьƄʙɓвḃḅ',
  c: 'сςϲⅽƈċć',
  d: 'ԁⅾɗďđḍ',
  e: 'еҽęėẹɛє',
  f: 'ƒḟ',
  g: 'ɡɢġğǵģǧᶃց',
  h: 'һհḥħ',
  i: 'іıɩιӏіḭị',
  j: 'јʝ',
  k: 'κкḳķ',
  l: 'ⅼｌӏŀłḷļӀǀ',
  m: 'мṃⅿɱ',
  n: 'ոռńņṇŋпη',
  o: 'оοօσọơөɵоօ၀๐໐',
  p: 'рρṗƿ',
  q: 'ԛգʠ',
  r: 'гʀɼɽṛŗгɾ',
  s: 'ѕʂṣśş',
  t: 'тτţṭƫŧт',
  u: 'υսᴜụųμ',
  v: 'ѵνᴠṿ',
  w: 'ԝѡաẃẁẅẉ',
  x: 'хχⅹ×',
  y: 'уүγỿỵуʏ',
  z: 'ʐżẓźᴢᶻ',
  '8': 'ȣ',
};

const imitated = new Map<string, string>();
for (const [latin, letters] of Object.entries(LOOK_LIKE)) for (const letter of letters) imitated.set(letter, latin);

const EACH_NON_ASCII = new RegExp(NON_ASCII, 'gu');

/** Decodes one `xn--` label (RFC 3492); null if it is not valid. Bounded by the label's length. */
export function decodePunycode(label: string): string | null {
  const input = label.slice(4);
  if (input.length > 63) return null;
  const split = input.lastIndexOf('-');
  const output = split > 0 ? [...input.slice(0, split)] : [];
  let code = 128;
  let position = 0;
  let bias = 72;
  let at = split > 0 ? split + 1 : 0;
  while (at < input.length) {
    const before = position;
    let weight = 1;
    for (let k = 36; ; k += 36) {
      const char = input.charCodeAt(at);
      at += 1;
      const digit = char >= 97 && char <= 122 ? char - 97 : char >= 48 && char <= 57 ? char - 22 : -1;
      if (digit < 0) return null;
      position += digit * weight;
      const threshold = k <= bias ? 1 : k >= bias + 26 ? 26 : k - bias;
      if (digit < threshold) break;
      weight *= 36 - threshold;
      if (weight > 0xfffffff) return null;
    }
    const count = output.length + 1;
    let delta = before === 0 ? Math.floor((position - before) / 700) : Math.floor((position - before) / 2);
    delta += Math.floor(delta / count);
    let k = 0;
    while (delta > 455) {
      delta = Math.floor(delta / 35);
      k += 36;
    }
    bias = k + Math.floor((36 * delta) / (delta + 38));
    code += Math.floor(position / count);
    position %= count;
    if (code > 0x10ffff) return null;
    output.splice(position, 0, String.fromCodePoint(code));
    position += 1;
  }
  return output.join('');
}

/** The host with its `xn--` labels written in letters, as a person would read it. */
export function readableHost(host: string): string {
  if (!host.includes('xn--')) return host;
  return host
    .split('.')
    .map((label) => (label.startsWith('xn--') ? (decodePunycode(label) ?? label) : label))
    .join('.');
}

/** The Latin letters a reader would take the text for; a letter of no known likeness becomes `?`. */
export function latinLikeness(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(EACH_NON_ASCII, (letter) => {
      const known = imitated.get(letter);
      if (known) return known;
      const bare = String.fromCodePoint(letter.normalize('NFKD').codePointAt(0) ?? 63);
      return bare < '\u0080' ? bare : (imitated.get(bare) ?? '?');
    });
}

const FOLDABLE = /[01|i3457q9]|rn|nr|nn|rr|vv|cl/;
const FOLDS = /rn|nr|nn|rr|vv|cl|[01|i3457q9]/g;
const FOLDED = new Map(
  Object.entries({
    rn: 'm',
    nr: 'm',
    nn: 'm',
    rr: 'm',
    vv: 'w',
    cl: 'd',
    0: 'o',
    1: 'l',
    '|': 'l',
    i: 'l',
    3: 'e',
    4: 'a',
    5: 's',
    7: 't',
    q: 'g',
    9: 'g',
  }),
);
const foldOne = (found: string): string => FOLDED.get(found) ?? found;

/** Folds ASCII look-alikes (`rn` and `m`, `0` and `o`, `vv` and `w` …) so that equal-looking names become equal. */
export const foldAscii = (text: string): string => (FOLDABLE.test(text) ? text.replace(FOLDS, foldOne) : text);

/** Which letters occur, one bit each: two names within n edits differ in at most 2n bits. */
export function letterMask(text: string): number {
  let mask = 0;
  for (let i = 0; i < text.length; i += 1) mask |= 1 << (text.charCodeAt(i) & 31);
  return mask;
}

/** A cheap test that two names may be within `limit` edits; wrong only on the side of "maybe". */
export function maybeWithin(maskA: number, maskB: number, limit: number): boolean {
  let bits = maskA ^ maskB;
  for (let left = 2 * limit; bits !== 0; left -= 1) {
    if (left === 0) return false;
    bits &= bits - 1;
  }
  return true;
}

const LONGEST = 64;
const rows = [new Uint8Array(LONGEST + 2), new Uint8Array(LONGEST + 2), new Uint8Array(LONGEST + 2)] as const;

/**
 * How many insertions, deletions, replacements or swaps of neighbours lead from `a` to `b`; `limit + 1` if more than
 * `limit` (1 or 2). `?` in `a` equals any letter. At most 64 × 5 steps.
 */
export function editDistance(a: string, b: string, limit: number): number {
  const far = limit + 1;
  if (Math.abs(a.length - b.length) > limit || a.length > LONGEST || b.length > LONGEST) return far;
  let [beforeLast, last, row]: Uint8Array[] = [rows[0], rows[1], rows[2]];
  if (!beforeLast || !last || !row) return far;
  for (let j = 0; j <= b.length; j += 1) last[j] = Math.min(j, far);
  for (let i = 1; i <= a.length; i += 1) {
    const char = a[i - 1];
    const from = Math.max(1, i - limit);
    const to = Math.min(b.length, i + limit);
    row[from - 1] = from === 1 ? Math.min(i, far) : far;
    row[to + 1] = far;
    let best = row[from - 1] ?? far;
    for (let j = from; j <= to; j += 1) {
      const same = char === b[j - 1] || char === '?';
      const above = j === i + limit ? far : (last[j] ?? far);
      let cost = Math.min((last[j - 1] ?? far) + (same ? 0 : 1), above + 1, (row[j - 1] ?? far) + 1);
      if (i > 1 && j > 1 && char === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? far) + 1);
      }
      row[j] = cost;
      best = Math.min(best, cost);
    }
    if (best > limit) return far;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return Math.min(last[b.length] ?? far, far);
}
