/** Owns the drawn rooms: walls, and what stands and hangs in them. Everything is SVG for a 1280 × 720 picture. */

const rect = (x: number, y: number, width: number, height: number, fill: string, more = ''): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" ${more}/>`;

/** The same "random" numbers every time. */
export const numbers = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

let made = 0;

export const wall = (colour = '#cfc8bc'): string => {
  made += 1;
  return `<defs><linearGradient id="w${made}" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#fff" stop-opacity="0.22"/><stop offset="1" stop-color="#000" stop-opacity="0.2"/></linearGradient></defs>${rect(0, 0, 1280, 720, colour)}${rect(0, 0, 1280, 720, `url(#w${made})`)}${rect(0, 610, 1280, 10, '#efece6')}${rect(0, 620, 1280, 100, '#7d6750')}`;
};

/** Rows of books without letters; some lean, some lie. */
export const shelf = (x: number, y: number, width: number, rows: number, seed = 1): string => {
  const random = numbers(seed);
  const colours = ['#7a2e2b', '#2c4a6b', '#3c5c3f', '#b08d3c', '#4d3b57', '#8c8577', '#22262e', '#c9bda3'];
  let all = rect(x, y - 14, width, rows * 130 + 14, '#6f5034');
  for (let row = 0; row < rows; row += 1) {
    const base = y + (row + 1) * 130 - 14;
    all += rect(x + 10, base - 116, width - 20, 116, '#4b3523');
    for (let at = x + 14; at < x + width - 40; ) {
      const thick = 14 + Math.floor(random() * 22);
      const high = 70 + Math.floor(random() * 40);
      const colour = colours[Math.floor(random() * colours.length)] ?? '#333';
      all += rect(at, base - high, thick, high, colour);
      if (random() > 0.5)
        all += rect(at, base - high + 12, thick, 4, '#ffffff55') + rect(at, base - 18, thick, 4, '#ffffff55');
      at += thick + (random() > 0.85 ? 24 : 1);
    }
  }
  return all;
};

export const curtains = (colour = '#8d9bb0'): string => {
  let all = rect(0, 0, 1280, 720, colour);
  for (let x = -20; x < 1300; x += 46) {
    all += `<path d="M${x},0 C${x + 14},240 ${x - 10},480 ${x + 6},720 L${x + 22},720 C${x + 8},480 ${x + 30},240 ${x + 18},0Z" fill="#0002"/><path d="M${x + 24},0 C${x + 38},240 ${x + 14},480 ${x + 30},720" stroke="#fff4" stroke-width="5" fill="none"/>`;
  }
  return all;
};

export const plant = (x: number, y: number, seed = 1): string => {
  const random = numbers(seed);
  const leaves = Array.from({ length: 26 }, () => {
    const angle = -90 + (random() - 0.5) * 160;
    const length = 90 + random() * 110;
    const green = ['#2f5d34', '#417a3f', '#5a9350', '#28492b'][Math.floor(random() * 4)] ?? '#417a3f';
    return `<path d="M0,0 Q${length / 2},-22 ${length},0 Q${length / 2},18 0,0Z" fill="${green}" transform="translate(${x} ${y}) rotate(${angle.toFixed(0)})"/>`;
  });
  return `${leaves.join('')}<path d="M${x - 44},${y - 6} L${x + 44},${y - 6} L${x + 32},${y + 84} L${x - 32},${y + 84}Z" fill="#a4603c"/>`;
};

export const bricks = (): string => {
  const random = numbers(7);
  let all = rect(0, 0, 1280, 720, '#b9b0a4');
  for (let row = 0; row < 24; row += 1) {
    for (let column = -1; column < 17; column += 1) {
      const shade = Math.floor(random() * 36);
      all += rect(
        column * 80 + (row % 2) * 40 + 2,
        row * 30 + 2,
        76,
        26,
        `rgb(${140 + shade},${74 + shade},${58 + shade})`,
      );
    }
  }
  return all;
};

export const plaid = (): string => {
  let all = rect(0, 0, 1280, 720, '#a33b34');
  for (let n = 0; n < 40; n += 1) {
    all += rect(n * 34, 0, n % 3 === 0 ? 14 : 5, 720, n % 2 ? '#1f3350aa' : '#e8dcc499');
    all += rect(0, n * 34, 1280, n % 3 === 0 ? 14 : 5, n % 2 ? '#1f3350aa' : '#e8dcc499');
  }
  return all;
};

export const blinds = (): string =>
  rect(0, 0, 1280, 720, '#d9dde0') +
  Array.from({ length: 30 }, (_, n) => rect(0, n * 24, 1280, 7, '#7b838a') + rect(0, n * 24 + 7, 1280, 4, '#fff')).join(
    '',
  );

export const wallpaper = (): string =>
  rect(0, 0, 1280, 720, '#d8d2c0') +
  Array.from({ length: 150 }, (_, n) => {
    const x = (n % 15) * 88 + (Math.floor(n / 15) % 2) * 44;
    const y = Math.floor(n / 15) * 76 + 20;
    return `<path d="M${x},${y + 24} C${x - 22},${y} ${x - 8},${y - 22} ${x},${y - 6} C${x + 8},${y - 22} ${x + 22},${y} ${x},${y + 24}Z" fill="#8d7f5d"/>`;
  }).join('');

/** Daylight, burnt out as a camera shows it. */
export const brightWindow = (x: number, y: number, width: number, height: number): string =>
  rect(x - 14, y - 14, width + 28, height + 28, '#e9e6df') +
  rect(x, y, width, height, '#ffffff') +
  rect(x + width / 2 - 5, y, 10, height, '#d5d2cb');

/** A window on an ordinary day: sky and trees that the camera can still show. */
export const dullWindow = (x: number, y: number, width: number, height: number): string =>
  `${rect(x - 14, y - 14, width + 28, height + 28, '#e9e6df')}${rect(x, y, width, height, '#b9cbd8')}<ellipse cx="${x + width * 0.3}" cy="${y + height}" rx="${width * 0.3}" ry="${height * 0.4}" fill="#5d7a55"/><ellipse cx="${x + width * 0.75}" cy="${y + height}" rx="${width * 0.25}" ry="${height * 0.3}" fill="#4c6a49"/>${rect(x, y + height * 0.98, width, height * 0.02 + 14, '#e9e6df')}${rect(x + width / 2 - 5, y, 10, height, '#e9e6df')}`;

export const painting = (x: number, y: number, width: number, height: number, frame = '#5b4127'): string =>
  `${rect(x - 16, y - 16, width + 32, height + 32, frame)}${rect(x, y, width, height, '#c2b48d')}<path d="M${x},${y + height * 0.6} Q${x + width * 0.3},${y + height * 0.3} ${x + width * 0.6},${y + height * 0.6} T${x + width},${y + height * 0.5} V${y + height} H${x}Z" fill="#6f7f52"/><circle cx="${x + width * 0.7}" cy="${y + height * 0.25}" r="${height * 0.1}" fill="#d98e4a"/>`;

export const whiteboard = (x: number, y: number, width: number, height: number): string =>
  rect(x - 10, y - 10, width + 20, height + 20, '#9aa0a6') + rect(x, y, width, height, '#eef0f1');

/** A mirror in a thin dark frame, showing the room's other wall. */
export const mirror = (x: number, y: number, width: number, height: number): string =>
  `${rect(x - 8, y - 8, width + 16, height + 16, '#2c2623')}${rect(x, y, width, height, '#bdb6ab')}<path d="M${x},${y + height} L${x + width * 0.6},${y} L${x + width * 0.8},${y} L${x + width * 0.2},${y + height}Z" fill="#fff3"/>${rect(x + width * 0.55, y + height * 0.3, width * 0.3, height * 0.7, '#7c6a55')}`;

/** A monitor that is on: a thin dark edge around a picture brighter than the room, on a stand. */
export const monitor = (x: number, y: number, width: number, height: number, content = '', page = '#f4f8fd'): string =>
  `${rect(x - 11, y - 11, width + 22, height + 22, '#131417', 'rx="5"')}${rect(x, y, width, height, page)}${rect(x, y, width, height * 0.08, '#2b62b8')}${content}${rect(x + width / 2 - 22, y + height + 11, 44, 46, '#131417')}${rect(x + width / 2 - 70, y + height + 55, 140, 10, '#131417')}`;

export const lamp = (x: number, y: number): string =>
  `<defs><radialGradient id="lamp${x}"><stop offset="0" stop-color="#fff8e0" stop-opacity="0.95"/><stop offset="1" stop-color="#fff8e0" stop-opacity="0"/></radialGradient></defs><circle cx="${x}" cy="${y}" r="120" fill="url(#lamp${x})"/><path d="M${x - 40},${y + 36} L${x - 24},${y - 36} H${x + 24} L${x + 40},${y + 36}Z" fill="#f6e3b4"/>${rect(x - 4, y + 36, 8, 640 - y, '#4a4038')}`;

/** What holds a text. */
export interface Sign {
  readonly x: number;
  readonly y: number;
  readonly lines: readonly string[];
  /** Height of a capital letter in pixels. */
  readonly capitals: number;
  readonly ink?: string;
  /** Null leaves the letters on whatever is behind them. */
  readonly paper?: string | null;
  readonly tilt?: number;
  readonly mirrored?: boolean;
  readonly font?: string;
}

/** Liberation Sans has capitals of 0.729 of its size. */
const CAPITAL = 0.729;

export const sign = ({
  x,
  y,
  lines,
  capitals,
  ink = '#20242a',
  paper = '#f4f1e6',
  tilt = 0,
  mirrored,
  font,
}: Sign): string => {
  const size = capitals / CAPITAL;
  const width = Math.max(...lines.map((line) => line.length)) * size * 0.6 + size * 1.2;
  const height = lines.length * size * 1.35 + size;
  const family = font ?? 'Liberation Sans, Arial, sans-serif';
  const text = lines
    .map(
      (line, n) =>
        `<text x="${(width / 2).toFixed(1)}" y="${(size * 1.35 * (n + 1)).toFixed(1)}" text-anchor="middle" font-family="${family}" font-size="${size.toFixed(2)}" fill="${ink}">${line}</text>`,
    )
    .join('');
  const flip = mirrored === true ? `translate(${width.toFixed(1)} 0) scale(-1 1)` : '';
  return `<g transform="translate(${x} ${y}) rotate(${tilt}) ${flip}">${paper === null ? '' : rect(0, 0, Math.round(width), Math.round(height), paper)}${text}</g>`;
};

/** What lies over a pane: a veil and two reflections. */
export const glass = (x: number, y: number, width: number, height: number): string =>
  `${rect(x, y, width, height, '#dfe9ee', 'opacity="0.25"')}<path d="M${x + width * 0.1},${y + height} L${x + width * 0.45},${y} L${x + width * 0.6},${y} L${x + width * 0.25},${y + height}Z" fill="#fff" opacity="0.28"/><path d="M${x + width * 0.7},${y + height} L${x + width * 0.95},${y} L${x + width},${y} L${x + width * 0.78},${y + height}Z" fill="#fff" opacity="0.2"/>`;
