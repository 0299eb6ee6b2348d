/** Owns the program's icons: draws `build/icon.svg` in every size and writes the three systems' files. Run it when the SVG changes. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from '../test/doubles/electron/find-browser.ts';
import { root } from './build.ts';

const folder = path.join(root, 'build');
const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512];
const windowsSizes = [16, 24, 32, 48, 64, 128, 256];
/** Type of each picture in an icns file, and its pixels (Apple's "Icon Image types that hold PNG"). */
const appleTypes: readonly (readonly [string, number])[] = [
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
];

const draw = async (svg: string, sizes: readonly number[]): Promise<ReadonlyMap<number, Buffer>> => {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error('Drawing the icons needs a browser of the Chromium family.');
  const browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 });
  const page = await browser.newPage();
  const pictures = new Map<number, Buffer>();
  for (const size of sizes) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
    pictures.set(size, await page.screenshot({ omitBackground: true }));
  }
  await browser.close();
  return pictures;
};

/** ICO: a header, an entry of 16 bytes for each picture, then the PNG files. A size of 256 is written as 0. */
const ico = (pictures: readonly (readonly [number, Buffer])[]): Buffer => {
  const header = Buffer.alloc(6 + 16 * pictures.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let offset = header.length;
  for (const [index, [size, png]] of pictures.entries()) {
    const at = 6 + 16 * index;
    header.writeUInt8(size % 256, at);
    header.writeUInt8(size % 256, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(png.length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([header, ...pictures.map(([, png]) => png)]);
};

/** ICNS: "icns" and the length of all, then type, length and PNG file of each picture. */
const icns = (pictures: readonly (readonly [string, Buffer])[]): Buffer => {
  const block = (type: string, content: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.write(type, 'latin1');
    head.writeUInt32BE(content.length + 8, 4);
    return Buffer.concat([head, content]);
  };
  return block('icns', Buffer.concat(pictures.map(([type, png]) => block(type, png))));
};

const svg = await readFile(path.join(folder, 'icon.svg'), 'utf8');
const pictures = await draw(svg, [...new Set([...linuxSizes, ...windowsSizes, 1024])]);
const picture = (size: number): Buffer => {
  const png = pictures.get(size);
  if (png === undefined) throw new Error(`There is no picture of ${size} pixels.`);
  return png;
};
await mkdir(path.join(folder, 'icons'), { recursive: true });
for (const size of linuxSizes) await writeFile(path.join(folder, 'icons', `${size}x${size}.png`), picture(size));
await writeFile(path.join(folder, 'icon.ico'), ico(windowsSizes.map((size) => [size, picture(size)])));
await writeFile(path.join(folder, 'icon.icns'), icns(appleTypes.map(([type, size]) => [type, picture(size)])));
