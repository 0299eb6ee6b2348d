/** Owns everything that is told from pixels, masks and faces without reading: measured, judged, and given part by part. */
import { isUnreadable, judgeFocus, judgeLight, showsNothing } from '../../../electron/core/camera/judge-light.ts';
import { clearFigures, judgeFraming, judgePeople } from '../../../electron/core/camera/judge-people.ts';
import { judgeMovement } from '../../../electron/core/camera/judge-room.ts';
import type { ExaminationPart, Observation, PartOutcome } from '../../../electron/core/camera/observation.ts';
import type { Message } from '../../../electron/core/messages/messages.ts';
import type { FindFaces } from '../faces/find-faces.ts';
import type { Pixels } from '../frame-pixels.ts';
import type { Mask } from '../mask/masker.ts';
import type { Segment } from '../mask/segment.ts';
import { COARSE, FINE, greyOf, maskOn, shrinkTo, widened } from './measure/grid.ts';
import { measureLight } from './measure/light.ts';
import { measureMovement } from './measure/movement.ts';
import { certaintyIn, figuresOf } from './measure/people.ts';
import { unclearWords } from './unclear-words.ts';

/** What the reader of text gets: the room without anybody in it. */
export interface Plate {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array<ArrayBuffer>;
  /** Why "nothing found" would mean nothing in this picture. */
  readonly unclear?: Message;
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

/** The two models that see people. */
export interface Eyes {
  readonly segment: Segment;
  readonly findFaces: FindFaces;
}

const finished: PartOutcome = { state: 'finished' };
const unclear = (reason: Message) => ({ state: 'finished', unclear: reason }) as const;
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

/**
 * Looks at a picture, and at earlier ones of the same camera for movement; these are asked for when all is told that needs
 * only the one. `eyes` are null where the models could not be loaded; what needs them is then not available. Nothing is
 * asked of a picture that is black or covered.
 */
export const look = async (
  still: Pixels,
  earlierPictures: () => Promise<readonly Pixels[]>,
  eyes: Eyes | null,
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
  const mask = eyes === null || nothing ? null : await eyes.segment(still);
  const people = mask === null ? null : maskOn(mask);
  const figures = people === null ? [] : figuresOf(people);
  const light = people === null ? bare : measureLight(coarse, fine, people, clearFigures(figures)[0]);

  const withoutEyes: Extract<PartOutcome, { state: 'not-available' }> | undefined =
    eyes === null ? { state: 'not-available', reason: unclearWords.noPeople } : undefined;
  const unseen: PartOutcome | undefined = nothing ? unclear(unclearWords.nothing) : undefined;
  // Without people told apart, a light behind one is not noticed.
  give('light', () => judgeLight(light), withoutEyes === undefined ? undefined : unclear(withoutEyes.reason));
  give('focus', () => judgeFocus(light));
  if (which.has('text')) {
    if (unseen !== undefined) give('text', () => [], unseen);
    else {
      const plate = { width, height, grey: withoutPeople(still, grey, mask) };
      read(isUnreadable(light) ? { ...plate, unclear: unclearWords.unreadable } : plate);
    }
  }

  const found = eyes === null || nothing ? [] : await eyes.findFaces(still);
  const faces = found.map((face) => ({ ...face, outline: people === null ? 0 : certaintyIn(people, face.box) }));
  const framing = judgeFraming(faces, figures);
  const perhaps = (doubtful: boolean): PartOutcome | undefined =>
    doubtful ? unclear(unclearWords.doubtful) : undefined;
  give('framing', () => (nothing ? [] : framing.observations), withoutEyes ?? unseen ?? perhaps(framing.doubtful));
  const others = judgePeople(faces, figures);
  give('people', () => (nothing ? [] : others.observations), withoutEyes ?? unseen ?? perhaps(others.doubtful));

  if (!which.has('movement')) return;
  const before: { readonly brightness: typeof coarse; readonly mask: typeof people }[] = [];
  for (const picture of await earlierPictures()) {
    const brightness = shrinkTo({ width: picture.width, height: picture.height, values: greyOf(picture) }, COARSE);
    before.push({ brightness, mask: eyes === null || nothing ? null : maskOn(await eyes.segment(picture)) });
  }
  give(
    'movement',
    // The clearest of the pairs.
    () =>
      before
        .map((one) => measureMovement({ brightness: coarse, mask: people }, one))
        .toSorted((a, b) => b.changed - a.changed)
        .flatMap(judgeMovement)
        .slice(0, 1),
    before.length === 0 ? { state: 'not-available', reason: unclearWords.onePicture } : (withoutEyes ?? unseen),
  );
};
