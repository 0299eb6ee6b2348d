/** What two witnesses, faces and outlines, say together about who is in the picture. */
import { describe, expect, test } from 'vitest';
import { type Face, type Figure, judgeFraming, judgePeople } from '../../../electron/core/camera/judge-people.ts';

/** A face by its middle and width; of a picture of 16:9, so it is higher than wide. */
const face = (x: number, y: number, width: number, { score = 0.9, outline = 0.9 } = {}): Face => ({
  box: { x: x - width / 2, y: y - width * 0.9, width, height: width * 1.8 },
  score,
  outline,
});
const figure = (x: number, width: number, { certainty = 0.98, cut = 0 } = {}): Figure => ({
  box: { x: x - width / 2, y: cut > 0 ? 0 : 0.2, width, height: 0.8 },
  area: width * 0.6,
  certainty,
  headX: x,
  cut,
});
const kinds = (faces: readonly Face[], figures: readonly Figure[]) => {
  const [framing, people] = [judgeFraming(faces, figures), judgePeople(faces, figures)];
  return {
    framing: framing.doubtful ? 'doubtful' : framing.observations.map(({ kind }) => kind).join(),
    people: people.doubtful ? 'doubtful' : people.observations.length,
  };
};

const me = face(0.5, 0.45, 0.15);
const myFigure = figure(0.5, 0.45);

describe('somebody else', () => {
  test('a person alone is alone', () => {
    expect(kinds([me], [myFigure])).toEqual({ framing: '', people: 0 });
  });

  test('two whose outlines are one are two by their faces', () => {
    expect(kinds([face(0.35, 0.45, 0.13), face(0.65, 0.45, 0.14)], [figure(0.5, 0.8)])).toMatchObject({ people: 1 });
  });

  test('of two who sit side by side the one in the middle is whom the picture is of', () => {
    const [observation] = judgePeople([face(0.5, 0.4, 0.078), face(0.82, 0.5, 0.081)], [myFigure]).observations;
    expect(observation?.box?.x).toBeGreaterThan(0.7);
    expect(judgeFraming([face(0.5, 0.4, 0.078), face(0.82, 0.5, 0.081)], [myFigure]).observations).toEqual([]);
  });

  test('a face that only one witness sees dimly is none', () => {
    expect(kinds([me, face(0.8, 0.5, 0.05, { score: 0.7, outline: 0 })], [myFigure])).toMatchObject({ people: 0 });
    expect(kinds([me, face(0.8, 0.5, 0.05, { score: 0.5, outline: 1 })], [myFigure])).toMatchObject({ people: 0 });
  });

  test('an outline without a face is neither called somebody nor passed over', () => {
    expect(kinds([me], [myFigure, figure(0.85, 0.12)])).toEqual({ framing: '', people: 'doubtful' });
    expect(kinds([], [myFigure])).toEqual({ framing: '', people: 'doubtful' });
  });
});

describe('where one is', () => {
  test.each([
    ['off-centre', face(0.75, 0.45, 0.15)],
    ['too-far', face(0.5, 0.6, 0.05)],
    ['head-cut-off', face(0.5, 0.3, 0.3)],
  ])('%s', (kind, one) => {
    expect(kinds([one], [myFigure]).framing).toBe(kind);
  });

  test('who is seen from behind is judged by the outline', () => {
    expect(kinds([], [figure(0.75, 0.4)]).framing).toBe('off-centre');
    expect(kinds([], [figure(0.5, 0.4, { cut: 0.9 })]).framing).toBe('head-cut-off');
  });

  test('nobody is there: no face, and nothing or an armchair', () => {
    expect(kinds([], [])).toEqual({ framing: 'nobody-there', people: 0 });
    expect(kinds([], [figure(0.7, 0.3, { certainty: 0.8 })])).toEqual({ framing: 'nobody-there', people: 0 });
  });

  test('what is nearly a person is doubtful', () => {
    expect(kinds([], [figure(0.7, 0.3, { certainty: 0.87 })]).framing).toBe('doubtful');
  });
});
