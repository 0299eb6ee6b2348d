/** The number on the program's icon: by the system's own call on macOS and Linux, as a picture on Windows, and only when it changes. */
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Badge } from '../../../electron/core/background/tray.ts';
import { showBadge } from '../../../electron/main/background/badge.ts';
import { record } from '../../doubles/electron/record.ts';

const badge = (count: number): Badge => ({ icon: { shape: 'not-ready', count }, words: `${count} to fix` as never });

const drawnOn = (platform: NodeJS.Platform, isDestroyed = false) => {
  const overlays: (string | null)[] = [];
  const window = {
    isDestroyed: () => isDestroyed,
    setOverlayIcon: (picture: unknown) => void overlays.push(picture === null ? null : String(picture)),
  };
  return { overlays, draw: showBadge({ icons: 'build/tray', platform, window }) };
};

test.each(['darwin', 'linux'] as const)('%s', (platform) => {
  record.badge = 0;
  const { draw, overlays } = drawnOn(platform);
  draw(badge(3));
  expect(record.badge).toBe(3);
  draw(null);
  expect(record.badge).toBe(3);
  draw(badge(0));
  expect([record.badge, overlays]).toEqual([0, []]);
});

test('Windows', () => {
  const { draw, overlays } = drawnOn('win32');
  for (const count of [2, 2, 12, 0]) draw(badge(count));
  expect(overlays.map((file) => file?.replace(/^.*[\\/]|-(?:dark|light)/g, '') ?? null)).toEqual([
    'not-ready-2.ico',
    'not-ready.ico',
    null,
  ]);
  for (const file of overlays) if (file !== null) expect(existsSync(file)).toBe(true);
  drawnOn('win32', true).draw(badge(2));
});
