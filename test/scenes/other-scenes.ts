/** Owns the scenes about people, movement, light, focus and framing: each observation true and not. */
import { drawPerson, type Person, skins } from './person.ts';
import { brightWindow, curtains, dullWindow, lamp, painting, plant, shelf, sign, wall } from './room.ts';
import type { Scene } from './scene.ts';

const room = (n = 0): string => wall(['#cfc8bc', '#b9c4c9', '#c5b3a5'][n % 3]) + shelf(30, 100, 260, 3, n + 1);
const user = (n: number, more: Person = {}): string => drawPerson({ skin: n % 6, ...more });
const other = (x: number, size: number, n: number, y = 330): string =>
  drawPerson({ x, y, size, skin: (n * 2 + 1) % 6, clothes: '#6b2f3c', style: n % 2 ? 'long' : 'short' });

const people: readonly Scene[] = [
  ...[44, 52, 60].flatMap((size, n): readonly Scene[] => [
    { id: `other-right-${size}`, drawing: room(n) + other(1110, size, n) + user(n), shows: ['person'] },
    {
      id: `other-left-${size}`,
      drawing: wall() + other(160, size, n + 1) + user(n + 2, { x: 720 }),
      shows: ['person'],
    },
  ]),
  // Two outlines that touch are one: the person in front sees that for themselves.
  {
    id: 'other-overlapping',
    drawing: room() + other(1110, 70, 1) + user(2),
    shows: [],
    may: ['person'],
  },
  {
    id: 'other-with-earlier',
    drawing: room(1) + other(1110, 58, 2) + user(1),
    earlier: room(1) + other(1110, 58, 2) + user(1, { lean: 2 }),
    shows: ['person'],
  },
  { id: 'nobody-else-plant', drawing: wall() + plant(1080, 470, 6) + user(4), shows: [] },
  { id: 'nobody-else-painting', drawing: room(2) + painting(930, 100, 220, 260) + user(5), shows: [] },
  { id: 'nobody-else-lamp', drawing: room(1) + lamp(1080, 250) + user(0), shows: [] },
  {
    id: 'nobody-else-coat',
    drawing: `${wall()}<path d="M1060,120 C1010,150 990,240 1000,420 L1150,420 C1160,240 1140,150 1090,120Z" fill="#4a4f58"/><path d="M1075,130 V420" stroke="#2f333a" stroke-width="5"/><circle cx="1075" cy="112" r="8" fill="#222"/>${user(2)}`,
    shows: [],
  },
];

const blades = (turn: number): string =>
  `<g transform="translate(1080 230) rotate(${turn})"><circle r="86" fill="#e5e5e0" stroke="#777" stroke-width="6"/>${[0, 120, 240].map((angle) => `<path d="M0,0 C30,-20 60,-40 76,-10 C60,14 30,14 0,0Z" fill="#4a5560" transform="rotate(${angle})"/>`).join('')}</g>`;
const cat = (x: number): string =>
  `<g transform="translate(${x} 560)"><ellipse rx="70" ry="34" fill="#2d2a28"/><circle cx="66" cy="-28" r="24" fill="#2d2a28"/><path d="M48,-44 L54,-66 L66,-50Z M66,-50 L80,-66 L84,-42Z" fill="#2d2a28"/></g>`;
