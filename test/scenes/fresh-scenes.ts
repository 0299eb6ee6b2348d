/**
 * Owns scenes that no limit was ever chosen on: composed by chance from the drawn rooms, people and texts, several of every
 * kind. They tell how good the examination is; whoever changes a limit after looking at them takes another seed.
 */
import type { ObservationKind } from '../../electron/core/camera/observation.ts';
import type { Camera } from './page/take.ts';
import { drawPerson, type Person, skins } from './person.ts';
import {
  blinds,
  brightWindow,
  curtains,
  dullWindow,
  lamp,
  numbers,
  painting,
  plant,
  shelf,
  sign,
  wall,
  whiteboard,
} from './room.ts';
import type { Scene } from './scene.ts';

const SEED = 2711;
const OF_EACH = 8;

const random = numbers(SEED);
const between = (least: number, most: number): number => Math.round(least + random() * (most - least));
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

const walls = ['#cfc8bc', '#b9c4c9', '#d9d3c6', '#a9b3a4', '#c5b3a5', '#9aa7b5', '#d3c3a9'];
const lines = [
  ['Budget for spring', 'draft'],
  ['Tanya: call bank', 'before Friday'],
  ['Gehälter', 'nur intern'],
  ['Compte rendu', 'du conseil'],
  ['Código de acceso', 'martes'],
  ['Elenco clienti', 'ottobre'],
  ['Wachtwoord', 'gewijzigd'],
  ['Styrelsemöte', 'torsdag'],
  ['Umowa sprzedaży', 'kwiecień'],
  ['Wi-Fi guest room', 'sunflower'],
  ['Interview plan', 'Robin Carter'],
  ['Night shift', 'Monday to Friday'],
] as const;
const papers = [
  ['#f4f1e6', '#20242a'],
  ['#f3e26b', '#2b2b2b'],
  ['#ffffff', '#1c3f94'],
  ['#233044', '#f5f5f0'],
  ['#dfe9df', '#5a1f1f'],
] as const;
const fonts = ['Liberation Sans, Arial, sans-serif', 'Liberation Serif', 'DejaVu Sans', 'Liberation Mono'];

const person = (more: Person = {}): string =>
  drawPerson({
    skin: between(0, skins.length - 1),
    style: pick(['short', 'long', 'bald', 'curly', 'bun']),
    wears: pick([[], [], ['glasses'], ['beard'], ['headscarf'], ['turban', 'beard'], ['hat'], ['headset']] as const),
    hair: pick(['#3a2417', '#17100c', '#8a5a2b', '#6b2f17']),
    clothes: pick(['#2d4f7c', '#20242c', '#6a4a7c', '#7b3b3b', '#41695a']),
    x: between(600, 680),
    y: between(280, 320),
    size: between(115, 140),
    ...more,
  });

/** Something beside the person, without letters. */
const thing = (x: number): string =>
  pick([
    () => shelf(x, between(60, 120), 280, 3, between(1, 99)),
    () => painting(x + 20, between(90, 150), between(180, 240), between(140, 220)),
    () => plant(x + 150, between(460, 520), between(1, 99)),
    () => lamp(x + 140, between(200, 260)),
    () => dullWindow(x + 10, between(70, 110), 260, 260),
    () => whiteboard(x + 10, between(70, 130), 260, 190),
    () => '',
  ])();
const [LEFT, RIGHT] = [50, 950] as const;
const wallAround = (): string => wall(pick(walls));
const room = (): string => wallAround() + thing(LEFT) + thing(RIGHT);

const note = (x: number, capitals = between(20, 34), tilt = between(-5, 5)): string => {
  const [paper, ink] = pick(papers);
  return sign({ x, y: between(80, 240), lines: pick(lines), capitals, tilt, paper, ink, font: pick(fonts) });
};
const camera = (): Camera => ({ noise: between(2, 7), blur: pick([0.6, 0.8, 1]), exposure: pick([0.85, 0.95, 1]) });

type Made = Omit<Scene, 'id' | 'shows'>;
const each = (name: string, shows: readonly ObservationKind[], make: (n: number) => Made): readonly Scene[] =>
  Array.from({ length: OF_EACH }, (_, n) => ({ id: `fresh-${name}-${n}`, camera: camera(), shows, ...make(n) }));

const written = each('text', ['text'], (n) => {
  const left = n % 2 === 0;
  return { drawing: wallAround() + thing(left ? RIGHT : LEFT) + note(left ? 40 : 880) + person(), ordinaryText: true };
});
const twice = each('two-texts', ['text'], () => ({
  drawing: wallAround() + note(40) + note(880) + person(),
  ordinaryText: true,
}));
const without = each('plain', [], () => ({ drawing: room() + person(), withoutText: true }));
const patterned = each('pattern', [], (n) => ({
  drawing: (n % 2 === 0 ? curtains(pick(walls)) : blinds()) + person(),
  withoutText: true,
}));

