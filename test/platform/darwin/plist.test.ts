import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PlistError, parsePlist } from '../../../electron/platform/darwin/plist/index.ts';

const bytes = (...parts: readonly (string | number | readonly number[])[]): Uint8Array =>
  Buffer.concat(
    parts.map((part) =>
      typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(typeof part === 'number' ? [part] : part),
    ),
  );

/** A binary property list of the given objects, with offsets and references of one byte unless told otherwise. */
const binary = (
  objects: readonly Uint8Array[],
  trailer: { top?: number; count?: number; table?: number } = {},
): Uint8Array => {
  const offsets: number[] = [];
  let at = 8;
  for (const object of objects) {
    offsets.push(at);
    at += object.length;
  }
  const end = Buffer.alloc(32);
  end.writeUInt8(2, 6);
  end.writeUInt8(1, 7);
  end.writeBigUInt64BE(BigInt(trailer.count ?? objects.length), 8);
  end.writeBigUInt64BE(BigInt(trailer.top ?? 0), 16);
  end.writeBigUInt64BE(BigInt(trailer.table ?? at), 24);
  const table = Buffer.alloc(2 * offsets.length);
  for (const [index, offset] of offsets.entries()) table.writeUInt16BE(offset, 2 * index);
  return Buffer.concat([Buffer.from('bplist00'), ...objects, table, end]);
};

