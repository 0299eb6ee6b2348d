/** Owns the shape of a fix: what it says, what it changes, when it may, how it is proved, and the way back. One fix is one file. */
import type { Fact } from '../facts/fact.ts';
import type { FactKey, Facts, Platform } from '../facts/index.ts';
import type { Message } from '../messages/messages.ts';
import type { IsoTime } from '../text/time.ts';

/** Never changed once released: policies, notes on disk and people's commands name them. */
export const fixIds = [
  'loudspeaker-on',
  'microphone-on',
  'use-microphone',
  'use-loudspeaker',
  'hold-notifications',
  'keep-awake',
  'wifi-on',
  'sign-in-page',
  'take-drive-out',
  'ask-again',
  'update-flatpak',
] as const;
export type FixId = (typeof fixIds)[number];

/** What is changed, as plain words and numbers; null: it was not set at all. Two are the same when all their entries are. */
export type Value = Readonly<Record<string, string | number | boolean | null>>;

export const isSame = (one: Value, other: Value): boolean =>
  Object.keys({ ...one, ...other }).every((key) => one[key] === other[key]);

/** A question that changes nothing: a program by its whole path, without a shell. It goes through the machine port. */
export interface Ask {
  readonly program: string;
  readonly args: readonly string[];
}

/** What a program answered; undefined where it is not there or gave no answer in time. */
export type Answer = { readonly code: number | null; readonly stdout: string; readonly stderr: string } | undefined;

/** Stands for Greenroom's process among the arguments of a hold. */
export const OWNER = '{owner}';

/** The systems' own pages for this: http, as a network can send nobody from an https address to its sign-in page. */
export const signInPages = {
  linux: 'http://nmcheck.gnome.org/',
  win32: 'http://www.msftconnecttest.com/redirect',
} as const satisfies Partial<Record<Platform, string>>;

/**
 * One thing that is done. `run`: a program that changes something and ends by itself; `hold`: one that is kept running, and
 * with it what it holds; `open`: a constant address, given to the system.
 */
export type Step =
  | { readonly does: 'run' | 'hold'; readonly program: string; readonly args: readonly string[] }
  /** Done by the window's program itself, which keeps the computer awake until it is ended. */
  | { readonly does: 'awake' }
  | { readonly does: 'open'; readonly address: (typeof signInPages)[keyof typeof signInPages] };

export type SeenFacts = { readonly [K in FactKey]?: Fact<Facts[K]> };

/** What a fix looks at. */
export interface Seen {
  readonly answers: readonly Answer[];
  /** Of those that the fix names; what is missing is not known. */
  readonly facts: SeenFacts;
  /** Programs that Greenroom knows: their ids in stores, with their names. */
  readonly flatpaks: ReadonlyMap<string, string>;
  /** Until when what is changed for the call lasts. */
  readonly until: IsoTime;
  /** The program itself keeps the computer awake; undefined where it cannot. */
  readonly awake?: boolean | undefined;
}

/** One thing that can be changed. */
export interface Choice {
  /** Which one, where there are several: a device, an app; empty where there is one. */
  readonly key: string;
  /** What will happen, exactly, with the names in it. */
  readonly says: Message;
  /** The same once it is done: "Unmuted “Headset”." */
  readonly did: Message;
  /** As it is now. */
  readonly before: Value;
  /** As it will be. */
  readonly after: Value;
}

export type Desktop = 'gnome' | 'kde' | 'xfce';

/** How it is done with the programs of one system. */
export interface Way {
  /** "pactl", "gnome": stands in notes, so that what one way changed is put back by the same. */
  readonly id: string;
  readonly desktop?: Desktop;
  /** A question of the system's own that may come up. */
  readonly mayAsk?: Message;
  /** The programs that its steps start: where one is missing, this way is not to be had. */
  readonly programs: readonly string[];
  readonly asks: readonly Ask[];
  /** What there is to change: empty where all is well, why not where something forbids it, undefined where this way is not to be had here. */
  readonly choices: (seen: Seen) => readonly Choice[] | Message | undefined;
  /** How it stands now; undefined where that cannot be seen, or it is gone. */
  readonly value: (seen: Seen, key: string) => Value | undefined;
  /** What brings it from how it stands to `to`; undefined where nothing does. Programs and arguments are constants, and names that `seen` holds. */
  readonly steps: (seen: Seen, key: string, to: Value) => readonly Step[] | undefined;
}

/** `any`: also during a call; `quiet`: while nothing uses camera or microphone; `ahead`: besides, no call begins within half an hour. */
export type Gate = 'any' | 'quiet' | 'ahead';

export interface Fix {
  readonly id: FixId;
  /** On its button: "Turn the sound on". */
  readonly label: Message;
  /** What it changes, for a list that a person or an IT department reads. */
  readonly describe: Message;
  readonly changes: 'nothing' | 'hold' | 'setting' | 'device' | 'program';
  readonly gate: Gate;
  /** Where its way back could disturb a call more than itself does. */
  readonly undoneWhile?: Gate;
  readonly seconds: { readonly usual: number; readonly worst: number };
  /** `call`: put back when the call is over; `stays`: until the person undoes it. */
  readonly lasts: 'call' | 'stays';
  readonly undo: 'restore' | 'end-hold' | 'none';
  /** Facts that its choices rest on, read by the same readers as the checks'. */
  readonly facts: readonly FactKey[];
  /** Said by the fact that made the finding, where one tells it: true, false, or null where it cannot be told. */
  readonly proof?: { readonly fact: FactKey; readonly holds: (seen: Seen, after: Value) => boolean | null };
  readonly ways: Readonly<Partial<Record<Platform, readonly Way[]>>>;
}

/** What the page and the terminal name: "loudspeaker-on", "use-microphone:HeadsetMic". */
export const wishOf = (fix: FixId, key: string): string => (key === '' ? fix : `${fix}:${key}`);

/** The value of a fact that is known. */
export const factOf = <K extends FactKey>({ facts }: Pick<Seen, 'facts'>, key: K): Facts[K] | undefined => {
  const fact: Fact<Facts[K]> | undefined = facts[key];
  return fact?.state === 'known' ? fact.value : undefined;
};

/** What a program printed when it ended well. */
export const printed = (answer: Answer): string | undefined => (answer?.code === 0 ? answer.stdout : undefined);

export const run = (program: string, ...args: readonly string[]): Step => ({ does: 'run', program, args });
