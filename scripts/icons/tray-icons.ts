/** Owns the tray's icons: draws `build/tray.svg` for each system's panel. Called by `scripts/icons/index.ts`. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Draw, ico } from './draw.ts';

/** Colours for each kind of panel. `any` keeps 3:1 on white and on near-black: Linux does not tell which its panel is. */
const variants = {
  light: { ready: '#14694a', caution: '#8a5200', 'not-ready': '#b4281c', undetermined: '#4a5691', other: '#3f4a44' },
  dark: { ready: '#7fd3a7', caution: '#f1bb58', 'not-ready': '#ff9483', undetermined: '#b5c0f4', other: '#dfe5e0' },
  any: { ready: '#2f9a68', caution: '#b47a0c', 'not-ready': '#e04f45', undetermined: '#7482d6', other: '#84908a' },
  template: { other: '#000' },
} as const;
type Variant = keyof typeof variants;

/** The file's part that names one picture: "not-ready-3"; "not-ready" stands for more than nine and for none counted. */
export const pictureNames: readonly string[] = [
  'ready',
  ...['caution', 'not-ready'].flatMap((shape) => [shape, ...Array.from({ length: 9 }, (_, n) => `${shape}-${n + 1}`)]),
  'undetermined',
  'checking',
  'paused',
  'resting',
];

const symbol = (source: string, id: string): string => {
  const found = new RegExp(String.raw`<symbol id="${id}">([\s\S]*?)</symbol>`).exec(source)?.[1];
  if (found === undefined) throw new Error(`build/tray.svg has no symbol "${id}".`);
  return found;
};

/** One picture as an SVG of its own. Holes are cut with a mask, so that the panel shows through them. */
const picture = (source: string, name: string, variant: Variant): string => {
  const [, shape = name, count] = /^(.*?)(?:-(\d))?$/.exec(name) ?? [];
  const drawn = symbol(source, shape);
  const whole =
    count === undefined
      ? drawn
      : drawn.replace(
          /(<g class="count"[^>]*>)[\s\S]*?(<\/g>)/,
          (_all, open, close) => open + symbol(source, count) + close,
        );
  const colours: Readonly<Record<string, string>> = variants[variant];
  const colour = colours[shape] ?? variants[variant].other;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><style>
    .solid{fill:#fff}.joined{stroke:#fff;stroke-width:1.4;stroke-linejoin:round}
    .cut,.line{fill:none;stroke:#000;stroke-width:1.5;stroke-linecap:round;stroke-linejoin:round}
    .line{stroke:#fff}.dotted{stroke-dasharray:2.4 1.9;stroke-linecap:butt}.hole{fill:#000}
    </style><mask id="m" maskUnits="userSpaceOnUse" x="0" y="0" width="16" height="16">${whole}</mask>
    <path d="M0 0h16v16H0Z" fill="${colour}" mask="url(#m)"/></svg>`;
};

/** Changes whenever a picture does: written beside the pictures, so that a test can tell whether they are current. */
export const drawnFrom = (source: string): string => {
  const hash = createHash('sha256');
  for (const name of pictureNames) {
    for (const variant of Object.keys(variants) as Variant[]) hash.update(picture(source, name, variant));
  }
  return `${hash.digest('hex')}\n`;
};

/**
 * macOS: template pictures at 16 points and twice that. Windows: one ICO with the sizes of its scales, for its light and
 * its dark taskbar. Linux: 24 pixels and twice that.
 */
export const drawTray = async (folder: string, draw: Draw): Promise<void> => {
  const source = await readFile(path.join(folder, 'tray.svg'), 'utf8');
  const to = path.join(folder, 'tray');
  await rm(to, { recursive: true, force: true });
  for (const system of ['mac', 'win', 'linux']) await mkdir(path.join(to, system), { recursive: true });
  const write = (file: string, content: Buffer): Promise<void> => writeFile(path.join(to, file), content);
  for (const name of pictureNames) {
    const png = (variant: Variant, size: number): Promise<Buffer> => draw(picture(source, name, variant), size);
    await write(`mac/${name}Template.png`, await png('template', 16));
    await write(`mac/${name}Template@2x.png`, await png('template', 32));
    await write(`linux/${name}.png`, await png('any', 24));
    await write(`linux/${name}@2x.png`, await png('any', 48));
    for (const variant of ['light', 'dark'] as const) {
      const sizes: [number, Buffer][] = [];
      for (const size of [16, 20, 24, 32]) sizes.push([size, await png(variant, size)]);
      await write(`win/${name}-${variant}.ico`, ico(sizes));
    }
  }
  await write('drawn-from.txt', Buffer.from(drawnFrom(source)));
};
