/** What is believed of a reader's words: those that others could read, gathered by place. */
import { describe, expect, test } from 'vitest';
import { isBusyPattern, judgeText, type ReadWord } from '../../../electron/core/camera/judge-text.ts';

const word = (text: string, x: number, y: number, confidence = 0.93): ReadWord => ({
  text,
  confidence,
  box: { x, y, width: text.length * 0.012, height: 0.03 },
});
const texts = (...words: readonly ReadWord[]): readonly (string | undefined)[] =>
  judgeText(words).map((text) => text.words);

describe('words with text around them', () => {
  test('words near each other are one place, in reading order, within one box', () => {
    const words = [
      word('plan', 0.2, 0.34),
      word('forecast', 0.2, 0.3),
      word('revenue', 0.1, 0.34),
      word('Quarterly', 0.08, 0.3),
    ];
    const [text, ...more] = judgeText(words);
    expect([text?.words, more]).toEqual(['Quarterly forecast revenue plan', []]);
    expect(text?.box?.x).toBeCloseTo(0.08);
    expect(text?.box?.height).toBeCloseTo(0.07);
  });

  test('what hangs elsewhere is a place of its own', () => {
    expect(texts(word('Password', 0.1, 0.1), word('Accounting', 0.7, 0.6))).toEqual(['Password', 'Accounting']);
  });

  test('letters of every Latin alphabet count', () => {
    expect(texts(word('réunion', 0.1, 0.1), word('şifre', 0.6, 0.1))).toEqual(['réunion', 'şifre']);
  });
});

describe('what is not believed', () => {
  test.each([
    ['a word that the reader doubts', word('Quarterly', 0.1, 0.1, 0.6)],
    ['one short word alone', word('Ask', 0.1, 0.1)],
    ['a pattern read as a letter again and again', word('HHHHHH', 0.1, 0.1)],
    ['signs without letters', word('|_|—|_|', 0.1, 0.1)],
  ])('%s', (_, doubtful) => {
    expect(judgeText([doubtful])).toEqual([]);
  });

  test('many pieces and hardly a word are a pattern, in which nothing found means nothing', () => {
    const junk = Array.from({ length: 150 }, (_, n) => word('ll', (n % 15) / 15, n / 150, 0.4));
    expect(isBusyPattern(junk.length, junk)).toBe(true);
    const page = Array.from({ length: 150 }, (_, n) => word('letters', (n % 15) / 15, n / 150));
    expect(isBusyPattern(page.length, page)).toBe(false);
  });
});
