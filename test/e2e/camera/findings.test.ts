/** Findings of a look in the camera view itself: each once true, and in all the other rooms false. */
import { expect, it } from 'vitest';
import { drawPerson } from '../../scenes/person.ts';
import { monitor, shelf, sign, wall } from '../../scenes/room.ts';
import { lookToTheEnd } from './camera-clips.ts';
import { type Drawn, drawClips, putClip } from './scene-clips.ts';
import { setUpCamera } from './set-up-camera.ts';

const room = wall() + shelf(30, 100, 260, 3);
const fan = (turn: number): string =>
  `<g transform="translate(1120 490) rotate(${turn})"><circle r="86" fill="#e5e5e0" stroke="#777" stroke-width="6"/>${[0, 120, 240].map((angle) => `<path d="M0,0 C30,-20 60,-40 76,-10 C60,14 30,14 0,0Z" fill="#4a5560" transform="rotate(${angle})"/>`).join('')}</g>`;
const text = sign({ x: 50, y: 60, lines: ['Project Heron', 'launch in May'], capitals: 28 });
const other = drawPerson({ x: 1110, y: 330, size: 58, skin: 5, clothes: '#6b2f3c', style: 'long' });

/** The room, and every title that is to stand in the list. */
const rooms: Readonly<Record<string, readonly [readonly Drawn[], readonly string[]]>> = {
  'an ordinary room': [[{ drawing: room + drawPerson() }], []],
  'a room with a note and a fan': [
    [0, 17, 34, 51, 68, 85, 102].map((turn) => ({ drawing: wall() + text + fan(turn) + drawPerson({ skin: 4 }) })),
    ['Something is moving behind you.', 'Text can be read behind you'],
  ],
  // Screens are not looked for.
  'a room with a screen and a second person': [
    [{ drawing: wall('#c9c2b4') + monitor(50, 100, 340, 200) + other + drawPerson({ skin: 2 }) }],
    ['Someone else, or a picture of a person, may be in view.'],
  ],
  'nobody there': [[{ drawing: room }], ['Nobody was found in the picture.']],
};

let clips: Readonly<Record<string, Buffer>> = {};
const { file, showLive } = setUpCamera(
  async () => {
    clips = await drawClips(Object.fromEntries(Object.entries(rooms).map(([name, [drawn]]) => [name, drawn])));
    return Buffer.alloc(0);
  },
  { looks: true },
);

it.each(Object.entries(rooms))('of %s the view says all there is, and nothing else', async (name, [, expected]) => {
  const clip = clips[name];
  if (clip === undefined) throw new Error('There is no clip.');
  await putClip(file(), clip);
  const page = await showLive();
  await lookToTheEnd(page);
  const titles = await page.locator('.look li strong').allTextContents();
  const headline = await page.locator('.look h3').textContent();
  // What was read is part of the sentence; how well is the reader's own matter.
  expect(titles.map((title) => title.split(':')[0]).toSorted()).toEqual(expected);
  expect(headline).toContain(expected.length === 0 ? 'Nothing stood out' : `${expected.length} thing`);
});
