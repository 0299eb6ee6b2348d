/** Owns what the browsers of this account were once told about one host: whether it may use camera and microphone. */
import { messages } from '../messages/messages.ts';

export const browserWords = messages('browser-answers', {
  late: 'Your browsers’ settings couldn’t be read in time.',
});

/** In the order in which they are told. */
export const browserIds = ['chrome', 'edge', 'brave', 'firefox'] as const;
export type BrowserId = (typeof browserIds)[number];

export const askedDevices = ['camera', 'microphone'] as const;
export type AskedDevice = (typeof askedDevices)[number];

export interface BrowserAnswer {
  readonly browser: BrowserId;
  /** What it keeps from the host; null where that could not be read. */
  readonly refused: readonly AskedDevice[] | null;
}

/** `no-host`: no meeting that a browser can join is ahead, so no browser was looked at. */
export type BrowserAnswers = 'no-host' | { readonly host: string; readonly answers: readonly BrowserAnswer[] };
