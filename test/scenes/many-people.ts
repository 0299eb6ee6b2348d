/** Owns the many drawn people on whom fairness is measured: the same looks, in the same rooms, in every skin. */
import { drawPerson, type Person } from './person.ts';
import { bricks, curtains, monitor, numbers, shelf, wall } from './room.ts';
import type { Scene } from './scene.ts';

const styles = ['short', 'long', 'bald', 'curly', 'bun'] as const;
const worn: readonly NonNullable<Person['wears']>[] = [
  [],
  ['hat'],
  ['glasses'],
  ['glasses', 'beard'],
  ['headscarf'],
  ['turban', 'beard'],
  ['headset'],
];
const hairs = ['#3a2417', '#17100c', '#c9a15a', '#d9d5cf', '#6b2f17'];
const clothing = ['#2d4f7c', '#f4f4f4', '#20242c', '#6a4a7c', '#e8e4da', '#7a5a3c'];
/** A wall in the tone of light clothes, and one in the tone of dark hair, are among them. */
const rooms: readonly Pick<Scene, 'drawing' | 'camera'>[] = [
  { drawing: wall() + shelf(60, 100, 280, 3) },
  { drawing: wall('#f2f0ec') },
  { drawing: wall('#4a3f38') + shelf(900, 100, 280, 3) },
  { drawing: wall() + shelf(60, 100, 280, 3), camera: { exposure: 0.6, noise: 6 } },
  { drawing: wall('#c9c2b4') + monitor(50, 100, 320, 190) },
  { drawing: bricks() },
  { drawing: curtains() },
];
const sizes = [100, 130, 150];

/** So many people as drawn in one skin; the n-th differs from the n-th of another skin by nothing else. */
export const manyPeople = (skin: number, many: number): readonly Scene[] => {
  const random = numbers(2026);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  return Array.from({ length: many }, (_, n) => {
    const person: Person = {
      skin,
      style: pick(styles),
      wears: pick(worn),
      hair: pick(hairs),
      clothes: pick(clothing),
      size: pick(sizes),
      x: 560 + Math.round(random() * 160),
      y: 320,
      lean: pick([-4, 0, 0, 4]),
    };
    const { drawing, camera } = pick(rooms);
    return {
      id: `many-${skin}-${n}`,
      drawing: drawing + drawPerson(person),
      ...(camera === undefined ? {} : { camera }),
      shows: [],
      which: ['light', 'framing', 'people'],
    };
  });
};
