/** Owns the program's icons: draws `build/icon.svg` and `build/tray.svg` in every size and writes the three systems' files. Run it when an SVG changes. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../build.ts';
import { ico, withBrowser } from './draw.ts';
import { drawTray } from './tray-icons.ts';

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

await withBrowser(async (draw) => {
  const svg = await readFile(path.join(folder, 'icon.svg'), 'utf8');
  const pictures = new Map<number, Buffer>();
  for (const size of new Set([...linuxSizes, ...windowsSizes, 1024])) pictures.set(size, await draw(svg, size));
  const picture = (size: number): Buffer => {
    const png = pictures.get(size);
    if (png === undefined) throw new Error(`There is no picture of ${size} pixels.`);
    return png;
  };
  await mkdir(path.join(folder, 'icons'), { recursive: true });
  for (const size of linuxSizes) await writeFile(path.join(folder, 'icons', `${size}x${size}.png`), picture(size));
  await writeFile(path.join(folder, 'icon.ico'), ico(windowsSizes.map((size) => [size, picture(size)])));
  await writeFile(path.join(folder, 'icon.icns'), icns(appleTypes.map(([type, size]) => [type, picture(size)])));
  await drawTray(folder, draw);
});
