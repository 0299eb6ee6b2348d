/** Owns what the page may use of the machine: the camera's picture, the microphone while the person tries it, and copying a text. Nothing else. */
import { APP_ORIGIN } from './app-scheme.ts';

export interface PermissionRequest {
  readonly permission: string;
  readonly mediaTypes: readonly string[];
  /** Origin of the page that asks. */
  readonly origin: string;
  readonly isMainFrame: boolean;
  /** The person is trying the sound now. */
  readonly listening: boolean;
}

const mayUse = (mediaType: string, listening: boolean): boolean =>
  mediaType === 'video' || (mediaType === 'audio' && listening);

/** Every medium that is asked for must be allowed, and a request that names none is refused. */
export const isAllowed = (asked: PermissionRequest): boolean => {
  if (!asked.isMainFrame || asked.origin !== APP_ORIGIN) return false;
  switch (asked.permission) {
    case 'media':
      return asked.mediaTypes.length > 0 && asked.mediaTypes.every((type) => mayUse(type, asked.listening));
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
