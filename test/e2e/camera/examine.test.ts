/** Tries the examination of a picture in a real browser: every observation once true and once not, on drawn scenes. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lookedForParts, observationKinds, partOfKind } from '../../../electron/core/camera/observation.ts';
import { otherScenes } from '../../scenes/other-scenes.ts';
import { drawingsOf, kindsOf, runScene } from '../../scenes/run-scenes.ts';
import type { Scene } from '../../scenes/scene.ts';
import { openStage, type Stage } from '../../scenes/stage.ts';
import { textScenes } from '../../scenes/text-scenes.ts';

const scenes = new Map([...textScenes, ...otherScenes].map((scene) => [scene.id, scene]));
const named = (id: string, which: Scene['which']): Scene => {
  const scene = scenes.get(id);
  if (scene === undefined || which === undefined) throw new Error(`There is no scene "${id}".`);
  return { ...scene, which };
};

/** Each kind once true and once not; all the other scenes are for the bench. */
const looked = [
  named('black', ['light', 'focus', 'framing', 'people', 'text']),
  named('covered-finger', ['light', 'focus', 'framing']),
  named('dark-0.22', ['light', 'focus']),
  named('dim-0.55', ['light', 'focus']),
  named('blown-1.75', ['light']),
  named('white-wall-dark-skin', ['light']),
  named('backlit-3', ['light']),
  named('window-beside', ['light']),
  named('soft-6', ['focus']),
  named('sharp-enough', ['focus']),
  named('nobody-plants', ['framing', 'people']),
  named('head-cut-30', ['framing']),
  named('head-high-but-whole', ['framing']),
  named('far-40', ['framing', 'people']),
  named('aside-right', ['framing']),
  named('nearly-centred', ['framing']),
  named('other-right-60', ['framing', 'people']),
  named('own-hand', ['people']),
  named('moving-fan', ['movement']),
  named('still-leaning', ['movement']),
];

const read = [
  { scene: named('text-english', ['text']), words: /quarterly forecast.*revenue plan/i },
  { scene: named('hard-text-tilt-10', ['text']), words: /project.*confidential/i },
];
const unread = ['plain-shelf-1', 'text-on-clothes'].map((id) => named(id, ['text']));

let stage: Stage;
beforeAll(async () => {
  const all = [...looked, ...read.map(({ scene }) => scene), ...unread];
  stage = await openStage(drawingsOf(all), '--disable-3d-apis');
});
afterAll(() => stage?.close());

describe('a look at the picture', () => {
  test.each(looked)('$id', async (scene) => {
    const outcome = await runScene(stage, scene, true);
    expect(kindsOf(outcome)).toEqual([...scene.shows].sort());
    for (const part of scene.which ?? []) expect(outcome.examination.parts[part].state).toBe('finished');
  });

  test('every kind of observation is among the scenes, and each is missing in another', () => {
    const shown = new Set([...looked, ...read.map(({ scene }) => scene)].flatMap(({ shows }) => shows));
    const lookedFor = observationKinds.filter((kind) => lookedForParts.includes(partOfKind[kind]));
    expect([...shown].sort()).toEqual([...lookedFor].sort());
  });

  test('what is seen has a place in the picture', async () => {
    const { examination } = await runScene(stage, named('other-right-60', ['people']));
    const [person] = examination.observations;
    // The second figure stands at 1110 of 1280 pixels.
    expect(person?.box?.x).toBeGreaterThan(0.7);
    expect((person?.box?.x ?? 1) + (person?.box?.width ?? 1)).toBeLessThanOrEqual(1);
  });

  test('where nothing can be seen, nothing found means nothing', async () => {
    const { examination } = await runScene(stage, named('black', ['people', 'text', 'movement']));
    expect(examination.observations).toEqual([]);
    expect(examination.parts.people).toMatchObject({ state: 'finished', unclear: { id: expect.any(String) } });
    expect(examination.parts.text).toMatchObject({ state: 'finished', unclear: { id: expect.any(String) } });
    expect(examination.parts.movement).toMatchObject({ state: 'not-available' });
    expect(examination.parts.light).toEqual({ state: 'not-asked' });
  });
});

describe('reading', () => {
  test.each(read)('$scene.id is read', async ({ scene, words }) => {
    const { examination } = await runScene(stage, scene, true);
    expect(examination.observations.map((text) => text.words).join(' ')).toMatch(words);
    expect(examination.parts.text.state).toBe('finished');
  });

  test.each(unread)('$id holds nothing that others could read', async (scene) => {
    expect((await runScene(stage, scene, true)).examination.observations).toEqual([]);
  });

  test('a limit that is over, or a caller who has gone, leaves "not finished", and never "nothing found"', async () => {
    const result = await stage.page.evaluate(async () => {
      const picture = await window.stage.takePicture('/scenes/text-english.svg');
      const which = ['text', 'people'] as const;
      const late = await window.stage.examine([picture], { which, limitMs: 1 });
      const leaving = new AbortController();
      const left = window.stage.examine([picture], { which, signal: leaving.signal });
      leaving.abort();
      return [late, await left].map(({ parts, observations }) => [parts.text.state, parts.people.state, observations]);
    });
    expect(result).toEqual([
      ['not-finished', 'not-finished', []],
      ['not-finished', 'not-finished', []],
    ]);
  });
});

test('an examiner serves one examination after another; a new one ends the one before', async () => {
  const result = await stage.page.evaluate(async () => {
    const picture = await window.stage.takePicture('/scenes/other-right-60.svg');
    const examiner = window.stage.createExaminer(['people']);
    const overtaken = examiner.examine([picture], { which: ['people', 'text'] });
    const first = await examiner.examine([picture], { which: ['people'] });
    const second = await examiner.examine([picture], { which: ['people'] });
    const interrupted = examiner.examine([picture], { which: ['people'] });
    examiner.close();
    const states = [await overtaken, first, second, await interrupted].map(({ parts }) => parts.people.state);
    return [states, first.observations.length, second.observations.length];
  });
  expect(result).toEqual([['not-finished', 'finished', 'finished', 'not-finished'], 1, 1]);
});

test('nothing was asked for but files of the program, and nothing went wrong', () => {
  const { origin } = new URL(stage.page.url());
  expect(stage.requests.filter((url) => !url.startsWith(origin))).toEqual([]);
  expect(stage.problems).toEqual([]);
});
