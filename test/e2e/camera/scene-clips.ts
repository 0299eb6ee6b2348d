/** Owns turning drawn scenes into clips for the fake camera: taken by the scenes' own camera, so that they look like a webcam's. */
import { rename, writeFile } from 'node:fs/promises';
import type { Camera } from '../../scenes/page/take.ts';
import { openStage } from '../../scenes/stage.ts';

/** One state of the room; a clip shows several in turn, and then begins again. */
export interface Drawn {
  readonly drawing: string;
  readonly camera?: Camera;
}

const [WIDTH, HEIGHT] = [1280, 720];
/** Few, as drawing them takes what the examination needs. */
const PICTURES_A_SECOND = 10;
/** How often each picture is shown: a state lasts three tenths of a second, less than lies between two of a look. */
const REPEATED = 3;

/**
 * In the page: a scene's picture as brightness and two halved planes of colour, base64. As BT.601 has it for video: that
 * is what Chromium takes a clip for, and JPEG pictures, which use the whole range, would come out with burnt-out whites.
 */
const takePlanes = async ([address, camera]: readonly [string, Camera]): Promise<string> => {
  const taken = await window.stage.takePicture(address, camera);
  const pixelsAt = (width: number, height: number): Uint8ClampedArray => {
    const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
    if (context === null) throw new Error('There is no canvas.');
    context.drawImage(taken, 0, 0, width, height);
    return context.getImageData(0, 0, width, height).data;
  };
  const plane = (data: Uint8ClampedArray, base: number, red: number, green: number, blue: number): Uint8Array =>
    Uint8Array.from({ length: data.length / 4 }, (_, n) => {
      const [r = 0, g = 0, b = 0] = data.subarray(n * 4, n * 4 + 3);
      return Math.round(base + (r * red + g * green + b * blue) / 256);
    });
  const whole = pixelsAt(taken.width, taken.height);
  const halved = pixelsAt(taken.width / 2, taken.height / 2);
  const planes = [
    plane(whole, 16, 65.738, 129.057, 25.064),
    plane(halved, 128, -37.945, -74.494, 112.439),
    plane(halved, 128, 112.439, -94.154, -18.285),
  ];
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '');
    reader.readAsDataURL(new Blob(planes as BlobPart[]));
  });
};

/** Draws each clip as a Y4M file, as the fake camera reads them; a clip of one picture at any rate. */
export const drawClips = async <Name extends string>(
  clips: Readonly<Record<Name, readonly Drawn[]>>,
  perSecond = PICTURES_A_SECOND,
): Promise<Readonly<Record<Name, Buffer>>> => {
  const names = Object.keys(clips) as Name[];
  const drawings = names.flatMap((name, clip) => clips[name].map(({ drawing }, n) => [`${clip}-${n}`, drawing]));
  const stage = await openStage(Object.fromEntries(drawings));
  const header = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F${perSecond}:1 Ip A1:1 C420jpeg\n`);
  try {
    const entries: [Name, Buffer][] = [];
    for (const [clip, name] of names.entries()) {
      const pictures: Buffer[] = [];
      for (const [n, { camera = {} }] of clips[name].entries()) {
        const planes = await stage.page.evaluate(takePlanes, [`/scenes/${clip}-${n}.svg`, camera] as const);
        const picture = Buffer.concat([Buffer.from('FRAME\n'), Buffer.from(planes, 'base64')]);
        pictures.push(...Array.from({ length: clips[name].length === 1 ? 1 : REPEATED }, () => picture));
      }
      entries.push([name, Buffer.concat([header, ...pictures])]);
    }
    return Object.fromEntries(entries) as Record<Name, Buffer>;
  } finally {
    await stage.close();
  }
};

/** What the fake camera shows when it is opened next; one that is open goes on with what it has. */
export const putClip = async (file: string, clip: Buffer): Promise<void> => {
  await writeFile(`${file}.new`, clip);
  await rename(`${file}.new`, file);
};
