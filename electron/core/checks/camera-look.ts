/** Owns what all checks of a look at the camera's picture share: when there was none, when it is too old, how far its part came. */
import type { CameraLook, LookMeasures, Noticed, PartState } from '../camera/look.ts';
import { type ExaminationPart, type ObservationKind, partOfKind } from '../camera/observation.ts';
import type { Judgement } from '../check.ts';
import { whole } from '../policy.ts';
import type { IsoTime } from '../time.ts';
import { count } from '../words.ts';

/** The check that judges each part. */
export const checkOfPart = {
  light: 'camera-light',
  focus: 'camera-focus',
  framing: 'camera-framing',
  people: 'camera-people',
  screens: 'camera-screens',
  movement: 'camera-movement',
  text: 'camera-text',
} as const satisfies Readonly<Record<ExaminationPart, string>>;

/** The same on every system: it is the page that looks. */
const LOOKS = 'What the camera view measured when you last asked it to look, as numbers; never a picture or a word';
export const lookReads = { linux: LOOKS, darwin: LOOKS, win32: LOOKS } as const;

/** Policy keys that every one of these checks has. */
export const lookPolicy = {
  maxAgeHours: whole(8, 'hours', 1, 720, 'After this time a look no longer says anything: the room may have changed.'),
  surePercent: whole(50, 'percent', 0, 100, 'What was noticed counts from this certainty on.'),
} as const;

interface Words<R extends string> {
  readonly part: ExaminationPart;
  /** "Nothing can be read behind you". */
  readonly fine: string;
  readonly unknownTitle: string;
  readonly wanted: string;
  readonly why: string;
  readonly remedies: readonly [R, ...R[]];
  /** What is said of the things noticed, by the first kind that applies. */
  readonly titles: Readonly<Partial<Record<ObservationKind, string>>>;
}

interface LookInput {
  readonly look: CameraLook;
  readonly policy: { readonly maxAgeHours: number; readonly surePercent: number };
  readonly required: boolean;
  readonly now: IsoTime;
}

const unfinished: Readonly<Record<Exclude<PartState, 'finished'>, string>> = {
  unclear: 'The picture was too unclear for it.',
  'not-finished': 'It was not finished in time.',
  'not-available': 'This computer cannot look for it.',
  'not-asked': 'It was not looked for.',
};

const percent = (share: number): string => `${Math.max(1, Math.round(share * 100))} %`;

const foundWords = (noticed: readonly Noticed[]): string => {
  const shares = noticed.flatMap(({ share }) => (share === null ? [] : [share]));
  if (shares.length === 0) return 'Noticed in the whole picture.';
  return `${count(noticed.length, 'place')}, the largest ${percent(Math.max(...shares))} of the picture.`;
};

/** Judges one part of the last look. What nobody looked at is quiet, unless policy demands a look. */
export const judgeLook = <R extends string>(
  { look, policy, required, now }: LookInput,
  words: Words<R>,
): Judgement<R> => {
  const noLook = (reason: string): Judgement<R> =>
    required
      ? { state: 'unknown', title: words.unknownTitle, reason }
      : { state: 'not-applicable', title: words.unknownTitle.replace(/^Could not tell/, 'Not looked at:'), reason };
  if (look === 'switched-off') return noLook('Looking at the background is switched off by policy.');
  if (look === 'not-yet') return noLook('Nobody has looked yet: open the camera, then “Look at my background”.');
  if (Date.parse(now) - Date.parse(look.at) > policy.maxAgeHours * 3_600_000) {
    return noLook(`The last look is more than ${count(policy.maxAgeHours, 'hour')} old.`);
  }
  return judgeMeasures(look, policy.surePercent, words, noLook);
};

const judgeMeasures = <R extends string>(
  { noticed, parts }: LookMeasures,
  surePercent: number,
  words: Words<R>,
  noLook: (reason: string) => Judgement<R>,
): Judgement<R> => {
  const mine = noticed.filter(
    ({ kind, confidence }) => partOfKind[kind] === words.part && confidence * 100 >= surePercent,
  );
  const [first] = mine;
  const { wanted, why, remedies } = words;
  // What was seen was seen, even if the time ended before the rest.
  if (first !== undefined) {
    const title = words.titles[first.kind] ?? words.unknownTitle;
    return { state: 'caution', title, found: foundWords(mine), wanted, why, remedies };
  }
  const state = parts[words.part];
  if (state === 'not-asked') return noLook(unfinished[state]);
  if (state !== 'finished') return { state: 'unknown', title: words.unknownTitle, reason: unfinished[state] };
  return { state: 'pass', title: words.fine, found: 'Nothing was noticed.', wanted };
};
