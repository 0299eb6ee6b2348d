/** Owns which scenes limits are chosen on, and which tell how good they are. */
import { otherScenes } from './other-scenes.ts';
import type { Scene } from './scene.ts';
import { textScenes } from './text-scenes.ts';

const all: readonly Scene[] = [...textScenes, ...otherScenes];

/** Every second scene: neighbours are alike, so both halves hold every kind. */
export const choosing: readonly Scene[] = all.filter((_, n) => n % 2 === 0);
export const reporting: readonly Scene[] = all.filter((_, n) => n % 2 === 1);
