/** Owns what the first bytes of a picture say: its kind and size in pixels. Nothing is decoded here. */

export interface ImageHeader {
  readonly mediaType: 'image/png' | 'image/jpeg' | 'image/webp';
  readonly width: number;
  readonly height: number;
}

const startsWith = (bytes: Uint8Array, at: number, wanted: readonly number[]): boolean =>
  wanted.every((byte, index) => bytes[at + index] === byte);
const ascii = (text: string): readonly number[] => [...text].map((letter) => letter.charCodeAt(0));

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];

/** Size in a JPEG's start-of-frame segment; null when the segments end before one. */
const jpegSize = (view: DataView): readonly [number, number] | null => {
  let at = 2;
  while (at + 9 < view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    const startsFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (startsFrame) return [view.getUint16(at + 7), view.getUint16(at + 5)];
    at += 2 + view.getUint16(at + 2);
  }
  return null;
};

/** Size in each of WebP's three kinds of first chunk. */
const webpSize = (bytes: Uint8Array, view: DataView): readonly [number, number] | null => {
  if (bytes.byteLength < 30) return null;
  if (startsWith(bytes, 12, ascii('VP8 '))) {
    return [view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff];
  }
  if (startsWith(bytes, 12, ascii('VP8L'))) {
    const bits = view.getUint32(21, true);
    return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1];
  }
  if (!startsWith(bytes, 12, ascii('VP8X'))) return null;
  const three = (at: number): number => view.getUint16(at, true) + view.getUint8(at + 2) * 65_536;
  return [three(24) + 1, three(27) + 1];
};

/** Null when it is none of the three kinds, or broken off before its size. */
export const imageHeader = (bytes: Uint8Array): ImageHeader | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = (mediaType: ImageHeader['mediaType'], size: readonly [number, number] | null): ImageHeader | null =>
    size === null ? null : { mediaType, width: size[0], height: size[1] };
  if (startsWith(bytes, 0, PNG) && startsWith(bytes, 12, ascii('IHDR')) && bytes.byteLength >= 24) {
    return header('image/png', [view.getUint32(16), view.getUint32(20)]);
  }
  if (startsWith(bytes, 0, JPEG)) return header('image/jpeg', jpegSize(view));
  if (startsWith(bytes, 0, ascii('RIFF')) && startsWith(bytes, 8, ascii('WEBP'))) {
    return header('image/webp', webpSize(bytes, view));
  }
  return null;
};
