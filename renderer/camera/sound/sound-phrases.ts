/** Owns what the page says about the sound: how loud it is, and why there is none. */
import type { Platform } from '../../../electron/core/facts/index.ts';
import { says } from '../../../electron/core/messages/says.ts';
import { type Trouble, troubleOfError } from '../camera-state.ts';
import type { Verdict } from './level.ts';

export const verdictWords: Readonly<Record<Verdict, string>> = says('sound-level', {
  listening: 'Listening… say something.',
  muted: 'No sound from your microphone. It’s muted: look for a switch on it, a key, or the system’s volume settings.',
  silent: 'Hardly any sound. Speak, come closer, or choose another microphone.',
  'too-quiet': 'You’re quiet. Come closer, or raise the microphone’s volume in the system settings.',
  good: 'You can be heard well.',
  clipping: 'You’re too loud: it distorts. Move away a little, or lower the microphone’s volume.',
});

export interface SoundTrouble {
  readonly title: string;
  readonly advice: string;
  readonly settings: boolean;
}

const words = says('sound-trouble', {
  none: 'No microphone found',
  noneMore: 'Plug one in, then try again.',
  refused: 'Greenroom may not use the microphone',
  refusedMore:
    'Microphone access is turned off. {system, select, darwin {Allow Greenroom there, then quit Greenroom and open it again.} win32 {Switch on microphone access there, also for desktop apps, then try again.} other {Allow the microphone in your system settings, then try again.}}',
  blocked: 'Your organisation has blocked the microphone',
  blockedMore: 'Only the people who manage this computer can allow it.',
  busy: 'The microphone is busy',
  busyMore: 'Another program is using it, or the system blocks it. Close other meeting programs, then try again.',
  unplugged: 'The microphone isn’t connected',
  unpluggedMore: 'Plug it in, or choose another.',
  unusable: 'The microphone can’t be heard',
  unusableMore: 'Try again, or choose another.',
});

const troubleWords = (trouble: Trouble, platform: Platform): SoundTrouble => {
  switch (trouble) {
    case 'no-camera':
      return { title: words.none, advice: words.noneMore, settings: false };
    case 'refused':
    case 'refused-by-system':
      return { title: words.refused, advice: words.refusedMore({ system: platform }), settings: true };
    case 'blocked-by-organisation':
      return { title: words.blocked, advice: words.blockedMore, settings: false };
    case 'in-use':
      return { title: words.busy, advice: words.busyMore, settings: platform !== 'linux' };
    case 'not-connected':
    case 'unplugged':
      return { title: words.unplugged, advice: words.unpluggedMore, settings: false };
    case 'no-answer':
    case 'stopped':
    case 'unusable':
      return { title: words.unusable, advice: words.unusableMore, settings: false };
  }
};

/** What a failed request for the microphone means. */
export const soundTrouble = (error: unknown, platform: Platform): SoundTrouble =>
  troubleWords(troubleOfError(error instanceof DOMException ? error : { name: '', message: '' }), platform);

export const unpluggedWords = (): SoundTrouble => troubleWords('unplugged', 'linux');
export const blockedWords = (): SoundTrouble => troubleWords('blocked-by-organisation', 'linux');
