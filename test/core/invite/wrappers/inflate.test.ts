/** Undoing zlib's compression, compared with zlib itself. */
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inflate } from '../../../../electron/core/invite/wrappers/inflate.ts';

it('gives back what zlib compressed, in stored, fixed and dynamic blocks', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 3000 }),
      fc.integer({ min: 0, max: 9 }),
      fc.integer({ min: 1, max: 20 }),
      (text, level, times) => {
        const bytes = new TextEncoder().encode(text.repeat(times).slice(0, 20_000));
        expect(inflate(deflateSync(bytes, { level }))).toEqual(bytes);
      },
    ),
  );
});

it('ends on anything else', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      inflate(Uint8Array.from([0x78, 0x9c, ...bytes]));
    }),
  );
});

it('gives up on a text that grows without end', () => {
  expect(inflate(deflateSync(new Uint8Array(70_000)))).toBeNull();
});
