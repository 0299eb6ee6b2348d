/** Proves that the camera's detectors treat everybody alike: drawn people of every skin, wearing anything, in the same rooms. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findHeadlessBrowser } from '../../doubles/electron/window/find-browser.ts';
import { everySkin, fairScenes } from '../../scenes/fair-scenes.ts';
import { manyPeople } from '../../scenes/many-people.ts';
import { maskedDrawings, maskedPeople, maskedWell } from '../../scenes/masked-people.ts';
import { drawingsOf, kindsOf, type Outcome, runScene } from '../../scenes/run-scenes.ts';
import { openStage, type Stage } from '../../scenes/stage.ts';
import { proof } from '../proof.ts';

/** Looks of the many people in each skin; the rest are for the bench. */
const MANY = 2;

const withoutBrowser = findHeadlessBrowser() === undefined ? 'it needs a browser of the Chromium family' : undefined;

const isClear = ({ examination: { parts } }: Outcome): boolean =>
  parts.framing.state === 'finished' && parts.framing.unclear === undefined;

proof('who sits there changes nothing', [withoutBrowser], () => {
  let stage: Stage;
  beforeAll(async () => {
    const people = everySkin.flatMap((skin) => [...fairScenes(skin), ...manyPeople(skin, MANY)]);
    stage = await openStage({ ...drawingsOf(people), ...maskedDrawings }, '--disable-3d-apis');
  });
  afterAll(() => stage?.close());

  test.each(everySkin)('skin %i: the same observations in the same rooms, with anything worn', async (skin) => {
    for (const scene of fairScenes(skin)) {
      const outcome = await runScene(stage, scene, true);
      expect([scene.id, kindsOf(outcome)]).toEqual([scene.id, scene.shows]);
      for (const part of scene.which ?? []) expect(outcome.examination.parts[part]).toEqual({ state: 'finished' });
    }
  });

  test.each([...Array(MANY).keys()])('look %i: nobody gets a finding that another skin does not', async (n) => {
    const found: string[] = [];
    for (const skin of everySkin) {
      const scene = manyPeople(skin, MANY)[n];
      if (scene === undefined) throw new Error('There is no such person.');
      const outcome = await runScene(stage, scene, true);
      if (isClear(outcome)) found.push(kindsOf(outcome).join());
    }
    expect(new Set(found).size).toBeLessThanOrEqual(1);
    expect(found.length).toBeGreaterThanOrEqual(everySkin.length - 1);
  });

  test.each(everySkin)('a person is masked in skin %i with anything worn, and the room is not', async (skin) => {
    const names = maskedPeople.flatMap(([name, person]) => (person.skin === skin ? [name] : []));
    expect(await maskedWell(stage, names)).toEqual(names.map((name) => [name, true, true, true]));
  });
});
