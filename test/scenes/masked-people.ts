/** Owns people of every skin, wearing anything, before one room, and how much of them the mask takes for a person. */
import { drawPerson, skins } from './person.ts';
import { shelf, wall } from './room.ts';
import type { Stage } from './stage.ts';

const looks = [
  { wears: ['headscarf'], clothes: '#6a4a7c' },
  { wears: ['turban', 'beard'] },
  { style: 'curly', wears: ['headset'] },
] as const;
export const maskedPeople = skins.flatMap((_, skin) =>
  looks.map((look, n) => [`skin-${skin}-look-${n}`, { skin, ...look }] as const),
);
const room = wall() + shelf(60, 100, 300, 3);

/** The drawings by name, and the room without anybody. */
export const maskedDrawings: Readonly<Record<string, string>> = {
  empty: room,
  ...Object.fromEntries(maskedPeople.map(([name, person]) => [name, room + drawPerson(person)])),
};

/** Share of the head, of the chest and of the room's left half that the mask takes for a person. */
export const masked = (stage: Stage, names: readonly string[]) =>
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

/** Each name with whether head and chest are masked, and the room is not. */
export const maskedWell = async (stage: Stage, names: readonly string[]) =>
  (await masked(stage, names)).map(
    ([head, chest, side], n) => [names[n], head > 0.95, chest > 0.95, side < 0.01] as const,
  );
