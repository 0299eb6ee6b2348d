/** Owns what the page says about a camera that shows no picture: what is the matter, and what to do. */
import type { Platform } from '../../electron/core/facts/index.ts';
import type { Picture, Released, Trouble } from './camera-state.ts';

export interface TroubleWords {
  readonly title: string;
  readonly advice: string;
  /** The system's camera settings can help. */
  readonly settings: boolean;
}

/** macOS tells a program of a changed permission only when it starts again. */
const afterwards: Readonly<Record<Platform, string>> = {
  darwin: 'Allow Greenroom there, then quit Greenroom and open it again.',
  win32: 'Switch on camera access there, also for desktop apps, then try again.',
  linux: 'Allow the camera for Greenroom in your system settings, then try again.',
};

export const troubleWords = (trouble: Trouble, platform: Platform): TroubleWords => {
  switch (trouble) {
    case 'no-camera':
      return {
        title: 'No camera found',
        advice: 'Plug one in, or check that the camera switch or cover of your computer is open.',
        settings: false,
      };
    case 'refused':
      return {
        title: 'Greenroom may not use the camera',
        advice: `Access to the camera is turned off for this app. ${afterwards[platform]}`,
        settings: true,
      };
    case 'refused-by-system':
      return {
        title: 'Your system does not allow the camera',
        advice: `Access to the camera is turned off in the system settings. ${afterwards[platform]}`,
        settings: true,
      };
    case 'blocked-by-organisation':
      return {
        title: 'Your organisation has blocked the camera',
        advice: 'Only the people who manage this computer can allow it. Ask them if you need the camera.',
        settings: false,
      };
    case 'in-use':
      return {
        title: 'The camera is busy',
        advice:
          'Another program is using it, or the system blocks it. Close other meeting or camera programs, then try again.',
        settings: platform !== 'linux',
      };
    case 'not-connected':
      return {
        title: 'The camera you chose is not connected',
        advice: 'Plug it in and try again, or use another camera.',
        settings: false,
      };
    case 'no-answer':
      return {
        title: 'The camera did not answer',
        advice: 'Unplug it and plug it in again, or restart the computer if it is built in.',
        settings: false,
      };
    case 'unplugged':
      return {
        title: 'The camera was unplugged',
        advice: 'Plug it in again, or use another camera.',
        settings: false,
      };
    case 'stopped':
      return {
        title: 'The camera stopped',
        advice: 'Another program may have taken it, or it lost power. Try again.',
        settings: false,
      };
    case 'unusable':
      return {
        title: 'The camera cannot be shown',
        advice: 'The system gave no reason. Try again, or use another camera.',
        settings: false,
      };
  }
};

export const releasedWords: Readonly<Record<Released, string>> = {
  hidden: 'It was switched off when this window was hidden.',
  locked: 'It was switched off when the screen was locked.',
  suspended: 'It was switched off when the computer went to sleep.',
  idle: 'It was switched off because nothing was done here for a while.',
};

/** "1280 × 720, 30 pictures a second". */
export const pictureWords = ({ width, height, frameRate }: Picture): string =>
  `${width} × ${height}${frameRate === null ? '' : `, ${Math.round(frameRate)} pictures a second`}`;

/** Said only where it is known; a blur that a meeting app adds cannot be seen from outside. */
export const blurWords = ({ blurred }: Picture): string | null => {
  if (blurred === null) return null;
  return blurred
    ? 'Your camera or system is blurring the background.'
    : 'Your camera or system does not blur the background.';
};
