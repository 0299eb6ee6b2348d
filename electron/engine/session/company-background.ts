/** Owns reading the organisation's background: from the file that policy names, or from the text that it holds. */
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { judgeBackground, MOST_IMAGE_BYTES } from '../../core/camera/company-background.ts';

export type LoadedBackground =
  | { readonly state: 'none' }
  | { readonly state: 'ready'; readonly mediaType: string; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly state: 'refused'; readonly reason: string };

export interface BackgroundSettings {
  readonly backgroundFile: string;
  readonly backgroundData: string;
}

const refused = (reason: string): LoadedBackground => ({ state: 'refused', reason });

/** At most one byte more than may be: enough to know that it is too much. A pipe or device is not waited for. */
const readSome = async (file: string): Promise<Uint8Array<ArrayBuffer>> => {
  const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    if (!(await handle.stat()).isFile()) throw new Error('no file');
    const bytes = new Uint8Array(MOST_IMAGE_BYTES + 1);
    let length = 0;
    for (;;) {
      const { bytesRead } = await handle.read(bytes, length, bytes.byteLength - length, length);
      length += bytesRead;
      if (bytesRead === 0 || length === bytes.byteLength) return bytes.slice(0, length);
    }
  } finally {
    await handle.close();
  }
};

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** Never rejects: what is wrong with the picture is a sentence for the person. */
export const loadBackground = async (settings: BackgroundSettings): Promise<LoadedBackground> => {
  const { backgroundFile, backgroundData } = settings;
  let bytes: Uint8Array<ArrayBuffer>;
  if (backgroundFile !== '') {
    try {
      bytes = await readSome(backgroundFile);
    } catch {
      return refused('Your organisation’s background cannot be read on this computer.');
    }
  } else if (backgroundData !== '') {
    // A data address is accepted too: its kind is not believed.
    const letters = backgroundData.replace(/^data:[a-z/+.-]+;base64,/, '');
    if (!BASE64.test(letters)) return refused('Your organisation’s background is no base64 text.');
    bytes = new Uint8Array(Buffer.from(letters, 'base64'));
  } else {
    return { state: 'none' };
  }
  const judged = judgeBackground(bytes);
  return 'refused' in judged ? refused(judged.refused) : { state: 'ready', mediaType: judged.header.mediaType, bytes };
};
