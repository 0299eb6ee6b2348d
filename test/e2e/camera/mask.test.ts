/** Tries the person's mask in a real browser: who is masked, and that it needs nothing but files of the program. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { masked, maskedDrawings, maskedWell } from '../../scenes/masked-people.ts';
import { skins } from '../../scenes/person.ts';
import { openStage, type Stage } from '../../scenes/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage(maskedDrawings, '--disable-3d-apis');
});
afterAll(() => stage?.close());

/** One look in each skin; every look in every skin is a proof. */
const tried = skins.map((_, skin) => `skin-${skin}-look-${skin % 3}`);

test('a person is masked in every skin, and the room is not', async () => {
  expect(await maskedWell(stage, tried)).toEqual(tried.map((name) => [name, true, true, true]));
});

test('an empty room holds nobody', async () => {
  expect(await masked(stage, ['empty'])).toEqual([[0, 0, 0]]);
});

test('a frame of a camera is masked like a picture, and what comes after the end is refused', async () => {
  const result = await stage.page.evaluate(async () => {
    const picture = await window.stage.takePicture('/scenes/skin-1-look-0.svg', { width: 640, height: 360 });
    const frame = new VideoFrame(picture, { timestamp: 0 });
    const masker = await window.stage.createMasker();
    // Both at once: each waits its turn and gets its own answer.
    const [one, other] = await Promise.all([masker.mask(frame), masker.mask(picture)]);
    frame.close();
    const late = masker.mask(picture).catch((error: Error) => error.message);
    masker.close();
    const differing = one.alpha.filter((value, n) => Math.abs(value - (other.alpha[n] ?? 0)) > 60).length;
    return { differing: differing / one.alpha.length, late: await late };
  });
  expect(result.differing).toBeLessThan(0.005);
  expect(result.late).toContain('closed');
});

test('nothing was asked for but files of the program, and nothing went wrong', () => {
  const { origin } = new URL(stage.page.url());
  expect(stage.requests.filter((url) => !url.startsWith(origin))).toEqual([]);
  expect(stage.problems).toEqual([]);
});
