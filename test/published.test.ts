/** Files that are made from the code must not drift from it: `npm run published` makes them again. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { published } from '../scripts/published.ts';

test.each([...published])('%s is what the code says', (file, make) => {
  expect(readFileSync(file, 'utf8')).toBe(make());
});
