/** Owns everything that is told from pixels and masks without reading: measured, judged, and given part by part. */
import { isDark, judgeFocus, judgeLight, showsNothing } from '../../../electron/core/camera/judge-light.ts';
import { judgeBeside, judgeFraming, judgePeople } from '../../../electron/core/camera/judge-people.ts';
import { judgeMovement, judgeScreens } from '../../../electron/core/camera/judge-room.ts';
import type { ExaminationPart, Observation, PartOutcome } from '../../../electron/core/camera/observation.ts';
import type { Pixels } from '../frame-pixels.ts';
import type { Mask } from '../mask/masker.ts';
import { maskPeople } from './mask-people.ts';
import { COARSE, FINE, greyOf, maskOn, shrinkTo, widened } from './measure/grid.ts';
import { measureLight } from './measure/light.ts';
import { measureMovement } from './measure/movement.ts';
import { figuresOf, PERSON } from './measure/people.ts';
import { measureFrames } from './measure/screens.ts';
import { figuresBeside } from './measure/sides.ts';

/** What the reader of text gets: the room without anybody in it. */
export interface Plate {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array<ArrayBuffer>;
  /** Why "nothing found" would mean nothing in this picture. */
  readonly unclear?: string;
}

export interface PartResult {
  readonly part: ExaminationPart;
  readonly outcome: PartOutcome;
  readonly observations: readonly Observation[];
}

export interface Listener {
  /** A part that is done. */
  tell(told: PartResult): void;
  /** The room for the reader, if text is asked for and there is a picture to read in. */
  read(plate: Plate): void;
}

const finished: PartOutcome = { state: 'finished' };
const unclear = (reason: string) => ({ state: 'finished', unclear: reason }) as const;
const MIDDLE_GREY = 128;

/** Every pixel of a person, and a cell around, becomes grey: text on clothes is nobody's background. */
const withoutPeople = (picture: Pixels, grey: Uint8Array<ArrayBuffer>, mask: Mask | null): Uint8Array<ArrayBuffer> => {
  if (mask === null) return grey;
  const { width, height } = mask;
  const taken = widened({ width, height, values: Float32Array.from(mask.alpha, (value) => value / 255) }, 0.25, 3);
  const plate = grey.slice();
  for (let y = 0, at = 0; y < picture.height; y += 1) {
    const row = Math.floor((y * height) / picture.height) * width;
    for (let x = 0; x < picture.width; x += 1, at += 1) {
      if (taken[row + Math.floor((x * width) / picture.width)] === 1) plate[at] = MIDDLE_GREY;
    }
  }
  return plate;
};

const blueOf = ({ width, height, rgba }: Pixels) => {
  const values = new Int16Array(width * height);
  for (let n = 0, at = 0; n < values.length; n += 1, at += 4)
    values[n] = (rgba[at + 2] as number) - (rgba[at] as number);
  return { width, height, values };
};

const overlap = ({ box: a }: Observation, { box: b }: Observation): boolean =>
  a !== null &&
  b !== null &&
  a.x < b.x + b.width &&
  b.x < a.x + a.width &&
  a.y < b.y + b.height &&
  b.y < a.y + a.height;

/**
 * Looks at a picture, and at earlier ones of the same camera for movement; these are asked for when all is told that needs
 * only the one. `segment` is null where the model could not be
 * loaded; what needs it is then not available. Nothing is asked of a picture that is black or covered.
 */
