/** Owns what the page says about the sound: how loud it is, and why there is none. */
import type { Platform } from '../../../electron/core/facts/index.ts';
import { type Trouble, troubleOfError } from '../camera-state.ts';
import type { Verdict } from './level.ts';

export const verdictWords: Readonly<Record<Verdict, string>> = {
  listening: 'Listening… say something.',
  muted:
    'Nothing at all comes from the microphone. It is muted: look for a switch on it, a key, or the system’s volume settings.',
  silent: 'Next to nothing can be heard. Speak, come closer, or choose another microphone.',
  'too-quiet': 'You are quiet. Come closer, or raise the microphone’s volume in the system settings.',
  good: 'You can be heard well.',
  clipping: 'You are too loud: it is distorted. Move away a little, or lower the microphone’s volume.',
};

export interface SoundTrouble {
  readonly title: string;
  readonly advice: string;
  readonly settings: boolean;
}

const afterwards: Readonly<Record<Platform, string>> = {
  darwin: 'Allow Greenroom there, then quit Greenroom and open it again.',
  win32: 'Switch on microphone access there, also for desktop apps, then try again.',
  linux: 'Allow the microphone in your system settings, then try again.',
};

const words = (trouble: Trouble, platform: Platform): SoundTrouble => {
  switch (trouble) {
    case 'no-camera':
      return { title: 'No microphone found', advice: 'Plug one in, then try again.', settings: false };
    case 'refused':
    case 'refused-by-system':
      return {
        title: 'Greenroom may not use the microphone',
        advice: `Access to the microphone is turned off. ${afterwards[platform]}`,
        settings: true,
      };
    case 'blocked-by-organisation':
      return {
        title: 'Your organisation has blocked the microphone',
        advice: 'Only the people who manage this computer can allow it.',
        settings: false,
      };
    case 'in-use':
      return {
        title: 'The microphone is busy',
        advice: 'Another program is using it, or the system blocks it. Close other meeting programs, then try again.',
        settings: platform !== 'linux',
      };
    case 'not-connected':
    case 'unplugged':
      return { title: 'The microphone is not connected', advice: 'Plug it in, or choose another.', settings: false };
    case 'no-answer':
    case 'stopped':
    case 'unusable':
      return { title: 'The microphone cannot be heard', advice: 'Try again, or choose another.', settings: false };
  }
};

/** What a failed request for the microphone means. */
export const soundTrouble = (error: unknown, platform: Platform): SoundTrouble =>
  words(troubleOfError(error instanceof DOMException ? error : { name: '', message: '' }), platform);

export const unpluggedWords: SoundTrouble = words('unplugged', 'linux');
export const blockedWords: SoundTrouble = words('blocked-by-organisation', 'linux');
