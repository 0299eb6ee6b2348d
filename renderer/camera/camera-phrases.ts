/** Owns what the page says about a camera that shows no picture: what is the matter, and what to do. */
import type { Platform } from '../../electron/core/facts/index.ts';
import { says } from '../../electron/core/messages/says.ts';
import { term } from '../../electron/core/messages/value.ts';
import type { Picture, Trouble } from './camera-state.ts';

export interface TroubleWords {
  readonly title: string;
  readonly advice: string;
  /** The system's camera settings can help. */
  readonly settings: boolean;
}

const titles = says('camera-trouble', {
  'no-camera': 'No camera found',
  refused: 'Greenroom may not use the camera',
  'refused-by-system': 'Your system doesn’t allow the camera',
  'blocked-by-organisation': 'Your organisation has blocked the camera',
  'in-use': 'The camera is busy',
  'not-connected': 'The camera you chose isn’t connected',
  'no-answer': 'The camera didn’t answer',
  unplugged: 'The camera was unplugged',
  stopped: 'The camera stopped',
  unusable: 'The camera can’t be shown',
});

/** macOS tells a program of a changed permission only when it starts again. */
const advice = says('camera-trouble.advice', {
  'no-camera': 'Plug one in, or check that your computer’s camera switch or cover is open.',
  refused:
    'Camera access is turned off for this app. {system, select, darwin {Allow Greenroom there, then quit Greenroom and open it again.} win32 {Switch on camera access there, also for desktop apps, then try again.} other {Allow the camera for Greenroom in your system settings, then try again.}}',
  'refused-by-system':
    'Camera access is turned off in the system settings. {system, select, darwin {Allow Greenroom there, then quit Greenroom and open it again.} win32 {Switch on camera access there, also for desktop apps, then try again.} other {Allow the camera for Greenroom in your system settings, then try again.}}',
  'blocked-by-organisation': 'Only the people who manage this computer can allow it. Ask them if you need the camera.',
  'in-use':
    'Another program is using it, or the system blocks it. Close other meeting or camera programs, then try again.',
  'not-connected': 'Plug it in and try again, or use another camera.',
  'no-answer': 'Unplug it and plug it in again, or restart the computer if it’s built in.',
  unplugged: 'Plug it in again, or use another camera.',
  stopped: 'Another program may have taken it, or it lost power. Try again.',
  unusable: 'The system gave no reason. Try again, or use another camera.',
});

/** Where the system's own settings can help. */
const inSettings = (trouble: Trouble, platform: Platform): boolean =>
  trouble === 'refused' || trouble === 'refused-by-system' || (trouble === 'in-use' && platform !== 'linux');

export const troubleWords = (trouble: Trouble, platform: Platform): TroubleWords => ({
  title: titles[trouble],
  advice:
    trouble === 'refused' || trouble === 'refused-by-system' ? advice[trouble]({ system: platform }) : advice[trouble],
  settings: inSettings(trouble, platform),
});

export const releasedWords = says('camera-released', {
  hidden: 'It was switched off when this window was hidden.',
  locked: 'It was switched off when the screen was locked.',
  suspended: 'It was switched off when the computer went to sleep.',
  idle: 'It was switched off because you did nothing here for a while.',
});

const picture = says('picture', {
  size: '{width} × {height}.',
  sizeAndRate: '{width} × {height}, {n, plural, one {# picture} other {# pictures}} a second.',
  blurred: 'Your camera or system is blurring the background.',
  plain: 'Your camera or system doesn’t blur the background.',
});

/** "1280 × 720, 30 pictures a second." */
export const pictureWords = ({ width, height, frameRate }: Picture): string => {
  const size = { width: term(String(width)), height: term(String(height)) };
  return frameRate === null ? picture.size(size) : picture.sizeAndRate({ ...size, n: Math.round(frameRate) });
};

/** Said only where it is known; a blur that a meeting app adds cannot be seen from outside. */
export const blurWords = ({ blurred }: Picture): string | null =>
  blurred === null ? null : blurred ? picture.blurred : picture.plain;
