/** Owns the shape of a check of a look at the camera's picture: when there was none, when it is too old, how far its part came. */

import type { CameraView } from '../camera/camera-view.ts';
import type { CameraLook, LookMeasures, Noticed, PartState } from '../camera/look.ts';
import { type ExaminationPart, lookedForParts, type ObservationKind, partOfKind } from '../camera/observation.ts';
import { type Message, messages, type Title } from '../messages/messages.ts';
import { measure } from '../messages/value.ts';
import { integerKey, shownAudienceKey } from '../policy/policy.ts';
import type { RemedyDefinition } from '../report/finding.ts';
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

const words = messages('camera-look', {
  reads: 'What the camera view measured when you last asked it to look, as numbers; never a picture or a word',
  notYet: 'Greenroom doesn’t look for this yet. Look behind you yourself.',
  off: 'Your organisation’s policy turns looking at the background off.',
  noCamera: 'No camera was found.',
  show: 'Show your camera, then choose “Look at my background”.',
  old: 'The last look is more than {age} old.',
  whole: 'Noticed in the whole picture.',
  places: '{n, plural, one {# place, {share} of the picture.} other {# places, the largest {share} of the picture.}}',
  nothing: 'Nothing was noticed.',
});

/** Why a part of the look says nothing. */
const unfinished = messages('camera-look-part', {
  unclear: 'The picture was too unclear for it.',
  notFinished: 'It ran out of time. Try again.',
  notAvailable: 'This computer can’t look for it.',
  notAsked: 'It wasn’t looked for.',
});

const unfinishedWords: Readonly<Record<Exclude<PartState, 'finished'>, Message>> = {
  unclear: unfinished.unclear,
  'not-finished': unfinished.notFinished,
  'not-available': unfinished.notAvailable,
  'not-asked': unfinished.notAsked,
};

const describe = messages('policy.camera-check', {
  maxAgeHours: 'After this time a look no longer says anything: the room may have changed.',
  surePercent: 'What was noticed counts from this certainty on.',
});

const policy = {
  audience: shownAudienceKey(),
  maxAgeHours: integerKey(8, 'hours', 1, 720, describe.maxAgeHours),
  surePercent: integerKey(50, 'percent', 0, 100, describe.surePercent),
} as const;

/** What this part may notice, and no other's. */
type KindOf<P extends ExaminationPart> = {
  [K in ObservationKind]: (typeof partOfKind)[K] extends P ? K : never;
}[ObservationKind];

interface LookCheck<P extends ExaminationPart, R extends string> {
  readonly part: P;
  readonly words: { readonly question: Message; readonly wanted: Message; readonly why: Message };
  /** What is said when nobody looked, when nothing was noticed, when it cannot be told, and of each thing noticed. */
  readonly titles: Readonly<Record<KindOf<P> | 'notDone' | 'fine' | 'unknown', Title>>;
  readonly remedies: Readonly<Record<R, RemedyDefinition>>;
}

interface LookInput {
  readonly look: CameraLook;
  readonly view: CameraView;
  readonly policy: { readonly maxAgeHours: number; readonly surePercent: number };
  readonly required: boolean;
  readonly now: IsoTime;
}

const foundWords = (noticed: readonly Noticed[]): Message => {
  const shares = noticed.flatMap(({ share }) => (share === null ? [] : [share]));
  if (shares.length === 0) return words.whole;
  const largest = Math.max(1, Math.round(Math.max(...shares) * 100));
  return words.places({ n: noticed.length, share: measure(largest, 'percent') });
};

/** No look would answer it, so nobody is asked for one; who requires an answer is told that there is none. */
const notLookedFor = <R extends string>(
  { notDone, unknown }: { readonly notDone: Title; readonly unknown: Title },
  required: boolean,
): Judgement<R> =>
  required
    ? { state: 'unknown', title: unknown, reason: words.notYet }
    : { state: 'not-applicable', title: notDone, reason: words.notYet };

/** Judges one part of the last look. What nobody looked at is not done yet; without a camera there is nothing to look at. */
const judgeLook = <P extends ExaminationPart, R extends string>(
  { look, view, policy: { maxAgeHours, surePercent }, required, now }: LookInput,
  check: LookCheck<P, R>,
): Judgement<R> => {
  const { titles } = check;
  const title = titles.notDone;
  const noLook = (reason: Message): Judgement<R> =>
    lookedForParts.includes(check.part) ? { state: 'not-done', title, reason } : notLookedFor(titles, required);
  if (look === 'switched-off') return { state: 'not-applicable', title, reason: words.off };
  const looked = look === 'not-yet' ? '' : look.at;
  if (view !== 'not-opened' && view.outcome === 'none' && view.at > looked)
    return { state: 'not-applicable', title, reason: words.noCamera };
  if (look === 'not-yet') return noLook(words.show);
  if (Date.parse(now) - Date.parse(look.at) > maxAgeHours * 3_600_000)
    return noLook(words.old({ age: measure(maxAgeHours, 'hour') }));
  return judgeMeasures(look, surePercent, check, noLook);
};

const judgeMeasures = <P extends ExaminationPart, R extends string>(
  { noticed, parts }: LookMeasures,
  surePercent: number,
  { part, titles, words: { wanted, why }, remedies }: LookCheck<P, R>,
  noLook: (reason: Message) => Judgement<R>,
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
  if (state === 'not-asked') return noLook(unfinishedWords[state]);
  if (state !== 'finished') return { state: 'unknown', title: titles.unknown, reason: unfinishedWords[state] };
  return { state: 'pass', title: titles.fine, found: words.nothing, wanted };
};

/** Declares the check that judges one part of a look. It names what that part may notice, all of it. */
export const defineLookCheck = <P extends ExaminationPart, const R extends string>(
  check: LookCheck<P, R>,
): Check<(typeof checkOfPart)[P]> =>
  defineCheck({
    id: checkOfPart[check.part],
    area: 'camera',
    when: 'before-call',
    question: check.words.question,
    unknownTitle: check.titles.unknown,
    why: check.words.why,
    reads: { linux: words.reads, darwin: words.reads, win32: words.reads },
    needs: ['cameraLook', 'cameraView'],
    policy,
    remedies: check.remedies,
    judge: ({ facts, policy, required, now }) => [
      judgeLook({ look: facts.cameraLook.value, view: facts.cameraView.value, policy, required, now }, check),
    ],
  });
