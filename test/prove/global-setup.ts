/** Owns what proofs need of the program: its build, made once, and a display for its window where that can be had. */
import { existsSync } from 'node:fs';
import { buildIfNeeded } from '../../scripts/build.ts';
import { hasDisplay } from '../doubles/electron/window/find-browser.ts';
import { startDisplay, XVFB } from '../e2e/display.ts';

export default async (): Promise<() => void> => {
  await buildIfNeeded();
  return hasDisplay() || !existsSync(XVFB) ? () => {} : await startDisplay();
};
