/** Owns the checks "is there a microphone", "is there a loudspeaker": present, switched on, and the one that was chosen. */
import type { Sound, SoundDevices } from '../../../facts/index.ts';
import type { TriedMicrophone } from '../../../facts/seen-devices.ts';
import { type Message, messages, sentences, titles } from '../../../messages/messages.ts';
import { names } from '../../../messages/names.ts';
import { measure, name } from '../../../messages/value.ts';
import { type Check, defineCheck, type Judgement } from '../../define-check.ts';
import { type Presence, presenceOf, unknownPresence } from './presence.ts';
import { otherThanTried } from './tried-microphone.ts';

type Kind = 'microphone' | 'loudspeaker';

const title = titles('sound-present', {
  there: '{kind, select, microphone {A microphone is connected} other {A loudspeaker is connected}}',
  virtual:
    '{kind, select, microphone {Only a virtual microphone is there} other {Only a virtual loudspeaker is there}}',
  none: '{kind, select, microphone {No microphone is connected} other {No loudspeaker is connected}}',
  withheld:
    '{kind, select, microphone {Your microphone isn’t available to programs} other {Your loudspeaker isn’t available to programs}}',
  muted: '{kind, select, microphone {Your microphone is muted} other {Your sound is muted}}',
  silent:
    '{kind, select, microphone {Your microphone is turned all the way down} other {Your sound is turned all the way down}}',
  otherTried: 'You tried another microphone',
  missing:
    '{kind, select, microphone {The microphone you chose isn’t connected} other {The loudspeaker you chose isn’t connected}}',
});

const words = messages('sound-present', {
  questionMicrophone: 'Is a microphone connected and switched on?',
  questionLoudspeaker: 'Is a loudspeaker connected and switched on?',
  whyMicrophone: 'Without a microphone that’s on, nobody hears you.',
  whyLoudspeaker: 'Without a loudspeaker or headphones that are on, you hear nobody.',
  readsLinux:
    'PipeWire’s or PulseAudio’s devices, their volume and the one in use, and the kernel’s sound cards; which microphone you tried in Greenroom’s window; whether this is a virtual computer (systeminformation) or a remote session',
  readsDarwin:
    'The sound devices in System Information, and the one in use; which microphone you tried in Greenroom’s window; whether this is a virtual computer (systeminformation) or a remote session',
  readsWin32:
    'Windows’ own list of sound devices, and which was last chosen; which microphone you tried in Greenroom’s window; whether this is a virtual computer (systeminformation) or a remote session',
  found: 'Found: {devices}.',
  inUse: 'In use: {device}.',
  seen: '{kind, select, microphone {Greenroom’s window sees a microphone.} other {Greenroom’s window sees a loudspeaker.}}',
  untold: 'Greenroom can’t see whether it’s muted.',
  wanted:
    '{kind, select, microphone {a microphone that’s connected and on} other {a loudspeaker or headphones that are connected and on}}',
  none: '{kind, select, microphone {The system lists no microphone.} other {The system lists no loudspeaker.}}',
  withheld: 'The hardware is there, but the sound system shows none of it to this account.',
  muted: '{device} is muted for every program.',
  mutedUnnamed: 'It’s muted for every program.',
  volume: 'Its volume is {share}.',
  missing: 'You chose {device}, and it isn’t connected.',
  missingUnnamed: 'The one you chose isn’t connected.',
  other: 'You tried {device}, and the system itself gives {own}.',
  wantedTried: 'the microphone you tried, chosen in the system or in the meeting',
  connect: '{kind, select, microphone {Connect a microphone} other {Connect a loudspeaker}}',
  plugIn:
    '{kind, select, microphone {Plug in a headset or a microphone.} other {Plug in headphones, a headset or a loudspeaker.}}',
  bluetooth: 'Or turn on your Bluetooth headset and wait until it’s connected.',
  again: 'Check again.',
  openSound: 'Open sound settings',
  turnUp:
    '{kind, select, microphone {Choose the microphone, unmute it and turn it up.} other {Choose the loudspeaker, unmute it and turn it up.}}',
  keyToo:
    '{kind, select, microphone {Look for a mute key or a switch on the headset too.} other {Look for a mute key on the keyboard too.}}',
  restart: 'Restart the sound system',
  logOut: 'Log out and in again.',
  administrator: 'If that doesn’t help, ask an administrator whether your account may use sound.',
});

/** Turned down this far nothing is heard. */
const SILENT = 0;

interface Told<R extends string> {
  readonly kind: Kind;
  readonly why: Message;
  readonly settings: R;
  /** The microphone that was tried; null where none was, and of loudspeakers. */
  readonly tried: TriedMicrophone | null;
}

