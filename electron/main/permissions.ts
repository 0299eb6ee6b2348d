/** Owns what the page may use of the machine: the camera's picture, and copying a text. Nothing else. */
import { APP_ORIGIN } from './app-scheme.ts';

/** `audio` is not among them: no check listens yet. */
const allowedMedia: readonly string[] = ['video'];

export interface PermissionAsked {
  readonly permission: string;
  readonly mediaTypes: readonly string[];
  /** Origin of the page that asks. */
  readonly origin: string;
  readonly isMainFrame: boolean;
}

/** The whole set of media is compared: camera *and* microphone is refused, and so is a request that names neither. */
export const isAllowed = (asked: PermissionAsked): boolean => {
  if (!asked.isMainFrame || asked.origin !== APP_ORIGIN) return false;
  switch (asked.permission) {
    case 'media':
      return asked.mediaTypes.length > 0 && asked.mediaTypes.every((type) => allowedMedia.includes(type));
    // A command to copy, on the person's click. Reading the clipboard is another permission.
    case 'clipboard-sanitized-write':
      return true;
    default:
      return false;
  }
};

/** Origin of an address as this program counts it. Node gives "null" for a scheme of our own, so it is put together here. */
export const originOf = (url: string): string => {
  if (!URL.canParse(url)) return 'null';
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}`;
};
