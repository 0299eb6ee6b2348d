/** Tries the person's mask in a real browser: who is masked, and that it needs nothing but files of the program. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawPerson, skins } from '../../scenes/person.ts';
import { shelf, wall } from '../../scenes/room.ts';
import { openStage, type Stage } from '../../scenes/stage.ts';

const looks = [
  { wears: ['headscarf'], clothes: '#6a4a7c' },
  { wears: ['turban', 'beard'] },
  { style: 'curly', wears: ['headset'] },
] as const;
const people = skins.flatMap((_, skin) =>
  looks.map((look, n) => [`skin-${skin}-look-${n}`, { skin, ...look }] as const),
);
const room = wall() + shelf(60, 100, 300, 3);

let stage: Stage;
beforeAll(async () => {
  const drawings = people.map(([name, person]) => [name, room + drawPerson(person)]);
  stage = await openStage({ empty: room, ...Object.fromEntries(drawings) }, '--disable-3d-apis');
});
afterAll(() => stage?.close());

/** Share of the head, of the chest and of the room's left half that the mask takes for a person. */
const masked = (names: readonly string[]) =>
  stage.page.evaluate(async (scenes) => {
    const masker = await window.stage.createMasker();
    const results: (readonly [number, number, number])[] = [];
    for (const name of scenes) {
      const { width, height, alpha } = await masker.mask(await window.stage.takePicture(`/scenes/${name}.svg`));
      const share = (left: number, top: number, right: number, bottom: number): number => {
        let [found, all] = [0, 0];
        for (let y = Math.round(top * height); y < bottom * height; y += 1) {
          for (let x = Math.round(left * width); x < right * width; x += 1) {
            found += (alpha[y * width + x] ?? 0) > 127 ? 1 : 0;
            all += 1;
          }
        }
        return found / all;
      };
      results.push([share(0.46, 0.34, 0.54, 0.5), share(0.4, 0.75, 0.6, 0.95), share(0, 0, 0.25, 1)]);
    }
    masker.close();
    return results;
  }, names);

test.each([...skins.keys()])('a person is masked in skin %i with anything worn, and the room is not', async (skin) => {
  const names = people.flatMap(([name, person]) => (person.skin === skin ? [name] : []));
  const results = (await masked(names)).map(([head, chest, side], n) => [
    names[n],
    head > 0.95,
    chest > 0.95,
    side < 0.01,
  ]);
  expect(results).toEqual(names.map((name) => [name, true, true, true]));
});

test('an empty room holds nobody', async () => {
  expect(await masked(['empty'])).toEqual([[0, 0, 0]]);
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