const movement: readonly Scene[] = [
  {
    id: 'moving-fan',
    drawing: room() + blades(40) + user(1),
    earlier: room() + blades(0) + user(1),
    shows: ['movement'],
  },
  {
    id: 'moving-cat',
    drawing: wall() + cat(1010) + user(3),
    earlier: wall() + cat(1130) + user(3),
    shows: ['movement'],
  },
  {
    id: 'moving-cat-left',
    drawing: wall('#b9c4c9') + cat(160) + user(5),
    earlier: wall('#b9c4c9') + cat(60) + user(5, { lean: 1 }),
    shows: ['movement'],
  },
  {
    id: 'moving-walker',
    drawing: wall() + other(1120, 60, 1) + user(2),
    earlier: wall() + other(1170, 60, 1) + user(2, { x: 620 }),
    shows: ['person'],
    may: ['movement'],
  },
  {
    id: 'moving-curtain',
    drawing: `${wall()}<path d="M980,0 C1010,200 960,420 1000,620 L1200,620 L1200,0Z" fill="#5f7494"/>${user(0)}`,
    earlier: `${wall()}<path d="M1040,0 C1080,200 1040,420 1070,620 L1200,620 L1200,0Z" fill="#5f7494"/>${user(0)}`,
    shows: ['movement'],
  },
  { id: 'still-room', drawing: room(1) + user(4), earlier: room(1) + user(4), shows: [] },
  { id: 'still-leaning', drawing: room(2) + user(2, { x: 640 }), earlier: room(2) + user(2, { x: 730 }), shows: [] },
  {
    id: 'still-nodding',
    drawing: room(0) + user(5, { y: 300 }),
    earlier: room(0) + user(5, { y: 325, lean: 3 }),
    shows: [],
  },
  {
    id: 'still-flicker',
    drawing: room(1) + user(1),
    earlier: room(1) + user(1),
    earlierCamera: { exposure: 0.93 },
    shows: [],
  },
  {
    id: 'still-noise',
    drawing: room(2) + user(3),
    earlier: room(2) + user(3),
    camera: { noise: 12 },
    earlierCamera: { noise: 12 },
    shows: [],
  },
  {
    id: 'still-leaning-dark',
    drawing: room(0) + user(5, { x: 560 }),
    earlier: room(0) + user(5, { x: 660, lean: -4 }),
    shows: [],
  },
];

const light: readonly Scene[] = [
  ...[0.15, 0.22, 0.3].map(
    (exposure, n): Scene => ({
      id: `dark-${exposure}`,
      drawing: room(n) + user(n),
      camera: { exposure, noise: 8 },
      shows: ['too-dark'],
      may: ['text'],
    }),
  ),
  ...[0.55, 0.65].map(
    (exposure, n): Scene => ({
      id: `dim-${exposure}`,
      drawing: room(n) + user(n + 4),
      camera: { exposure, noise: 6 },
      shows: [],
    }),
  ),
  ...[0, 3, 5].map(
    (skin, n): Scene => ({
      id: `backlit-${skin}`,
      drawing: room(n) + brightWindow(380, 20, 520, 480) + user(skin),
      shows: ['backlit'],
    }),
  ),
  {
    id: 'backlit-lamp',
    drawing: `${wall('#8f887c')}<circle cx="640" cy="260" r="330" fill="#fff"/>${user(4)}`,
    shows: ['backlit'],
  },
  { id: 'window-beside', drawing: wall() + brightWindow(980, 60, 240, 360) + user(5), shows: [] },
  { id: 'window-beside-light', drawing: wall() + brightWindow(40, 60, 240, 360) + user(0), shows: [] },
  { id: 'window-behind-dull', drawing: wall() + dullWindow(400, 40, 480, 420) + user(5), shows: [] },
  { id: 'white-wall-dark-skin', drawing: wall('#f2f0ec') + user(5, { clothes: '#20242c' }), shows: [] },
  { id: 'white-wall-light-skin', drawing: wall('#f2f0ec') + user(0, { clothes: '#f4f4f4' }), shows: [] },
  ...[1.75, 2.1].map(
    (exposure, n): Scene => ({
      id: `blown-${exposure}`,
      drawing: room(n) + user(n * 5),
      camera: { exposure },
      shows: ['blown-out'],
      may: ['text'],
    }),
  ),
  { id: 'bright-fine', drawing: room(2) + user(2), camera: { exposure: 1.12 }, shows: [] },
  ...[6, 9].map(
    (blur, n): Scene => ({ id: `soft-${blur}`, drawing: room(n) + user(n), camera: { blur }, shows: ['out-of-focus'] }),
  ),
  {
    id: 'soft-text',
    drawing: wall() + sign({ x: 60, y: 120, lines: ['Project list'], capitals: 30 }) + user(4),
    camera: { blur: 8 },
    shows: ['out-of-focus'],
  },
  { id: 'sharp-plain', drawing: wall() + user(5), shows: [] },
  { id: 'sharp-enough', drawing: room(1) + user(3), camera: { blur: 2 }, shows: [] },
  { id: 'sharp-curtains', drawing: curtains() + user(2), camera: { blur: 1.5 }, shows: [] },
];

