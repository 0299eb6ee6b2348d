/** Owns drawing an SVG as pictures, with the installed browser: no other program of the project can. */
import { chromium } from 'playwright-core';
import { findBrowser } from '../../test/doubles/electron/window/find-browser.ts';

/** Draws one SVG document, square, as a PNG file. */
export type Draw = (svg: string, size: number) => Promise<Buffer>;

/** Gives `work` a way to draw, and closes the browser behind it. Throws where there is no browser. */
export const withBrowser = async (work: (draw: Draw) => Promise<void>): Promise<void> => {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error('Drawing the icons needs a browser of the Chromium family.');
  const browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 });
  try {
    const page = await browser.newPage();
    await work(async (svg, size) => {
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
      return page.screenshot({ omitBackground: true });
    });
  } finally {
    await browser.close();
  }
};

/** ICO: a header, an entry of 16 bytes for each picture, then the PNG files. A size of 256 is written as 0. */
export const ico = (pictures: readonly (readonly [number, Buffer])[]): Buffer => {
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
