/** Owns turning drawn scenes into clips for the fake camera: taken by the scenes' own camera, so that they look like a webcam's. */
import type { Camera } from '../scenes/page/take.ts';
import { openStage } from '../scenes/stage.ts';

/** One state of the room; a clip shows several in turn, and then begins anew. */
export interface Drawn {
  readonly drawing: string;
  readonly camera?: Camera;
}

/** How often each picture is shown: at 30 a second a state lasts a quarter of a second, less than lies between two of a look. */
const REPEATED = 8;

/** Draws each clip: JPEG pictures one after another, as the fake camera reads them. */
export const drawClips = async <Name extends string>(
  clips: Readonly<Record<Name, readonly Drawn[]>>,
): Promise<Readonly<Record<Name, Buffer>>> => {
  const names = Object.keys(clips) as Name[];
  const drawings = names.flatMap((name) => clips[name].map(({ drawing }, n) => [`${name}-${n}`, drawing]));
  const stage = await openStage(Object.fromEntries(drawings));
  const take = async (address: string, camera: Camera): Promise<Buffer> => {
    const pictures = await stage.page.evaluate(
      async ([from, by]) => {
        const taken = await window.stage.takePicture(from, by);
        const canvas = new OffscreenCanvas(taken.width, taken.height);
        canvas.getContext('2d')?.drawImage(taken, 0, 0);
        const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 });
        return new Promise<string>((resolve) => {
          const reader = new FileReader();
          reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '');
          reader.readAsDataURL(blob);
        });
      },
      [address, camera] as const,
    );
    return Buffer.from(pictures, 'base64');
  };
  try {
    const entries: [Name, Buffer][] = [];
    for (const name of names) {
      const pictures: Buffer[] = [];
      for (const [n, { camera = {} }] of clips[name].entries()) {
        const picture = await take(`/scenes/${name}-${n}.svg`, camera);
        pictures.push(...Array.from({ length: REPEATED }, () => picture));
      }
      entries.push([name, Buffer.concat(pictures)]);
    }
    return Object.fromEntries(entries) as Record<Name, Buffer>;
  } finally {
    await stage.close();
  }
};
