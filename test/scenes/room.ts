/** Owns the drawn rooms: walls, and what stands and hangs in them. Everything is SVG for a 1280 × 720 picture. */

const rect = (x: number, y: number, width: number, height: number, fill: string, more = ''): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" ${more}/>`;

/** The same "random" numbers every time. */
const numbers = (seed: number): (() => number) => {
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
