/** What is said of the light: by the brightest of the picture, and by the room. */
import { expect, test } from 'vitest';
import { isUnreadable, judgeFocus, judgeLight, type LightMeasure } from '../../../electron/core/camera/judge-light.ts';

/** An ordinary room in ordinary light. */
const ordinary: LightMeasure = {
  bright: 200,
  burnt: 0,
  rest: 130,
  ring: 0,
  ringBox: null,
  floor: 2,
  detail: 2500,
  spread: 50,
};
const kinds = (light: Partial<LightMeasure>) =>
  [...judgeLight({ ...ordinary, ...light }), ...judgeFocus({ ...ordinary, ...light })].map(({ kind }) => kind);

test.each<readonly [string, Partial<LightMeasure>, readonly string[]]>([
  ['an ordinary room', {}, []],
  ['a lit face before a dark wall', { rest: 20, bright: 180 }, []],
  ['0.4 of ordinary light', { bright: 94, rest: 60 }, ['too-dark']],
  ['a window behind', { ring: 0.8, burnt: 0.2, rest: 90 }, ['backlit']],
  ['an evenly white wall behind', { ring: 0.8, burnt: 0.3, rest: 240 }, []],
  ['a blur of three pixels', { detail: 380 }, ['out-of-focus']],
])('%s', (_, light, expected) => {
  expect(kinds(light)).toEqual(expected);
});

test('letters can be read in a picture that is only dim or a little soft', () => {
  expect(isUnreadable({ ...ordinary, bright: 94, detail: 380 })).toBe(false);
  expect(isUnreadable({ ...ordinary, bright: 50 })).toBe(true);
  expect(isUnreadable({ ...ordinary, detail: 100 })).toBe(true);
});
