/** The organisation's background: read from real files of every kind, and refused in words when it would not do. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadBackground } from '../../../electron/engine/session/company-background.ts';

const pictures = path.resolve('test/engine/session/backgrounds');
const fromFile = (name: string) => loadBackground({ backgroundFile: path.join(pictures, name), backgroundData: '' });
const fromText = (backgroundData: string) => loadBackground({ backgroundFile: '', backgroundData });

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'greenroom-background-'));
});
afterAll(() => rm(folder, { recursive: true }));

test.each([
  ['right.jpg', 'image/jpeg'],
  ['right.png', 'image/png'],
  ['right-lossy.webp', 'image/webp'],
  ['right-lossless.webp', 'image/webp'],
  ['right-extended.webp', 'image/webp'],
])('%s is taken as %s', async (name, mediaType) => {
  const bytes = await readFile(path.join(pictures, name));
  expect(await fromFile(name)).toEqual({ state: 'ready', mediaType, bytes: new Uint8Array(bytes) });
  expect(await fromText(bytes.toString('base64'))).toMatchObject({ state: 'ready', mediaType });
});

test.each([
  ['small.png', 'too small: 400 × 300'],
  ['strip.png', 'wrong shape: 3000 × 800'],
  ['gif-named.png', 'no PNG, JPEG or WebP'],
])('%s is refused: %s', async (name, words) => {
  expect(await fromFile(name)).toMatchObject({ state: 'refused', reason: expect.stringContaining(words) });
});

test('the kind is told by the first bytes, whatever the name or the address says', async () => {
  const gif = (await readFile(path.join(pictures, 'gif-named.png'))).toString('base64');
  expect(await fromText(`data:image/png;base64,${gif}`)).toMatchObject({ state: 'refused' });
  const png = (await readFile(path.join(pictures, 'right.png'))).toString('base64');
  expect(await fromText(`data:image/gif;base64,${png}`)).toMatchObject({ state: 'ready', mediaType: 'image/png' });
});

test('a picture that is broken off before its size is refused', async () => {
  for (const name of ['right.png', 'right.jpg', 'right-lossy.webp']) {
    const bytes = await readFile(path.join(pictures, name));
    for (const length of [0, 1, 4, 12, 16, 20]) {
      const file = path.join(folder, `cut-${length}`);
      await writeFile(file, bytes.subarray(0, length));
      expect(await loadBackground({ backgroundFile: file, backgroundData: '' }), `${name} ${length}`).toMatchObject({
        state: 'refused',
      });
    }
  }
});

test.skipIf(process.platform === 'win32')('what is no file of a bearable size is refused without waiting', async () => {
  const huge = path.join(folder, 'huge.png');
  await writeFile(huge, Buffer.concat([await readFile(path.join(pictures, 'right.png')), Buffer.alloc(10_000_001)]));
  const endless = path.join(folder, 'endless.png');
  await symlink('/dev/zero', endless);
  const pipe = path.join(folder, 'pipe.png');
  execFileSync('/usr/bin/mkfifo', [pipe]);
  for (const [file, words] of [
    [huge, 'larger than 10 MB'],
    [endless, 'can’t be read'],
    [pipe, 'can’t be read'],
    [folder, 'can’t be read'],
    [path.join(folder, 'missing.png'), 'can’t be read'],
  ] as const) {
    expect(await loadBackground({ backgroundFile: file, backgroundData: '' }), file).toMatchObject({
      state: 'refused',
      reason: expect.stringContaining(words),
    });
  }
});

test('the file goes before the text, and without either there is none', async () => {
  const right = path.join(pictures, 'right.png');
  expect(await loadBackground({ backgroundFile: right, backgroundData: 'not base64' })).toMatchObject({
    state: 'ready',
  });
  expect(await fromText('not base64!')).toMatchObject({ state: 'refused' });
  expect(await fromText('')).toEqual({ state: 'none' });
});
