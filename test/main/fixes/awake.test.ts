/** Keeping the computer awake by Electron: two kinds for each hold, and of two holds one goes on when the other ends. */
import { expect, test } from 'vitest';
import { awake } from '../../../electron/main/fixes/awake.ts';

test('it is held until its last hold has ended', () => {
  expect(awake.isHeld()).toBe(false);
  const [first, second] = [awake.hold(), awake.hold()];
  first();
  expect(awake.isHeld()).toBe(true);
  second();
  expect(awake.isHeld()).toBe(false);
});
