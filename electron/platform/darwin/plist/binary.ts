/** Owns the binary format of property lists, as Core Foundation writes it. */
import { date, emptyDict, fail, integer, MAX_DEPTH, MAX_VALUES, type PlistValue } from './value.ts';

/** Seconds from 1970 to 2001, the beginning of Apple's calendar. */
const APPLE_EPOCH_S = 978_307_200;

const latin1 = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('latin1');

export const parseBinaryPlist = (bytes: Uint8Array): PlistValue => {
  if (bytes.length < 40) return fail('it ends too early');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const trailer = bytes.length - 32;

  const uint = (at: number, size: number, end = trailer): number => {
    if (at < 8 || at + size > end) return fail('a reference leads out of the file');
    let value = 0;
    for (let i = 0; i < size; i++) value = value * 256 + view.getUint8(at + i);
    return value;
  };

  const offsetSize = view.getUint8(trailer + 6);
  const refSize = view.getUint8(trailer + 7);
  const objects = uint(trailer + 8, 8, bytes.length);
  const top = uint(trailer + 16, 8, bytes.length);
  const table = uint(trailer + 24, 8, bytes.length);
  if (offsetSize < 1 || offsetSize > 8 || refSize < 1 || refSize > 8) return fail('sizes that make no sense');
  if (objects > MAX_VALUES || table + objects * offsetSize > trailer) return fail('a table that does not fit the file');

  // Apple writes every list and dictionary once. One that is met twice is a cycle, or a small file made to grow without end.
  const met = new Set<number>();
  let spent = 0;
  const spend = (amount: number): void => {
    spent += amount;
    if (spent > MAX_VALUES + 4 * bytes.length) fail('it grows beyond its size');
  };

  const object = (ref: number, depth: number): PlistValue => {
    if (ref >= objects) return fail('a reference leads out of the table');
    if (depth > MAX_DEPTH) return fail('nested too deeply');
    spend(1);
    const at = uint(table + ref * offsetSize, offsetSize);
    const marker = uint(at, 1);
    const kind = marker >> 4;
    const low = marker & 0x0f;

    /** Where the content begins, how many items it has; each takes `width` bytes. */
    const sized = (width: number): { readonly from: number; readonly length: number } => {
      let length = low;
      let from = at + 1;
      if (low === 0x0f) {
        const size = uint(from, 1);
        if (size >> 4 !== 1 || (size & 0x0f) > 3) fail('a length that is no number');
        length = uint(from + 1, 1 << (size & 0x0f));
        from += 1 + (1 << (size & 0x0f));
      }
      if (from + length * width > trailer) fail('a value leads out of the file');
      spend(length * width);
      return { from, length };
    };
    const child = (from: number, index: number): PlistValue => object(uint(from + index * refSize, refSize), depth + 1);
    const enter = (): void => {
      if (met.has(ref)) fail('a list or dictionary that is met twice');
      met.add(ref);
    };

    switch (kind) {
      case 0x0:
        return marker === 0x08 ? false : marker === 0x09 ? true : fail('a value that property lists do not have');
      case 0x1:
        if (low > 4 || uint(at + 1, 1 << low) < 0) return fail('no integer');
        if (low < 3) return uint(at + 1, 1 << low);
        if (low === 3) return integer(view.getBigInt64(at + 1));
        return integer((view.getBigInt64(at + 1) << 64n) | view.getBigUint64(at + 9));
      case 0x2:
        if ((low !== 2 && low !== 3) || uint(at + 1, 1 << low) < 0) return fail('no real number');
        return low === 2 ? view.getFloat32(at + 1) : view.getFloat64(at + 1);
      case 0x3:
        if (low !== 3 || uint(at + 1, 8) < 0) return fail('no date');
        return date((view.getFloat64(at + 1) + APPLE_EPOCH_S) * 1000);
      case 0x4: {
        const { from, length } = sized(1);
        return Uint8Array.from(bytes.subarray(from, from + length));
      }
      case 0x5: {
        const { from, length } = sized(1);
        return latin1(bytes, from, from + length);
      }
      case 0x6: {
        const { from, length } = sized(2);
        return Buffer.from(bytes.subarray(from, from + 2 * length))
          .swap16()
          .toString('utf16le');
      }
      case 0x8:
        return uint(at + 1, low + 1);
      case 0xa:
      case 0xc: {
        enter();
        const { from, length } = sized(refSize);
        return Array.from({ length }, (_, index) => child(from, index));
      }
      case 0xd: {
        enter();
        const { from, length } = sized(2 * refSize);
        const dict = emptyDict();
        for (let index = 0; index < length; index++) {
          const key = child(from, index);
          if (typeof key !== 'string') return fail('a key that is no text');
          dict[key] = child(from, length + index);
        }
        return dict;
      }
      default:
        return fail('a value that property lists do not have');
    }
  };
  return object(top, 0);
};
