import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asciiJson } from '../../../electron/core/text/ascii-json.ts';

test('JSON in ASCII is the same value to whoever parses it', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2), (value, indent) => {
      const text = asciiJson(value, indent);
      expect(text).toMatch(/^[\n -~]*$/);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
  expect(asciiJson({ né: '“备份” 🎧\u007f' })).toBe(
    '{"n\\u00e9":"\\u201c\\u5907\\u4efd\\u201d \\ud83c\\udfa7\\u007f"}',
  );
});
