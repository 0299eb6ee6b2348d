/** Owns the drawn people: head, neck and shoulders with shading, in many skins, hair styles and things that are worn. */

export interface Person {
  /** Centre of the head, and half the height of the face, in pixels of a 1280 × 720 picture. */
  readonly x?: number;
  readonly y?: number;
  readonly size?: number;
  /** Of `skins`. */
  readonly skin?: number;
  readonly hair?: string;
  readonly style?: 'short' | 'long' | 'bald' | 'curly' | 'bun';
  readonly wears?: readonly ('glasses' | 'hat' | 'headscarf' | 'turban' | 'beard' | 'headset')[];
  readonly clothes?: string;
  /** Printed on the clothes. */
  readonly print?: string;
  /** Degrees, to the right. */
  readonly lean?: number;
}

/** From very light to very dark: light, middle and shaded side of each. */
export const skins = [
  ['#f7dcc8', '#e9bfa2', '#c9967a'],
  ['#efc9a4', '#dba97f', '#b5825a'],
  ['#dcab7c', '#c48f60', '#996a42'],
  ['#b9814f', '#9c683b', '#744a27'],
  ['#8a5836', '#6f4327', '#4d2c18'],
  ['#5b3a28', '#44291b', '#2c1a11'],
] as const;

let drawn = 0;

const hairOf = (style: Person['style'], hair: string): { readonly behind: string; readonly before: string } => {
  const cap = `<path d="M-68,-8 C-76,-84 -40,-108 0,-108 C40,-108 76,-84 68,-8 C60,-40 48,-58 20,-62 C-12,-66 -48,-56 -68,-8Z" fill="${hair}"/>`;
  switch (style) {
    case 'bald':
      return { behind: '', before: '' };
    case 'long':
      return {
        behind: `<path d="M-78,-20 C-84,-100 -40,-114 0,-114 C40,-114 84,-100 78,-20 C82,50 84,90 76,120 L-76,120 C-84,90 -82,50 -78,-20Z" fill="${hair}"/><path d="M-68,-20 C-72,40 -68,80 -66,116 M-58,0 C-60,50 -58,90 -52,118 M68,-20 C72,40 68,80 66,116 M58,0 C60,50 58,90 52,118" stroke="#ffffff2a" stroke-width="6" fill="none"/>`,
        before: cap,
      };
    case 'curly': {
      const curls = Array.from({ length: 15 }, (_, n) => {
        const angle = Math.PI * (0.92 + (n / 14) * 1.16);
        return `<circle cx="${(Math.cos(angle) * 72).toFixed(1)}" cy="${(Math.sin(angle) * 88 - 14).toFixed(1)}" r="26" fill="${hair}"/>`;
      });
      return { behind: curls.join(''), before: cap };
    }
    case 'bun':
      return { behind: `<circle cx="0" cy="-118" r="30" fill="${hair}"/>`, before: cap };
    default:
      return { behind: '', before: cap };
  }
};

const worn = (clothes: string): Readonly<Record<string, string>> => ({
  glasses:
    '<g fill="#ffffff22" stroke="#1d1d22" stroke-width="5"><rect x="-52" y="-24" width="44" height="32" rx="9"/><rect x="8" y="-24" width="44" height="32" rx="9"/><path d="M-8,-12 Q0,-18 8,-12 M-52,-14 L-66,-18 M52,-14 L66,-18" fill="none"/></g>',
  hat: '<path d="M-70,-48 C-72,-110 -40,-128 0,-128 C40,-128 72,-110 70,-48Z" fill="#3b4a63"/><path d="M-96,-46 C-40,-66 40,-66 96,-46 C60,-36 -60,-36 -96,-46Z" fill="#2b3750"/>',
  turban:
    '<path d="M-74,-36 C-86,-104 -46,-134 0,-134 C46,-134 86,-104 74,-36 C40,-62 -40,-62 -74,-36Z" fill="#a8452f"/><path d="M-72,-52 C-30,-96 30,-110 66,-92 M-70,-70 C-30,-112 20,-124 50,-114 M70,-52 C40,-84 0,-92 -30,-80" fill="none" stroke="#7d2f1f" stroke-width="5"/>',
  headscarf: `<path d="M-84,10 C-92,-96 -44,-118 0,-118 C44,-118 92,-96 84,10 C90,70 100,120 110,150 L-110,150 C-100,120 -90,70 -84,10Z M0,-72 C-44,-72 -58,-34 -56,4 C-54,50 -30,84 0,86 C30,84 54,50 56,4 C58,-34 44,-72 0,-72Z" fill-rule="evenodd" fill="${clothes}"/><path d="M-70,90 C-30,120 30,120 70,90 M-80,120 C-20,150 30,146 84,124" fill="none" stroke="#00000033" stroke-width="5"/>`,
  beard:
    '<path d="M-62,8 C-60,60 -34,92 0,94 C34,92 60,60 62,8 C52,34 34,38 20,36 C8,34 -8,34 -20,36 C-34,38 -52,34 -62,8Z M-16,48 Q0,42 16,48 Q0,60 -16,48Z" fill-rule="evenodd" fill="#2a1d16"/>',
  headset:
    '<path d="M-74,-8 C-80,-120 80,-120 74,-8" fill="none" stroke="#26262b" stroke-width="9"/><rect x="-84" y="-26" width="22" height="46" rx="9" fill="#26262b"/><rect x="62" y="-26" width="22" height="46" rx="9" fill="#26262b"/>',
});

