import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sanitize } from '../../../electron/core/text/sanitize.ts';

describe('harmless', () => {
  it.each([
    ['Zoom\u0000 Workplace\r\n', 'Zoom Workplace'],
    ['Slack\u202egpj.exe', 'Slack gpj.exe'],
    ['\u001b[31mZoom\u001b[0m', '[31mZoom [0m'],
    ['a\u200bb\u2066c\u2069', 'a b c'],
    ['7.1.5 (43453)', '7.1.5 (43453)'],
    ['Réunion 会議 🎥', 'Réunion 会議 🎥'],
  ])('shows %j as %j', (text, shown) => {
    expect(sanitize(text)).toBe(shown);
  });

  it('cuts a megabyte to what fits', () => {
    expect(sanitize('9'.repeat(1_048_576), 20)).toBe(`${'9'.repeat(19)}…`);
  });

  it('lets no control or direction character through, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = sanitize(text, 40);
        expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
        expect([...shown].length).toBeLessThanOrEqual(40);
      }),
    );
  });
});
