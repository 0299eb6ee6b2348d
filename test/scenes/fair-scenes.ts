/** Owns the scenes that must not differ by who sits there: the same rooms with people of every skin, wearing anything. */
import { drawPerson, type Person, skins } from './person.ts';
import { brightWindow, monitor, shelf, wall } from './room.ts';
import type { Scene } from './scene.ts';

const looks: readonly Person[] = [
  { style: 'short' },
  { wears: ['glasses', 'beard'] },
  { wears: ['headscarf'], clothes: '#6a4a7c' },
  { wears: ['hat'] },
  { wears: ['turban', 'beard'] },
  { style: 'curly', wears: ['headset'] },
  { style: 'long', clothes: '#e8e4da' },
  { style: 'long', wears: ['hat'] },
];

const which = ['light', 'focus', 'framing', 'people'] as const;
const room = wall() + shelf(60, 100, 280, 3);
const rooms: readonly Omit<Scene, 'id'>[] = [
  { drawing: room, shows: [], which },
  { drawing: room, camera: { exposure: 0.6, noise: 6 }, shows: [], which },
  { drawing: room, camera: { exposure: 0.25, noise: 8 }, shows: ['too-dark'], which: ['light'] },
  { drawing: wall() + brightWindow(380, 20, 520, 480), shows: ['backlit'], which: ['light'] },
  { drawing: wall('#c9c2b4') + monitor(50, 100, 320, 190), shows: [], which },
];

/** One after another of the looks in each room, other ones for each skin. */
export const fairScenes = (skin: number): readonly Scene[] =>
  rooms.map((scene, n) => ({
    ...scene,
    id: `skin-${skin}-room-${n}`,
    drawing: scene.drawing + drawPerson({ skin, ...looks[(n + skin) % looks.length] }),
  }));

export const everySkin = [...skins.keys()];