/** An SVG group. Everything scales with `size`. */
export const drawPerson = (person: Person = {}): string => {
  const { x = 640, y = 300, size = 130, skin = 1, hair = '#3a2417', style = 'short', wears = [] } = person;
  const { clothes = '#2d4f7c', print, lean = 0 } = person;
  const [light, middle, dark] = skins[skin] ?? skins[1];
  drawn += 1;
  const id = `p${drawn}`;
  const covered = wears.some((thing) => ['headscarf', 'turban', 'hat'].includes(thing));
  const { behind, before } = hairOf(covered && style !== 'long' ? 'short' : style, hair);
  const things = worn(clothes);
  return `<g transform="translate(${x} ${y}) scale(${size / 80}) rotate(${lean} 0 200)">
<defs>
<radialGradient id="${id}f" cx="0.42" cy="0.4" r="0.7"><stop offset="0" stop-color="${light}"/><stop offset="0.6" stop-color="${middle}"/><stop offset="1" stop-color="${dark}"/></radialGradient>
<linearGradient id="${id}n" x1="0" x2="0" y1="0" y2="1"><stop offset="0" stop-color="${dark}"/><stop offset="1" stop-color="${middle}"/></linearGradient>
<linearGradient id="${id}c" x1="0" x2="1" y1="0" y2="0.3"><stop offset="0" stop-color="#ffffff" stop-opacity="0.16"/><stop offset="0.6" stop-color="#000" stop-opacity="0.05"/><stop offset="1" stop-color="#000" stop-opacity="0.35"/></linearGradient>
<radialGradient id="${id}h"><stop offset="0" stop-color="#fff" stop-opacity="0.3"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient>
</defs>
${behind}
<path id="${id}b" d="M-34,96 C-60,124 -150,126 -186,172 C-204,204 -212,330 -216,460 L216,460 C212,330 204,204 186,172 C150,126 60,124 34,96Z" fill="${clothes}"/>
<path d="M-34,96 C-60,124 -150,126 -186,172 C-204,204 -212,330 -216,460 L216,460 C212,330 204,204 186,172 C150,126 60,124 34,96Z" fill="url(#${id}c)"/>
<path d="M-120,210 C-124,300 -122,380 -126,460 M120,210 C124,300 122,380 126,460" stroke="#0003" stroke-width="5" fill="none"/>
<path d="M-32,50 L-34,100 C-26,128 26,128 34,100 L32,50Z" fill="url(#${id}n)"/>
<path d="M-36,98 C-30,136 30,136 36,98 L48,112 C30,156 -30,156 -48,112Z" fill="${clothes}"/><path d="M-36,98 C-30,136 30,136 36,98 L48,112 C30,156 -30,156 -48,112Z" fill="#0002"/>
<ellipse cx="-64" cy="2" rx="11" ry="19" fill="${middle}"/><ellipse cx="64" cy="2" rx="11" ry="19" fill="${dark}"/>
<path d="M0,-82 C46,-82 66,-48 64,0 C62,48 36,86 0,88 C-36,86 -62,48 -64,0 C-66,-48 -46,-82 0,-82Z" fill="url(#${id}f)"/>
<path d="M-46,-28 Q-30,-38 -12,-28 M12,-28 Q30,-38 46,-28" stroke="${style === 'bald' ? dark : hair}" stroke-width="6" fill="none" stroke-linecap="round"/>
<g><ellipse cx="-29" cy="-8" rx="14" ry="8" fill="#f6f2ee"/><ellipse cx="29" cy="-8" rx="14" ry="8" fill="#f6f2ee"/><circle cx="-29" cy="-8" r="7" fill="#3d2a1c"/><circle cx="29" cy="-8" r="7" fill="#3d2a1c"/><circle cx="-27" cy="-10" r="2" fill="#fff"/><circle cx="31" cy="-10" r="2" fill="#fff"/><path d="M-44,-10 Q-29,-20 -15,-9 M15,-9 Q29,-20 44,-10" stroke="${dark}" stroke-width="3" fill="none"/></g>
<path d="M-5,-6 C-8,14 -16,24 -12,30 Q0,38 12,30 C16,24 8,14 5,-6" fill="${middle}" opacity="0.7"/><path d="M-13,30 Q0,38 13,30" stroke="${dark}" stroke-width="3" fill="none"/>
<path d="M-24,52 Q-10,45 0,49 Q10,45 24,52 Q0,66 -24,52Z" fill="#a8524d"/><path d="M-24,52 Q0,56 24,52" stroke="#7a3430" stroke-width="2" fill="none"/>
<g fill="url(#${id}h)"><ellipse cx="-14" cy="-44" rx="44" ry="26"/><ellipse cx="-36" cy="16" rx="26" ry="24"/><ellipse cx="36" cy="16" rx="20" ry="20"/><ellipse cx="-2" cy="14" rx="10" ry="24"/><ellipse cx="-2" cy="72" rx="20" ry="12"/></g>
${wears.includes('beard') ? things.beard : ''}${before}${wears.map((thing) => (thing === 'beard' ? '' : things[thing])).join('')}
${print === undefined ? '' : `<text x="0" y="215" text-anchor="middle" font-family="Liberation Sans, Arial, sans-serif" font-weight="bold" font-size="34" fill="#f4f4f4">${print}</text>`}
</g>`;
};
