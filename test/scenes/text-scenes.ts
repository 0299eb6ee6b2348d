/** Owns the scenes with text, and the rooms that only look as if they had some. */
import { drawPerson } from './person.ts';
import {
  blinds,
  bricks,
  curtains,
  dullWindow,
  glass,
  lamp,
  mirror,
  monitor,
  painting,
  plaid,
  plant,
  shelf,
  sign,
  wall,
  wallpaper,
  whiteboard,
} from './room.ts';
import type { Scene } from './scene.ts';

/** Words of an office in languages that are written in Latin letters. */
const languages: readonly (readonly [string, readonly string[]])[] = [
  ['english', ['Quarterly forecast', 'revenue plan']],
  ['german', ['Vertraulich', 'Umsatz im Sommer']],
  ['french', ['Budget annuel', 'réunion du lundi']],
  ['spanish', ['Ventas del mes', 'reunión general']],
  ['italian', ['Piano di lavoro', 'riunione generale']],
  ['dutch', ['Vergadering maandag', 'omzet per klant']],
  ['swedish', ['Möte varje tisdag', 'lösenord ändrat']],
  ['polish', ['Spotkanie zarządu', 'plan sprzedaży']],
  ['portuguese', ['Relatório mensal', 'clientes novos']],
  ['finnish', ['Salasana vaihdettu', 'kokous tiistaina']],
  ['turkish', ['Satış planı', 'müşteri listesi']],
  ['czech', ['Porada vedení', 'plán prodeje']],
];

const looks = [
  { skin: 0, hair: '#8a5a2b' },
  { skin: 4, wears: ['glasses'] },
  { skin: 2, wears: ['headscarf'], clothes: '#55406b' },
  { skin: 5, style: 'bald' },
  { skin: 1, style: 'long', clothes: '#7b3b3b' },
  { skin: 3, wears: ['beard', 'turban'] },
  { skin: 5, style: 'curly', clothes: '#41695a' },
] as const;
const person = (n: number): string => drawPerson(looks[n % looks.length]);
const walls = ['#cfc8bc', '#b9c4c9', '#d9d3c6', '#a9b3a4', '#c5b3a5'];
const wallOf = (n: number): string => wall(walls[n % walls.length]);

const noted = (id: string, n: number, drawing: string, more: Partial<Scene> = {}): Scene => ({
  id,
  drawing: wallOf(n) + drawing + person(n),
  shows: ['text'],
  ordinaryText: true,
  ...more,
});

const ordinary: readonly Scene[] = [
  ...languages.map(([language, lines], n) =>
    noted(
      `text-${language}`,
      n,
      sign({ x: n % 2 ? 850 : 40, y: 90 + (n % 3) * 60, lines, capitals: 22 + (n % 4) * 4 }),
    ),
  ),
  ...[20, 20, 22, 26, 34, 48].map((capitals, n) =>
    noted(`text-${capitals}px-${n}`, n, sign({ x: 40, y: 120, lines: ['Door code', 'Tuesday'], capitals })),
  ),
  ...[-5, -4, -2, 2, 4, 5].map((tilt, n) =>
    noted(`text-tilt${tilt}`, n, sign({ x: 60, y: 170, lines: ['Project list', 'confidential'], capitals: 24, tilt })),
  ),
  ...['Liberation Serif', 'Liberation Mono', 'DejaVu Sans', 'DejaVu Serif'].map((font, n) =>
    noted(
      `text-${font.replaceAll(' ', '-').toLowerCase()}`,
      n,
      sign({ x: 850, y: 150, lines: ['Customer names', 'for Monday'], capitals: 24, font }),
    ),
  ),
  noted(
    'text-behind-glass',
    0,
    sign({ x: 60, y: 120, lines: ['Salary review', 'not for sharing'], capitals: 28 }) + glass(40, 100, 380, 180),
  ),
  noted(
    'text-framed-behind-glass',
    1,
    painting(870, 120, 340, 170) +
      sign({ x: 880, y: 130, lines: ['First prize', 'chess club'], capitals: 26 }) +
      glass(870, 120, 340, 170),
  ),
  noted(
    'text-whiteboard',
    2,
    whiteboard(30, 60, 430, 300) +
      sign({
        x: 40,
        y: 70,
        lines: ['Next release', 'fix the login', 'call the bank', 'hire two people'],
        capitals: 24,
        paper: null,
        ink: '#23418c',
      }),
  ),
  noted(
    'text-sticky-notes',
    3,
    sign({ x: 60, y: 100, lines: ['Ask Maria', 'invoice'], capitals: 22, paper: '#f3e26b', tilt: 2 }) +
      sign({ x: 930, y: 160, lines: ['Password', 'is spring'], capitals: 22, paper: '#8fd0e8', tilt: -3 }),
  ),
  noted('text-door-sign', 4, sign({ x: 900, y: 140, lines: ['Accounting'], capitals: 30, paper: '#e8e8e8' })),
  noted(
    'text-poster',
    5,
    sign({ x: 10, y: 60, lines: ['SALES', 'TARGET'], capitals: 74, paper: '#f6efe0', ink: '#8c1f1f' }),
  ),
  noted(
    'text-light-on-dark',
    6,
    sign({ x: 50, y: 110, lines: ['Release notes', 'internal only'], capitals: 26, paper: '#1d2733', ink: '#f2f4f6' }),
  ),
  noted(
    'text-light-on-blue',
    0,
    sign({ x: 850, y: 110, lines: ['Weekly meeting', 'third floor'], capitals: 26, paper: '#27509b', ink: '#ffffff' }),
  ),
  noted(
    'text-on-wall',
    1,
    sign({ x: 40, y: 120, lines: ['Welcome home', 'Anderson family'], capitals: 28, paper: null }),
  ),
  noted(
    'text-with-shelf',
    2,
    shelf(880, 100, 330, 3, 5) + sign({ x: 40, y: 120, lines: ['Emergency exit', 'second floor'], capitals: 24 }),
  ),
  noted(
    'text-with-plant',
    3,
    plant(1080, 500, 3) + sign({ x: 40, y: 90, lines: ['Training plan', 'September'], capitals: 24 }),
  ),
  noted('text-soft-camera', 4, sign({ x: 40, y: 120, lines: ['Contract draft', 'version seven'], capitals: 24 }), {
    camera: { blur: 1.3, noise: 8 },
  }),
  noted('text-dim-room', 5, sign({ x: 850, y: 120, lines: ['Meeting notes', 'October'], capitals: 24 }), {
    camera: { exposure: 0.7, noise: 6 },
  }),
  noted(
    'text-monitor',
    6,
    monitor(
      50,
      110,
      380,
      230,
      sign({ x: 66, y: 140, lines: ['Offer letter', 'Dana Whitfield'], capitals: 22, paper: null }),
    ),
    { shows: ['text'] },
  ),
];