const judgeListed = <R extends string>(
  devices: readonly { readonly name: string; readonly isVirtual: boolean }[],
  sound: SoundDevices,
  { kind, why, settings, tried }: Told<R>,
): Judgement<R> => {
  const wanted = words.wanted({ kind });
  const problem = { state: 'caution', wanted, why, remedies: [settings] } as const;
  const all = words.found({ devices: names(devices.map((one) => one.name)) });
  const inUse = sound.inUse === null || sound.inUse === '' ? [] : [words.inUse({ device: name(sound.inUse) })];
  if (sound.isMuted === true) {
    const found = inUse.length > 0 ? words.muted({ device: name(sound.inUse ?? '') }) : words.mutedUnnamed;
    return { ...problem, title: title.muted({ kind }), found };
  }
  if (sound.volumePercent !== null && sound.volumePercent <= SILENT) {
    const found = sentences([...inUse, words.volume({ share: measure(sound.volumePercent, 'percent') })]);
    return { ...problem, title: title.silent({ kind }), found };
  }
  if (sound.missing !== null) {
    const gone = sound.missing === '' ? words.missingUnnamed : words.missing({ device: name(sound.missing) });
    const found = sentences([gone, ...inUse]);
    return { ...problem, title: title.missing({ kind }), found };
  }
  if (devices.every(({ isVirtual }) => isVirtual)) return { ...problem, title: title.virtual({ kind }), found: all };
  const other = tried === null ? null : otherThanTried(tried, sound);
  if (other !== null) {
    const found = words.other({ device: name(other.tried), own: name(other.own) });
    return { ...problem, title: title.otherTried, found, wanted: words.wantedTried };
  }
  // The only one is named once.
  const own = devices.every((one) => one.name === sound.inUse) ? [] : inUse;
  const found = sentences([all, ...own, ...(sound.isMuted === null ? [words.untold] : [])]);
  return { state: 'pass', title: title.there({ kind }), found, wanted };
};

const judgeKind = <R extends string>(
  presence: Presence,
  sound: SoundDevices | undefined,
  told: Told<R> & { readonly connect: R; readonly restart: R },
): Judgement<R> => {
  const { kind, why } = told;
  const wanted = words.wanted({ kind });
  switch (presence.is) {
    case 'open':
      return presence.judgement;
    case 'seen':
      return {
        state: 'pass',
        title: title.there({ kind }),
        found: sentences([words.seen({ kind }), words.untold]),
        wanted,
      };
    case 'none':
      return sound?.isWithheld === true
        ? {
            state: 'fail',
            title: title.withheld({ kind }),
            found: words.withheld,
            wanted,
            why,
            remedies: [told.restart, told.connect],
          }
        : {
            state: 'fail',
            title: title.none({ kind }),
            found: words.none({ kind }),
            wanted,
            why,
            remedies: [told.connect],
          };
    case 'listed':
      return sound === undefined
        ? { state: 'pass', title: title.there({ kind }), found: words.seen({ kind }), wanted }
        : judgeListed(presence.devices, sound, told);
  }
};

const partOf = { microphone: 'microphones', loudspeaker: 'loudspeakers' } as const satisfies Record<Kind, keyof Sound>;

const soundCheck = <const Id extends 'microphone-present' | 'loudspeaker-present'>(
  id: Id,
  kind: Kind,
  question: Message,
  why: Message,
): Check<Id> => {
  const steps = [words.turnUp({ kind }), words.keyToo({ kind })];
  return defineCheck({
    id,
    area: 'call',
    when: 'before-call',
    question,
    unknownTitle: unknownPresence(kind),
    why,
    reads: { linux: words.readsLinux, darwin: words.readsDarwin, win32: words.readsWin32 },
    needs: [],
    uses: ['sound', 'seenDevices', 'triedMicrophone', 'computer'],
    policy: {},
    remedies: {
      connect: {
        label: words.connect({ kind }),
        minutes: 2,
        steps: [words.plugIn({ kind }), words.bluetooth, words.again],
      },
      restart: { label: words.restart, minutes: 3, steps: [words.logOut, words.administrator] },
      'settings-win32': { label: words.openSound, minutes: 1, steps, link: 'ms-settings:sound' },
      'settings-darwin': {
        label: words.openSound,
        minutes: 1,
        steps,
        link: 'x-apple.systempreferences:com.apple.Sound-Settings.extension',
      },
      'settings-linux': { label: words.openSound, minutes: 1, steps },
    },
    judge: ({ facts, platform }) => {
      const { sound, seenDevices: seen, triedMicrophone, computer } = facts;
      const part = sound.state === 'known' ? sound.value[partOf[kind]] : undefined;
      const list = sound.state === 'known' ? { ...sound, value: sound.value[partOf[kind]] } : sound;
      const presence = presenceOf({ kind, list, seen, computer, platform });
      const settings = `settings-${platform}` as const;
      const tried = kind === 'microphone' && triedMicrophone.state === 'known' ? triedMicrophone.value : null;
      return [judgeKind(presence, part, { kind, why, settings, tried, connect: 'connect', restart: 'restart' })];
    },
  });
};

export const microphonePresent = soundCheck(
  'microphone-present',
  'microphone',
  words.questionMicrophone,
  words.whyMicrophone,
);
export const loudspeakerPresent = soundCheck(
  'loudspeaker-present',
  'loudspeaker',
  words.questionLoudspeaker,
  words.whyLoudspeaker,
);
