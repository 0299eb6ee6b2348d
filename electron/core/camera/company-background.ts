/** Owns which picture may stand behind a person as the organisation's background, and what is said of one that may not. */
import { type ImageHeader, imageHeader } from './image-header.ts';

export const MOST_IMAGE_BYTES = 10_000_000;
const LEAST = { width: 1280, height: 720 } as const;
const MOST_SIDE = 8192;
/** From 4:3 to 21:9: what lies beyond would be cut to a strip. */
const NARROWEST = 1.3;
const WIDEST = 2.4;

export type JudgedImage = { readonly header: ImageHeader } | { readonly refused: string };

/** Looks at kind, size and shape. `refused` is a sentence for the person. */
export const judgeBackground = (bytes: Uint8Array): JudgedImage => {
  if (bytes.byteLength > MOST_IMAGE_BYTES) return { refused: 'The background is larger than 10 MB.' };
  const header = imageHeader(bytes);
  if (header === null) return { refused: 'The background is no PNG, JPEG or WebP picture.' };
  const { width, height } = header;
  const size = `${width} × ${height}`;
  if (width < LEAST.width || height < LEAST.height) {
    return { refused: `The background is too small: ${size}, at least ${LEAST.width} × ${LEAST.height} is needed.` };
  }
  if (width > MOST_SIDE || height > MOST_SIDE) {
    return { refused: `The background is too large: ${size}, at most ${MOST_SIDE} pixels a side can be shown.` };
  }
  const ratio = width / height;
  if (ratio < NARROWEST || ratio > WIDEST) {
    return { refused: `The background has the wrong shape: ${size}. Meeting apps show 16:9, such as 1920 × 1080.` };
  }
  return { header };
};

/** What the page is told of it. The picture itself is at `COMPANY_BACKGROUND` while it is `ready`. */
export type CompanyBackground =
  | { readonly state: 'none' }
  | { readonly state: 'ready' }
  | { readonly state: 'refused'; readonly reason: string };

/** Address path of the picture on the page's own origin. */
export const COMPANY_BACKGROUND = '/company-background';
