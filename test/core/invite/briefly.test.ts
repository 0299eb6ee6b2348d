/** A batch leaves out what only a person looks at, and nothing else. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inspectText, inspectTextBriefly } from '../../../electron/core/invite/index.ts';

const piece = fc.oneof(
  fc.constantFrom(
    'https://us02web.zoom.us/j/84100020000?pwd=a.1',
    'https://us02web-zoom.example.com/j/84100020000',
    'https://meet.club.example/Room',
    'https://zoom.us/s/84100020000?zak=secret',
    'https://user@zoom.us/my/person',
    'javascript:alert(1)',
    'Run this command in the terminal:',
    'https://zo',
    'om.us/j/84100020000',
    '\n',
  ),
  fc.webUrl(),
  fc.string(),
);

test('with the same verdict, links and reasons', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 5 }), (pieces) => {
      const text = pieces.join(' ');
      const { kind, shareUrl, anatomy, questions, ...decision } = inspectText(text);
      expect(inspectTextBriefly(text)).toEqual(decision);
    }),
  );
});