export const look = async (
  still: Pixels,
  earlierPictures: () => Promise<readonly Pixels[]>,
  segment: ((picture: Pixels) => Mask) | null,
  which: ReadonlySet<ExaminationPart>,
  { tell, read }: Listener,
): Promise<void> => {
  const give = (
    part: ExaminationPart,
    observations: () => readonly Observation[],
    outcome: PartOutcome = finished,
  ): void => {
    if (which.has(part)) tell({ part, outcome, observations: outcome.state === 'finished' ? observations() : [] });
  };
  const { width, height } = still;
  const grey = greyOf(still);
  const plane = { width, height, values: grey };
  const coarse = shrinkTo(plane, COARSE);
  const fine = shrinkTo(plane, FINE);
  const bare = measureLight(coarse, fine, null, undefined);
  const nothing = showsNothing(bare);
  const seen = segment === null || nothing ? null : maskPeople(segment, still);
  const people = seen === null ? null : maskOn(seen.mask);
  const figures = people === null ? [] : figuresOf(people);
  const [main] = seen?.clear === false ? [] : figures.toSorted((a, b) => b.area - a.area);
  const light = people === null ? bare : measureLight(coarse, fine, people, main);

  const withoutModel: Extract<PartOutcome, { state: 'not-available' }> | undefined =
    segment === null
      ? { state: 'not-available', reason: 'People cannot be told from the room on this computer.' }
      : undefined;
  const unseen: PartOutcome | undefined = nothing ? unclear('The picture shows nothing.') : undefined;
  /** What was noticed beside an unclear person holds; that nothing was noticed does not. */
  const beside =
    seen?.clear === false
      ? unclear(
          'It is not clear where you end and the room begins. More light on you, or another wall behind you, may help.',
        )
      : undefined;
  // Without people told apart, a light behind one is not noticed.
  give(
    'light',
    () => judgeLight(light),
    beside ?? (withoutModel === undefined ? undefined : unclear(withoutModel.reason)),
  );
  give('focus', () => judgeFocus(light));
  give(
    'framing',
    () => (nothing || beside !== undefined ? [] : judgeFraming(figures)),
    withoutModel ?? unseen ?? beside,
  );
  if (which.has('text')) {
    const unreadable = isDark(light) || judgeFocus(light).length > 0;
    const reason = unreadable ? 'The picture is too dark or too soft to read in.' : beside?.unclear;
    if (unseen !== undefined) give('text', () => [], unseen);
    else {
      const plate = { width, height, grey: withoutPeople(still, grey, seen?.mask ?? null) };
      read(reason === undefined ? plate : { ...plate, unclear: reason });
    }
  }

  const earlier = await earlierPictures();
  const before = earlier.map((picture) => ({
    brightness: shrinkTo({ width: picture.width, height: picture.height, values: greyOf(picture) }, COARSE),
    mask: segment === null || nothing ? null : maskOn(maskPeople(segment, picture).mask),
  }));
  const lastMask = before[0]?.mask ?? null;
  const sides =
    segment === null || seen === null || !which.has('people')
      ? null
      : judgeBeside(figuresBeside(segment, still, seen.mask), main);
  const others = (): readonly Observation[] => {
    const atTheSides = sides?.observations ?? [];
    const seenTwice = judgePeople(figures, lastMask === null ? null : figuresOf(lastMask));
    return [...atTheSides, ...seenTwice.filter((one) => !atTheSides.some((other) => overlap(one, other)))];
  };
  give(
    'people',
    () => (nothing ? [] : others()),
    withoutModel ??
      unseen ??
      beside ??
      (seen?.doubtful === true || sides?.doubtful === true ? unclear('Something may be a person, or not.') : undefined),
  );
  const fineMask =
    people === null ? new Uint8Array(FINE.width * FINE.height) : widened(shrinkTo(people, FINE), PERSON, 1);
  give('screens', () => judgeScreens(measureFrames(fine, shrinkTo(blueOf(still), FINE), fineMask)), unseen ?? beside);
  give(
    'movement',
    // The clearest of the pairs.
    () =>
      before
        .map((one) => measureMovement({ brightness: coarse, mask: people }, one))
        .toSorted((a, b) => b.changed - a.changed)
        .flatMap(judgeMovement)
        .slice(0, 1),
    before.length === 0
      ? { state: 'not-available', reason: 'There is only one picture.' }
      : (withoutModel ?? unseen ?? beside),
  );
};
