/** What is believed of a reader's lines: those that others could read, gathered by place. */
import { describe, expect, test } from 'vitest';
import { judgeText, type ReadLine } from '../../../electron/core/camera/judge-text.ts';

const line = (text: string, x: number, y: number, confidence = 0.93): ReadLine => ({
  text,
  confidence,
  box: { x, y, width: text.length * 0.012, height: 0.03 },
});
const texts = (...lines: readonly ReadLine[]): readonly (string | undefined)[] =>
  judgeText(lines).map((text) => text.words);

describe('lines with text around them', () => {
  test('lines near each other are one place, in reading order, within one box', () => {
    const lines = [
      line('plan', 0.2, 0.34),
      line('forecast', 0.2, 0.3),
      line('revenue', 0.1, 0.34),
      line('Quarterly', 0.08, 0.3),
    ];
    const [text, ...more] = judgeText(lines);
    expect([text?.words, more]).toEqual(['Quarterly forecast revenue plan', []]);
    expect(text?.box?.x).toBeCloseTo(0.08);
    expect(text?.box?.height).toBeCloseTo(0.07);
  });

  test('what hangs elsewhere is a place of its own', () => {
    expect(texts(line('Password', 0.1, 0.1), line('Accounting', 0.7, 0.6))).toEqual(['Password', 'Accounting']);
  });

  test('letters of every alphabet count', () => {
    expect(texts(line('réunion', 0.1, 0.1), line('会议室', 0.6, 0.1))).toEqual(['réunion', '会议室']);
  });

  test('of what may be read wrongly only the place is told', () => {
    const [text] = judgeText([line('FEAMRCT', 0.1, 0.1, 0.7), line('Sunday', 0.1, 0.14, 0.95)]);
    expect([text?.words, text?.measure]).toEqual(['Sunday', { lines: 2 }]);
    expect(judgeText([line('FEAMRCT', 0.1, 0.1, 0.7)])[0]).not.toHaveProperty('words');
  });
});

test.each([
  ['a line that the reader doubts', line('Quarterly', 0.1, 0.1, 0.55)],
  ['two letters', line('Ok', 0.1, 0.1)],
  ['a pattern read as a letter again and again', line('HHHHHH', 0.1, 0.1)],
  ['signs without letters', line('|_|—|_|', 0.1, 0.1)],
])('%s is not believed', (_, doubtful) => {
  expect(judgeText([doubtful])).toEqual([]);
});
