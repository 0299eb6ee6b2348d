/** Owns switching a microphone or a loudspeaker on: unmuted, and turned up where it was turned all the way down. */
import type { Sound } from '../../facts/index.ts';
import type { Message } from '../../messages/messages.ts';
import { measure, name, type Value as Put } from '../../messages/value.ts';
import { type Answer, type Choice, factOf, printed, run, type Seen, type Step, type Value, type Way } from '../fix.ts';
import { type End, type SoundEnd, soundServers } from './sound-server.ts';

interface Kind {
  readonly end: End;
  /** Where it is turned to when it was turned all the way down. */
  readonly percent: number;
  readonly says: (values: { device: Put; before: string; level: Put }) => Message;
  readonly did: (values: { device: Put; before: string; level: Put }) => Message;
}

const standingOf = ({ muted, percent }: Pick<SoundEnd, 'muted' | 'percent'>): Value => ({ muted, percent });

const isOn = ({ muted, percent }: Value): boolean => muted === false && typeof percent === 'number' && percent > 0;

/** How it stands, as a word of a select. */
const stateOf = ({ muted, percent }: Value): string => (percent === 0 ? (muted === true ? 'both' : 'silent') : 'muted');

const choiceOf = (kind: Kind, key: string, device: string, before: Value): readonly Choice[] => {
  if (isOn(before)) return [];
  const percent = before.percent === 0 ? kind.percent : (before.percent ?? null);
  const told = { device: name(device), before: stateOf(before), level: measure(kind.percent, 'percent') };
  return [
    {
      key,
      says: kind.says(told),
      did: kind.did(told),
      before,
      after: { ...before, muted: false, percent },
    },
  ];
};

/** The steps for what differs, and no others: a level that is written again would lose the balance of left and right. */
const changed = (now: Value, to: Value, mute: (on: boolean) => Step, level: (percent: number) => Step): Step[] => [
  ...(typeof to.percent === 'number' && to.percent !== now.percent ? [level(to.percent)] : []),
  ...(typeof to.muted === 'boolean' && to.muted !== now.muted ? [mute(to.muted)] : []),
];

/** With the tools of PipeWire and PulseAudio: the device in use, which is kept by its name. */
export const onLinux = (kind: Kind): readonly Way[] =>
  soundServers.map((server): Way => {
    const find = ({ answers }: Seen, node: string) =>
      server.read(answers, kind.end)?.ends.find((one) => one.node === node);
    return {
      id: server.id,
      programs: [server.program],
      asks: server.asks,
      choices: ({ answers }) => {
        const all = server.read(answers, kind.end);
        if (all === undefined) return undefined;
        const used = all.ends.find(({ node }) => node === all.inUse);
        return used === undefined ? [] : choiceOf(kind, used.node, used.name, standingOf(used));
      },
      value: (seen, node) => {
        const end = find(seen, node);
        return end === undefined ? undefined : standingOf(end);
      },
      steps: (seen, node, to) => {
        const end = find(seen, node);
        if (end === undefined) return undefined;
        return changed(
          standingOf(end),
          to,
          (muted) => server.mute(kind.end, end.handle, muted),
          (percent) => server.level(kind.end, end.handle, percent),
        );
      },
    };
  });

const OSASCRIPT = '/usr/bin/osascript';

/** `output volume:44, input volume:75, alert volume:100, output muted:false`; a device without a control says `missing value`. */
const settingsIn = ([answer]: readonly Answer[], end: End): Value | undefined => {
  const text = printed(answer) ?? '';
  const percent = new RegExp(`\\b${end === 'sink' ? 'output' : 'input'} volume:(\\d{1,3})(?:,|\\s|$)`).exec(text)?.[1];
  const muted = /\boutput muted:(true|false)\b/.exec(text)?.[1];
  if (percent === undefined || (end === 'sink' && muted === undefined)) return undefined;
  // macOS has no switch for the microphone alone.
  return { percent: Number(percent), muted: end === 'sink' && muted === 'true' };
};

/** macOS acts on the device in use, whatever it is: its name is that of the sound fact. */
export const onDarwin = (kind: Kind & { readonly part: keyof Sound; readonly unnamed: string }): Way => ({
  id: 'osascript',
  programs: [OSASCRIPT],
  asks: [{ program: OSASCRIPT, args: ['-e', 'get volume settings'] }],
  choices: (seen) => {
    const now = settingsIn(seen.answers, kind.end);
    if (now === undefined) return undefined;
    return choiceOf(kind, '', factOf(seen, 'sound')?.[kind.part].inUse || kind.unnamed, now);
  },
  value: ({ answers }) => settingsIn(answers, kind.end),
  steps: ({ answers }, _key, to) => {
    const now = settingsIn(answers, kind.end);
    if (now === undefined) return undefined;
    const end = kind.end === 'sink' ? 'output' : 'input';
    return changed(
      now,
      to,
      (muted) => run(OSASCRIPT, '-e', `set volume ${muted ? 'with' : 'without'} output muted`),
      (percent) => run(OSASCRIPT, '-e', `set volume ${end} volume ${Math.round(percent)}`),
    );
  },
});

/** Whether the system's own list says that it is on; null where it does not tell. */
export const isHeard =
  (part: keyof Sound) =>
  (seen: Seen): boolean | null => {
    const sound = factOf(seen, 'sound')?.[part];
    if (sound === undefined || sound.isMuted === null || sound.volumePercent === null) return null;
    return !sound.isMuted && sound.volumePercent > 0;
  };