const others = each('other', ['person'], (n) => ({
  drawing:
    wallAround() +
    person({ x: n % 2 === 0 ? between(1080, 1140) : between(140, 200), size: between(46, 66), y: between(310, 350) }) +
    person(),
  which: ['framing', 'people'],
}));
/** The person's own hand beside the head, on an arm that comes from below. */
const hands = each('hand', [], (n) => {
  const skin = between(0, skins.length - 1);
  const [, middle, dark] = skins[skin] ?? skins[0];
  const [side, at, up] = [n % 2 === 0 ? -1 : 1, between(330, 420), between(240, 320)];
  const x = 640 + side * at;
  const arm = `<path d="M${640 + side * 250},720 L${x - 34},${up + 60} L${x + 34},${up + 60} L${640 + side * 360},720Z" fill="#2d4f7c"/>`;
  const hand = `<ellipse cx="${x}" cy="${up}" rx="44" ry="62" fill="${middle}"/><path d="M${x - 20},${up - 20} v-70 M${x},${up - 24} v-80 M${x + 20},${up - 20} v-70" stroke="${dark}" stroke-width="20" stroke-linecap="round"/>`;
  return {
    drawing: room() + arm + hand + person({ skin, x: 640, clothes: '#2d4f7c' }),
    which: ['framing', 'people'],
  };
});
const moving = each('movement', ['movement'], (n) => {
  const [back, who] = [wallAround(), person()];
  const [x, y, far] = [n % 2 === 0 ? between(120, 240) : between(1020, 1120), between(150, 520), between(40, 110)];
  const ball = (at: number): string => `<circle cx="${at}" cy="${y}" r="${between(40, 70)}" fill="#3a3f46"/>`;
  return { drawing: back + ball(x) + who, earlier: back + ball(x + far) + who, which: ['movement'] };
});

const lit = (exposure: number): Camera => ({ exposure, noise: 7 });
const light: readonly Scene[] = [
  ...each('dark', ['too-dark'], () => ({
    drawing: room() + person(),
    camera: lit(0.14 + random() * 0.14),
    which: ['light', 'focus'],
  })),
  ...each('blown', ['blown-out'], () => ({
    drawing: room() + person(),
    camera: { exposure: 1.8 + random() * 0.5, noise: 4 },
    which: ['light'],
  })),
  ...each('backlit', ['backlit'], () => ({
    drawing:
      wallAround() + brightWindow(between(330, 400), between(10, 40), between(500, 600), between(440, 500)) + person(),
    // A camera makes a window behind as bright as it can.
    camera: { exposure: 1, noise: between(2, 7) },
    which: ['light'],
  })),
  ...each('soft', ['out-of-focus'], () => ({
    drawing: room() + person(),
    camera: { blur: 6 + random() * 4, noise: 4 },
    which: ['focus'],
  })),
  ...each('black', ['black-picture'], () => ({
    drawing: `<rect width="1280" height="720" fill="${pick(['#000', '#050505', '#0c0c0c', '#121212'])}"/>`,
    camera: { noise: between(2, 9) },
    which: ['light', 'focus'],
  })),
  ...each('covered', ['lens-covered'], () => ({
    drawing: `<defs><linearGradient id="cover"><stop offset="0" stop-color="${pick(['#7a2018', '#9a948a', '#6a6a6a'])}"/><stop offset="1" stop-color="${pick(['#5d1f18', '#847e74', '#5e5e5e'])}"/></linearGradient></defs><rect width="1280" height="720" fill="url(#cover)"/>`,
    camera: { noise: between(3, 7), blur: 12 },
    which: ['light', 'focus'],
  })),
];

const framing: readonly Scene[] = [
  ...each('cut', ['head-cut-off'], () => ({ drawing: room() + person({ y: between(-30, 30) }), which: ['framing'] })),
  ...each('far', ['too-far'], () => ({
    drawing: room() + person({ size: between(32, 42), y: between(420, 450) }),
    which: ['framing'],
  })),
  ...each('aside', ['off-centre'], (n) => ({
    drawing: room() + person({ x: n % 2 === 0 ? between(260, 330) : between(950, 1020) }),
    which: ['framing'],
  })),
  ...each('nobody', ['nobody-there'], () => ({ drawing: room(), which: ['framing', 'people'] })),
];

export const freshScenes: readonly Scene[] = [
  ...written,
  ...twice,
  ...without,
  ...patterned,
  ...others,
  ...hands,
  ...moving,
  ...light,
  ...framing,
];
