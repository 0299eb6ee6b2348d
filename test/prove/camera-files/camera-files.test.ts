/** The promise that nothing seen or heard is kept, on the built program: what is on the disk after camera and microphone were used. */
import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { cameraOn, FAKE_DEVICE, lookToTheEnd, showCamera, withoutLimits } from '../../e2e/camera/camera-clips.ts';
import { drawClips, putClip } from '../../e2e/camera/scene-clips.ts';
import { launchApp, runtimeName } from '../../e2e/program/launch.ts';
import { drawPerson } from '../../scenes/person.ts';
import { sign, wall } from '../../scenes/room.ts';
import { proof, withoutTools } from '../proof.ts';

/** Every file below a folder, with what tells whether it was written to. */
const filesIn = async (folder: string): Promise<ReadonlyMap<string, string>> => {
  const names = await readdir(folder, { recursive: true });
  const entries = await Promise.all(
    names.map(async (name) => {
      const found = await stat(path.join(folder, name)).catch(() => null);
      return found?.isFile() === true ? [[name, `${found.size} ${found.mtimeMs}`] as const] : [];
    }),
  );
  return new Map(entries.flat());
};

/** Stored by the test itself, after all else. */
const LAST = 'the-last-thing-stored';

/** What pictures, films and sounds begin with, wherever in a file they stand. */
const signatures: readonly (readonly [string, Buffer])[] = [
  ['JPEG', Buffer.from('ffd8ffe0', 'hex')],
  ['JPEG', Buffer.from('ffd8ffdb', 'hex')],
  ['PNG', Buffer.from('89504e470d0a1a0a', 'hex')],
  ['WebP', Buffer.from('WEBPVP8')],
  ['GIF', Buffer.from('GIF89a')],
  ['WAV', Buffer.from('WAVEfmt ')],
  ['WebM', Buffer.from('1a45dfa3', 'hex')],
  ['MP4', Buffer.from('ftypisom')],
  ['Ogg', Buffer.from('OggS')],
];
const inText = (bytes: Buffer, word: string): boolean => bytes.includes(word) || bytes.includes(word, 0, 'utf16le');

const contentOf = (bytes: Buffer): readonly string[] => [
  ...signatures.flatMap(([name, start]) => (bytes.includes(start) ? [name] : [])),
  ...['Heron', 'HERON', 'heron'].filter((word) => inText(bytes, word)),
];
const bytesOf = (folder: string, name: string): Promise<Buffer> =>
  readFile(path.join(folder, name)).catch(() => Buffer.alloc(0));
/** Files of these names that hold a picture, a sound or what was read. */
const telling = async (folder: string, names: readonly string[]) => {
  const found = await Promise.all(names.map(async (name) => [name, contentOf(await bytesOf(folder, name))] as const));
  return found.filter(([, content]) => content.length > 0);
};

/** All that may be written meanwhile, and why. */
const reasons: readonly (readonly [RegExp, string])[] = [
  [/^state\/report(-previous)?\.json$/, 'the report, which tells how many things were noticed'],
  [/^state\/history\.jsonl$/, 'a line for the check'],
  [/^state\/backup-drives\.json$/, 'when a backup drive was seen'],
  [/^state\/greenroom\.log$/, 'what the program did'],
  [/^greenroom\/(src)?pkgcache\.bin$/, 'the index of apt, which tells of updates'],
  [/^temporary\/greenroom-stand-in-[^/]+\//, 'the profile of the browser, which goes with the program'],
];

// It takes a look, blurs, listens, and waits for the browser to store: most of a minute on a quiet machine.
proof('what camera and microphone gave', [withoutTools('chromium', 'xvfb')], () => {
  test(`on ${runtimeName} none of it is written down`, async () => {
    const clips = await mkdtemp(path.join(tmpdir(), 'greenroom-clip-'));
    const own = await mkdtemp(path.join(tmpdir(), 'greenroom-kept-'));
    const [state, temporary] = [path.join(own, 'state'), path.join(own, 'temporary')];
    await Promise.all([mkdir(state), mkdir(temporary)]);
    const clip = path.join(clips, 'room.y4m');
    const notice = sign({ x: 50, y: 60, lines: ['Project Heron', 'launch in May'], capitals: 30 });
    const { room } = await drawClips({ room: [{ drawing: wall() + notice + drawPerson() }] });
    await putClip(clip, room);
    const app = await launchApp({
      folder: state,
      env: { TMPDIR: temporary, XDG_CONFIG_HOME: own, XDG_CACHE_HOME: own },
      switches: [FAKE_DEVICE, `--use-file-for-fake-video-capture=${clip}`],
    });
    try {
      const { page } = app;
      await page.getByRole('button', { name: 'Show my camera', exact: true }).waitFor();
      await page.evaluate(withoutLimits);
      const before = await filesIn(own);
      await showCamera(page);
      await cameraOn(page).waitFor();
      await lookToTheEnd(page);
      await page.getByText(/Text can be read behind you: “.*Heron/).waitFor();
      await page.getByRole('button', { name: 'Back to the live picture' }).click();
      await page.getByLabel('My room, blurred').check();
      await page.getByText('This is roughly how it looks.').waitFor();
      await page.getByRole('button', { name: 'Try my microphone' }).click();
      await page.getByRole('button', { name: 'Speak and hear yourself' }).click();
      await page.getByRole('button', { name: 'Playing what you said…' }).waitFor();
      await page.getByRole('button', { name: 'Turn off', exact: true }).click();
      // What a page stores reaches the disk seconds later, in its order: once this is there, all before it would be.
      await page.evaluate((word) => localStorage.setItem('last', word), LAST);
      const holdsLast = async (): Promise<boolean> => {
        const files = await Promise.all([...(await filesIn(own)).keys()].map((name) => bytesOf(own, name)));
        return files.some((bytes) => inText(bytes, LAST));
      };
      await expect.poll(holdsLast).toBe(true);
      const written = [...(await filesIn(own))].filter(([name, now]) => before.get(name) !== now).map(([name]) => name);
      expect(await telling(own, written)).toEqual([]);
      expect(written.filter((name) => !reasons.some(([file]) => file.test(name.replaceAll('\\', '/'))))).toEqual([]);
    } finally {
      await app.stop();
    }
    const left = [...(await filesIn(own)).keys()];
    expect(left.filter((name) => name.includes('greenroom-stand-in-'))).toEqual([]);
    expect(await telling(own, left)).toEqual([]);
    await Promise.all([own, clips].map((folder) => rm(folder, { recursive: true, force: true, maxRetries: 5 })));
  });
});
