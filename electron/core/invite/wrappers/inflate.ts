/** Undoes zlib compression (RFC 1950, 1951) of the short texts that some mail filters put into an address. Bounded. */

const MOST = 65_536;

const LENGTHS = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
];
const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const DISTANCES = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
  8193, 12289, 16385, 24577,
];
const DISTANCE_BITS = [
  0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
];
const CODE_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

class Damaged extends Error {}

interface Codes {
  readonly counts: readonly number[];
  readonly symbols: readonly number[];
}

function codesOf(lengths: readonly number[]): Codes {
  const counts = new Array<number>(16).fill(0);
  for (const length of lengths) counts[length] = (counts[length] ?? 0) + 1;
  const offsets = [0, 0];
  for (let length = 1; length < 15; length += 1) offsets.push((offsets[length] ?? 0) + (counts[length] ?? 0));
  const symbols: number[] = [];
  for (const [symbol, length] of lengths.entries()) {
    if (length === 0) continue;
    const at = offsets[length] ?? 0;
    symbols[at] = symbol;
    offsets[length] = at + 1;
  }
  return { counts, symbols };
}

const fixedLengths = codesOf(
  Array.from({ length: 288 }, (_, symbol) => (symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8)),
);
const fixedDistances = codesOf(new Array<number>(30).fill(5));

function bitsOf(bytes: Uint8Array) {
  let at = 2;
  let held = 0;
  let count = 0;
  const take = (need: number): number => {
    while (count < need) {
      const next = bytes[at];
      if (next === undefined) throw new Damaged();
      held |= next << count;
      at += 1;
      count += 8;
    }
    const value = held & ((1 << need) - 1);
    held >>>= need;
    count -= need;
    return value;
  };
  const symbol = ({ counts, symbols }: Codes): number => {
    let code = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; length <= 15; length += 1) {
      code |= take(1);
      const size = counts[length] ?? 0;
      if (code - size < first) return symbols[index + (code - first)] ?? 0;
      index += size;
      first = (first + size) << 1;
      code <<= 1;
    }
    throw new Damaged();
  };
  const align = () => {
    held = 0;
    count = 0;
  };
  return { take, symbol, align };
}

type Bits = ReturnType<typeof bitsOf>;

function dynamicCodes(bits: Bits): [Codes, Codes] {
  const literals = bits.take(5) + 257;
  const distances = bits.take(5) + 1;
  const used = bits.take(4) + 4;
  const order = new Array<number>(19).fill(0);
  for (const place of CODE_ORDER.slice(0, used)) order[place] = bits.take(3);
  const codes = codesOf(order);
  const lengths: number[] = [];
  while (lengths.length < literals + distances) {
    const symbol = bits.symbol(codes);
    if (symbol < 16) lengths.push(symbol);
    else {
      const value = symbol === 16 ? (lengths.at(-1) ?? 0) : 0;
      const times = symbol === 16 ? 3 + bits.take(2) : symbol === 17 ? 3 + bits.take(3) : 11 + bits.take(7);
      for (let i = 0; i < times; i += 1) lengths.push(value);
    }
  }
  return [codesOf(lengths.slice(0, literals)), codesOf(lengths.slice(literals, literals + distances))];
}

/** The inflated bytes; null when they are damaged or more than 64 KiB. The checksum is not looked at. */
export function inflate(bytes: Uint8Array | null): Uint8Array | null {
  if (bytes === null || bytes.length < 3 || ((bytes[0] ?? 0) & 15) !== 8) return null;
  const bits = bitsOf(bytes);
  const out: number[] = [];
  const put = (value: number) => {
    if (out.length >= MOST) throw new Damaged();
    out.push(value);
  };
  try {
    for (let last = 0; last === 0; ) {
      last = bits.take(1);
      const kind = bits.take(2);
      if (kind === 3) return null;
      if (kind === 0) {
        bits.align();
        const size = bits.take(8) | (bits.take(8) << 8);
        bits.take(16);
        for (let i = 0; i < size; i += 1) put(bits.take(8));
        continue;
      }
      const [literals, distances] = kind === 1 ? [fixedLengths, fixedDistances] : dynamicCodes(bits);
      for (let symbol = bits.symbol(literals); symbol !== 256; symbol = bits.symbol(literals)) {
        if (symbol < 256) {
          put(symbol);
          continue;
        }
        const length = (LENGTHS[symbol - 257] ?? 0) + bits.take(LENGTH_BITS[symbol - 257] ?? 0);
        const place = bits.symbol(distances);
        const distance = (DISTANCES[place] ?? 0) + bits.take(DISTANCE_BITS[place] ?? 0);
        if (distance > out.length || distance === 0) return null;
        for (let i = 0; i < length; i += 1) put(out[out.length - distance] ?? 0);
      }
    }
    return Uint8Array.from(out);
  } catch (error) {
    if (error instanceof Damaged) return null;
    throw error;
  }
}
