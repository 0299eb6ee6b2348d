/** `greenroom connection`: what it refuses to ask. What it measures is tried on its own. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { greenroom, newFolder } from '../run.ts';

test.each(['webex', 'evil.example', '__proto__', 'https://zoom.us'])('“%s” is not asked', async (word) => {
  const { code, stdout, stderr } = await greenroom(['connection', word]);
  expect([code, stdout]).toEqual([64, '']);
  expect(stderr).toContain('Name one of: teams, zoom, meet.');
});

test('without a meeting ahead nobody is asked', async () => {
  process.env.GREENROOM_STATE = path.join(newFolder(), 'state');
  const { code, stderr } = await greenroom(['connection']);
  expect(code).toBe(64);
  expect(stderr).toContain('No meeting with an official link is ahead. Name a service: teams, zoom, meet.');
});

test('a proxy that cannot be used is bad input, told before anybody is asked', async () => {
  process.env.HTTPS_PROXY = 'socks5://ann:secret@proxy:1';
  try {
    const { code, stderr } = await greenroom(['connection', 'zoom']);
    expect(code).toBe(65);
    expect(stderr).not.toMatch(/Asking|secret/);
  } finally {
    delete process.env.HTTPS_PROXY;
  }
});