const xml = (body: string, head = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${head}<plist version="1.0">${body}</plist>\n`;

describe('property lists as Apple writes them', () => {
  it('reads every kind of value from XML', () => {
    const value = parsePlist(
      xml(
        '<dict><key>a &amp; b</key><string>&lt;x&gt; &#233;&#x1F600;<![CDATA[<raw> &amp;]]></string>\n\t<key>n</key><integer>-7</integer>' +
          '<key>hex</key><integer>0x1F</integer><key>big</key><integer>18446744073709551615</integer><key>r</key><real>-1</real>' +
          '<key>d</key><date>2026-11-20T19:44:05Z</date><key>b</key><data>\n\tSGk=\n\t</data><key>t</key><true/>' +
          '<key>f</key><false></false><key>l</key><array><string/><dict/></array><!-- note --></dict>',
        '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n',
      ),
    );
    expect({ ...(value as object) }).toEqual({
      'a & b': '<x> é😀<raw> &amp;',
      n: -7,
      hex: 31,
      big: 18446744073709551615n,
      r: -1,
      d: new Date('2026-11-20T19:44:05Z'),
      b: Buffer.from('Hi'),
      t: true,
      f: false,
      l: ['', Object.create(null)],
    });
  });

  it('reads every kind of value from binary', () => {
    const list = binary([
      bytes(0xd8, [1, 2, 3, 4, 5, 6, 7, 8], [9, 10, 11, 12, 13, 14, 15, 16]),
      ...['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((key) => bytes(0x51, key)),
      bytes(0x5f, 0x10, 16, 'sixteen letters.'),
      bytes(0x62, [0x00, 0xe9, 0x26, 0x03]),
      bytes(0x11, [1, 0]),
      bytes(0x13, [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xfe]),
      bytes(0x33, [0x41, 0xc7, 0x5e, 0x40, 0x80, 0x00, 0x00, 0x00]),
      bytes(0x42, [1, 2]),
      bytes(0xa2, [17, 18]),
      bytes(0x23, [0x3f, 0xf8, 0, 0, 0, 0, 0, 0]),
      bytes(0x09),
      bytes(0x08),
    ]);
    expect({ ...(parsePlist(list) as object) }).toEqual({
      a: 'sixteen letters.',
      b: 'é☃',
      c: 256,
      d: -2,
      e: new Date('2025-11-06T07:08:48Z'),
      f: Uint8Array.of(1, 2),
      g: [true, false],
      h: 1.5,
    });
  });

  it('reads text that another list shares bytes with, from any place in a larger buffer', () => {
    const list = binary([bytes(0xa2, [1, 1]), bytes(0x52, 'ok')]);
    const padded = Buffer.concat([Buffer.alloc(5, 0xff), list, Buffer.alloc(9, 0xff)]);
    expect(parsePlist(padded.subarray(5, 5 + list.length))).toEqual(['ok', 'ok']);
  });

  it('keeps a key that would reach into a prototype as a key', () => {
    const value = parsePlist(xml('<dict><key>__proto__</key><dict><key>admin</key><true/></dict></dict>')) as object;
    expect(Object.keys(value)).toEqual(['__proto__']);
    expect({}).not.toHaveProperty('admin');
  });
});

describe('property lists that nobody writes in good faith', () => {
  it.each([
    ['nothing', ''],
    ['no markup', 'Could not export domain'],
    ['cut off in a text', '<plist version="1.0"><dict><key>a</key><string>b'],
    ['cut off between values', '<plist version="1.0"><array><true/>'],
    ['no value', xml('')],
    ['two values', xml('<true/><true/>')],
    ['two lists', xml('<true/>') + xml('<true/>')],
    ['a value after the end', `${xml('<true/>')}<true/>`],
    ['a key without a value', xml('<dict><key>a</key></dict>')],
    ['a value without a key', xml('<dict><true/></dict>')],
    ['a key in a list', xml('<array><key>a</key></array>')],
    ['crossed elements', xml('<dict><key>a</key><array></dict></array>')],
    ['an element inside a text', xml('<string>a<true/></string>')],
    ['text between values', xml('<array>x</array>')],
    ['an element that is unknown', xml('<script>1</script>')],
    ['an entity of its own', xml('<string>&boom;</string>', '<!DOCTYPE plist [<!ENTITY boom "b">]>')],
    ['an unknown entity', xml('<string>&boom;</string>')],
    ['a character beyond Unicode', xml('<string>&#x110000;</string>')],
    ['a number that is none', xml('<integer>1e9</integer>')],
    ['a day that is none', xml('<date>2026-99-99T00:00:00Z</date>')],
    ['comments without end', '<!--'.repeat(500_000)],
    ['a tag without end', `<plist ${'a '.repeat(500_000)}`],
    ['nesting without end', xml('<array>'.repeat(100_000))],
  ])('refuses %s in XML', (_, text) => {
    expect(() => parsePlist(text)).toThrow(PlistError);
  });

  const big = (value: bigint): readonly number[] => [...Buffer.from(value.toString(16).padStart(16, '0'), 'hex')];
  it.each([
    ['only a head', bytes('bplist00')],
    ['a list that holds itself', binary([bytes(0xa1, 0)])],
    ['two lists that hold each other', binary([bytes(0xa1, 1), bytes(0xa1, 0)])],
    ['a dictionary that holds itself', binary([bytes(0xd1, 1, 0), bytes(0x51, 'k')])],
    ['a key that is no text', binary([bytes(0xd1, 1, 1), bytes(0x10, 1)])],
    ['a reference out of the table', binary([bytes(0xa1, 9)])],
    ['a text longer than the file', binary([bytes(0x5f, 0x13, big(2n ** 62n))])],
    ['a list longer than the file', binary([bytes(0xaf, 0x12, [0xff, 0xff, 0xff, 0xff])])],
    ['a table longer than the file', binary([bytes(0x09)], { count: 2 ** 40 })],
    ['a table outside the file', binary([bytes(0x09)], { table: 2 ** 40 })],
    ['a table before the values', binary([bytes(0x09)], { table: 0 })],
    ['a root that is not there', binary([bytes(0x09)], { top: 1 })],
    ['a date beyond all calendars', binary([bytes(0x33, [0x7f, 0xf0, 0, 0, 0, 0, 0, 0])])],
    ['a kind that does not exist', binary([bytes(0xf0)])],
    ['UTF-16 cut in half', binary([bytes(0x6f, 0x10, 200, 'ab')])],
  ])('refuses %s in binary', (_, list) => {
    expect(() => parsePlist(list)).toThrow(PlistError);
  });

  it('refuses a small file that would grow without end', () => {
    // Each list names the next one many times: 60 levels of 200 would be more values than there are atoms.
    const levels = Array.from({ length: 60 }, (_, level) => bytes(0xaf, 0x10, 200, Array<number>(200).fill(level + 1)));
    expect(() => parsePlist(binary([...levels, bytes(0x09)]))).toThrow(PlistError);
  });

  it('refuses many names for one long text', () => {
    const names = 200;
    const long = bytes(0x5f, 0x11, [0x7f, 0xff], 'x'.repeat(0x7fff));
    const list = binary([bytes(0xaf, 0x10, names, Array<number>(names).fill(1)), long]);
    expect(() => parsePlist(list)).toThrow(PlistError);
  });

  it('answers or refuses whatever the bytes, and does nothing else', () => {
    const good = binary([
      bytes(0xd2, [1, 2], [3, 4]),
      bytes(0x51, 'a'),
      bytes(0x51, 'b'),
      bytes(0xa1, 5),
      bytes(0x13, big(7n)),
      bytes(0x62, [0, 65, 0, 66]),
    ]);
    const text = Buffer.from(xml('<dict><key>a</key><array><integer>1</integer><string>&amp;</string></array></dict>'));
    fc.assert(
      fc.property(
        fc.constantFrom(good, text),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 }),
        fc.nat(),
        (list, changes, cut) => {
          const hostile = Buffer.from(list);
          for (const [at, byte] of changes) hostile[at % hostile.length] = byte;
          try {
            parsePlist(hostile.subarray(0, cut % 3 === 0 ? cut % hostile.length : hostile.length));
          } catch (error) {
            expect(error).toBeInstanceOf(PlistError);
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