/** Beyond the promise: found or not is reported, and neither fails a test. */
const hard = (id: string, n: number, drawing: string, more: Partial<Scene> = {}): Scene =>
  noted(id, n, drawing, { ordinaryText: false, ...more });
const difficult: readonly Scene[] = [
  ...[10, 12, 14, 16, 18].map((capitals, n) =>
    hard(`hard-text-${capitals}px`, n, sign({ x: 60, y: 120, lines: ['Door code', 'Tuesday', 'evening'], capitals })),
  ),
  ...[8, -10, 14, 25].map((tilt, n) =>
    hard(
      `hard-text-tilt${tilt}`,
      n,
      sign({ x: 90, y: 120, lines: ['Project list', 'confidential'], capitals: 26, tilt }),
    ),
  ),
  hard(
    'hard-text-upright',
    0,
    sign({ x: 380, y: 80, lines: ['Project list', 'confidential'], capitals: 26, tilt: 90 }),
  ),
  hard(
    'hard-text-faint',
    1,
    sign({ x: 50, y: 120, lines: ['Project list', 'confidential'], capitals: 26, ink: '#a7a299', paper: '#c4beb3' }),
  ),
  hard('hard-text-very-soft', 2, sign({ x: 50, y: 120, lines: ['Project list', 'confidential'], capitals: 24 }), {
    camera: { blur: 2.4, noise: 10 },
  }),
];

const plain = (id: string, n: number, drawing: string, more: Partial<Scene> = {}): Scene => ({
  id,
  drawing: drawing + person(n),
  shows: [],
  withoutText: true,
  ...more,
});

const without: readonly Scene[] = [
  ...walls.map((colour, n) => plain(`plain-wall-${n}`, n, wall(colour))),
  ...[1, 2, 3, 4].map((seed) =>
    plain(`plain-shelf-${seed}`, seed, wallOf(seed) + shelf(20, 60, 420, 4, seed) + shelf(840, 60, 420, 4, seed + 10)),
  ),
  plain('plain-curtains', 0, curtains()),
  plain('plain-curtains-red', 5, curtains('#99544c')),
  ...[1, 2, 3].map((seed) =>
    plain(`plain-plants-${seed}`, seed, wallOf(seed) + plant(180, 480, seed) + plant(1100, 480, seed + 5)),
  ),
  plain('plain-bricks', 1, bricks()),
  plain('plain-bricks-plant', 4, bricks() + plant(1100, 500, 2)),
  plain('plain-plaid', 2, plaid()),
  plain('plain-blinds', 3, blinds()),
  plain('plain-wallpaper', 6, wallpaper()),
  plain('plain-painting', 0, wallOf(0) + painting(80, 120, 300, 200)),
  plain('plain-mirror', 1, wallOf(1) + mirror(920, 80, 220, 360)),
  plain('plain-window', 2, wallOf(2) + dullWindow(860, 80, 330, 300)),
  plain('plain-whiteboard', 3, wallOf(3) + whiteboard(40, 80, 400, 270)),
  plain('plain-lamp', 4, wallOf(4) + lamp(1100, 220)),
  plain(
    'plain-many-things',
    5,
    wallOf(5) + shelf(20, 80, 300, 3, 7) + painting(900, 90, 240, 160) + plant(1160, 520, 4),
  ),
  {
    // Letters in a mirror: some look like others. What is read of them is neither right nor wrong.
    id: 'mirrored-text',
    drawing:
      wallOf(6) +
      sign({ x: 60, y: 110, lines: ['Quarterly forecast', 'revenue plan'], capitals: 26, mirrored: true }) +
      person(6),
    shows: [],
    may: ['text'],
  },
  {
    id: 'text-on-clothes',
    drawing: wallOf(1) + drawPerson({ skin: 3, clothes: '#24324a', print: 'HELLO TEAM' }),
    shows: [],
    withoutText: true,
  },
  {
    id: 'text-on-clothes-dark-skin',
    drawing: wallOf(2) + drawPerson({ skin: 5, clothes: '#7a2f2f', print: 'VOLUNTEER', wears: ['glasses'] }),
    shows: [],
    withoutText: true,
  },
];

export const textScenes: readonly Scene[] = [...ordinary, ...difficult, ...without];