const even = (colour: string): string => `<rect width="1280" height="720" fill="${colour}"/>`;
const cover: readonly Scene[] = [
  { id: 'black', drawing: even('#060606'), camera: { noise: 3 }, shows: ['black-picture'] },
  { id: 'black-noisy', drawing: even('#101010'), camera: { noise: 8 }, shows: ['black-picture'] },
  { id: 'covered-grey', drawing: even('#6a6a6a'), camera: { noise: 6 }, shows: ['lens-covered'] },
  {
    id: 'covered-finger',
    drawing: `<defs><radialGradient id="finger"><stop offset="0" stop-color="#7a2018"/><stop offset="1" stop-color="#3d0f0b"/></radialGradient></defs>${even('url(#finger)')}`,
    camera: { noise: 6, blur: 12 },
    shows: ['lens-covered'],
  },
  {
    id: 'covered-paper',
    drawing: `<defs><linearGradient id="paper"><stop offset="0" stop-color="#b8b0a0"/><stop offset="1" stop-color="#8f887a"/></linearGradient></defs>${even('url(#paper)')}`,
    camera: { noise: 5, blur: 12 },
    shows: ['lens-covered'],
  },
];

const framing: readonly Scene[] = [
  ...[30, -10].map(
    (y, n): Scene => ({ id: `head-cut-${y}`, drawing: room(n) + user(n + 1, { y }), shows: ['head-cut-off'] }),
  ),
  { id: 'head-cut-dark-skin', drawing: room(2) + user(5, { y: 10, style: 'curly' }), shows: ['head-cut-off'] },
  { id: 'head-high-but-whole', drawing: room(0) + user(2, { y: 200 }), shows: [] },
  ...[34, 40].map(
    (size, n): Scene => ({ id: `far-${size}`, drawing: room(n) + user(n + 3, { size, y: 430 }), shows: ['too-far'] }),
  ),
  { id: 'far-enough', drawing: room(1) + user(0, { size: 80, y: 330 }), shows: [] },
  { id: 'aside-left', drawing: wall() + user(1, { x: 300 }), shows: ['off-centre'] },
  { id: 'aside-right', drawing: wall() + user(5, { x: 990 }), shows: ['off-centre'] },
  { id: 'nearly-centred', drawing: room(2) + user(4, { x: 740 }), shows: [] },
  { id: 'nobody-shelf', drawing: room(0), shows: ['nobody-there'] },
  { id: 'nobody-plants', drawing: wall() + plant(300, 480, 2) + plant(800, 480, 8), shows: ['nobody-there'] },
];

/** At the end, so that no scene changes its half. */
const added: readonly Scene[] = [
  { id: 'head-cut-long-hair', drawing: room(1) + user(3, { y: 0, style: 'long' }), shows: ['head-cut-off'] },
  { id: 'head-cut-headscarf', drawing: room(0) + user(2, { y: 0, wears: ['headscarf'] }), shows: ['head-cut-off'] },
  {
    id: 'own-hand',
    drawing: `${room(2)}<path d="M900,720 L960,300 L1030,300 L1000,720Z" fill="#2d4f7c"/><ellipse cx="996" cy="270" rx="44" ry="62" fill="${skins[4][1]}"/><path d="M976,240 v-70 M996,236 v-80 M1016,240 v-70" stroke="${skins[4][2]}" stroke-width="20" stroke-linecap="round"/>${user(4)}`,
    shows: [],
  },
];

export const otherScenes: readonly Scene[] = [...people, ...movement, ...light, ...cover, ...framing, ...added];
