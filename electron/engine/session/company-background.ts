/** Owns reading the organisation's background: from the file that policy names, or from the text that it holds. */

import { judgeBackground, MOST_IMAGE_BYTES } from '../../core/camera/company-background.ts';
import { says } from '../../core/messages/says.ts';
import { readNamedFile } from '../../platform/machine/places/named-file.ts';

const words = says('company-background', {
  large: 'The background is larger than 10 MB.',
  unread: 'Your organisation’s background can’t be read on this computer.',
  notBase64: 'Your organisation’s background isn’t base64 text.',
});

export type LoadedBackground =
  | { readonly state: 'none' }
  | { readonly state: 'ready'; readonly mediaType: string; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly state: 'refused'; readonly reason: string };

export interface BackgroundSettings {
  readonly backgroundFile: string;
  readonly backgroundData: string;
}

const refused = (reason: string): LoadedBackground => ({ state: 'refused', reason });

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** Never rejects: what is wrong with the picture is a sentence for the person. */
export const loadBackground = async (settings: BackgroundSettings): Promise<LoadedBackground> => {
  const { backgroundFile, backgroundData } = settings;
  let bytes: Uint8Array<ArrayBuffer>;
  if (backgroundFile !== '') {
    // Organisations keep such files on shares: one that does not answer keeps nobody.
    const file = await readNamedFile(backgroundFile, MOST_IMAGE_BYTES);
    if (file.is === 'too-large') return refused(words.large);
    if (file.is !== 'read') return refused(words.unread);
    bytes = new Uint8Array(file.bytes);
  } else if (backgroundData !== '') {
    // A data address is accepted too: its kind is not believed.
    const letters = backgroundData.replace(/^data:[a-z/+.-]+;base64,/, '');
    if (!BASE64.test(letters)) return refused(words.notBase64);
    bytes = new Uint8Array(Buffer.from(letters, 'base64'));
  } else {
    return { state: 'none' };
  }
  const judged = judgeBackground(bytes);
  return 'refused' in judged ? refused(judged.refused) : { state: 'ready', mediaType: judged.header.mediaType, bytes };
};
