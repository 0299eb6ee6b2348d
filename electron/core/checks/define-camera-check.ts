/** Owns the shape of a check of a look at the camera's picture: when there was none, when it is too old, how far its part came. */

import type { CameraView } from '../camera/camera-view.ts';
import type { CameraLook, LookMeasures, Noticed, PartState } from '../camera/look.ts';
import { type ExaminationPart, lookedForParts, type ObservationKind, partOfKind } from '../camera/observation.ts';
import { integerKey } from '../policy/policy.ts';
import type { RemedyDefinition } from '../report/finding.ts';
import { count } from '../text/phrases.ts';
import type { IsoTime } from '../text/time.ts';
import { type Check, defineCheck, type Judgement } from './define-check.ts';
import type { CheckId } from './ids.ts';

/** The check that judges each part. */
export const checkOfPart = {
  light: 'camera-light',
  focus: 'camera-focus',
  framing: 'camera-framing',
  people: 'camera-people',
  screens: 'camera-screens',
  movement: 'camera-movement',
  text: 'camera-text',
} as const satisfies Readonly<Record<ExaminationPart, CheckId>>;

/** The same on every system: it is the page that looks. */
const LOOKS = 'What the camera view measured when you last asked it to look, as numbers; never a picture or a word';

const policy = {
  maxAgeHours: integerKey(
    8,
    'hours',
    1,
    720,
    'After this time a look no longer says anything: the room may have changed.',
  ),
  surePercent: integerKey(50, 'percent', 0, 100, 'What was noticed counts from this certainty on.'),
} as const;

/** What this part may notice, and no other's. */
type KindOf<P extends ExaminationPart> = {
  [K in ObservationKind]: (typeof partOfKind)[K] extends P ? K : never;
}[ObservationKind];

interface LookCheck<P extends ExaminationPart, R extends string> {
  readonly part: P;
  readonly question: string;
  /** What is asked, as it follows the word: "text can be read behind you". */
  readonly whether: string;
  /** "Text behind you: not checked yet". */
  readonly notDone: string;
  /** "Nothing can be read behind you". */
  readonly fine: string;
  readonly wanted: string;
  readonly why: string;
  readonly remedies: Readonly<Record<R, RemedyDefinition>>;
  /** What is said of the things noticed: of several, the first. */
  readonly titles: Readonly<Record<KindOf<P>, string>>;
}

interface LookInput {
  readonly look: CameraLook;
  readonly view: CameraView;
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

/** No look would answer it, so nobody is asked for one; who requires an answer is told that there is none. */
const notLookedFor = <R extends string>(
  { notDone: title, whether }: { readonly notDone: string; readonly whether: string },
  required: boolean,
): Judgement<R> => {
  const reason = 'Greenroom doesn’t look for this yet. Look behind you yourself.';
  return required
    ? { state: 'unknown', title: `Could not tell whether ${whether}`, reason }
    : { state: 'not-applicable', title, reason };
};

/** Judges one part of the last look. What nobody looked at is not done yet; without a camera there is nothing to look at. */
const judgeLook = <P extends ExaminationPart, R extends string>(
  { look, view, policy: { maxAgeHours, surePercent }, required, now }: LookInput,
  check: LookCheck<P, R>,
): Judgement<R> => {
  const title = check.notDone;
  const noLook = (reason: string): Judgement<R> =>
    lookedForParts.includes(check.part) ? { state: 'not-done', title, reason } : notLookedFor(check, required);
  if (look === 'switched-off')
    return { state: 'not-applicable', title, reason: 'Looking at the background is switched off by policy.' };
  const looked = look === 'not-yet' ? '' : look.at;
  if (view !== 'not-opened' && view.outcome === 'none' && view.at > looked)
    return { state: 'not-applicable', title, reason: 'No camera was found.' };
  if (look === 'not-yet') return noLook('Show your camera, then choose “Look at my background”.');
  if (Date.parse(now) - Date.parse(look.at) > maxAgeHours * 3_600_000) {
    return noLook(`The last look is more than ${count(maxAgeHours, 'hour')} old.`);
  }
  return judgeMeasures(look, surePercent, check, noLook);
};

const judgeMeasures = <P extends ExaminationPart, R extends string>(
  { noticed, parts }: LookMeasures,
  surePercent: number,
  { part, whether, titles, fine, wanted, why, remedies }: LookCheck<P, R>,
  noLook: (reason: string) => Judgement<R>,
): Judgement<R> => {
  const mine = noticed.filter(
    (one): one is Noticed & { readonly kind: KindOf<P> } =>
      partOfKind[one.kind] === part && one.confidence * 100 >= surePercent,
  );
  const [first] = mine;
  // What was seen was seen, even if the time ended before the rest.
  if (first !== undefined) {
    const ways = Object.keys(remedies) as [R, ...R[]];
    return { state: 'caution', title: titles[first.kind], found: foundWords(mine), wanted, why, remedies: ways };
  }
  // Whatever the page tells: what no look looks for was not looked for.
  const state: PartState = lookedForParts.includes(part) ? parts[part] : 'not-asked';
  if (state === 'not-asked') return noLook(unfinished[state]);
  if (state !== 'finished') {
    return { state: 'unknown', title: `Could not tell whether ${whether}`, reason: unfinished[state] };
  }
  return { state: 'pass', title: fine, found: 'Nothing was noticed.', wanted };
};

/** Declares the check that judges one part of a look. It names what that part may notice, all of it. */
export const defineLookCheck = <P extends ExaminationPart, const R extends string>(
  check: LookCheck<P, R>,
): Check<(typeof checkOfPart)[P]> =>
  defineCheck({
    id: checkOfPart[check.part],
    area: 'camera',
    when: 'before-call',
    question: check.question,
    unknownTitle: `Could not tell whether ${check.whether}`,
    why: check.why,
    reads: { linux: LOOKS, darwin: LOOKS, win32: LOOKS },
    needs: ['cameraLook', 'cameraView'],
    policy,
    remedies: check.remedies,
    judge: ({ facts, policy, required, now }) => [
      judgeLook({ look: facts.cameraLook.value, view: facts.cameraView.value, policy, required, now }, check),
    ],
  });
