/** Owns the sentences about what was noticed. Words that were read on the wall are put in here, for the screen, and go no further. */
import {
  type Box,
  type ExaminationPart,
  examinationParts,
  type Observation,
  type ObservationKind,
  type PartOutcome,
  partOfKind,
} from '../../../electron/core/camera/observation.ts';
import { count } from '../../../electron/core/text/phrases.ts';

interface Sentence {
  readonly title: string;
  readonly advice: string;
}

const LONGEST_WORDS = 80;

const shortened = (words: string): string => {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST_WORDS ? `${line.slice(0, LONGEST_WORDS - 1)}…` : line;
};

const sentences: Readonly<Record<ObservationKind, Sentence>> = {
  text: { title: 'Text can be read behind you.', advice: 'Take it down, turn it round, or use a blurred background.' },
  person: {
    title: 'Someone else, or a picture of a person, may be in view.',
    advice: 'Ask them to step aside, or turn your camera.',
  },
  screen: { title: 'A screen can be seen behind you.', advice: 'Switch it off or turn it away: people can read it.' },
  movement: { title: 'Something is moving behind you.', advice: 'It draws the eye. Look whether it can be stopped.' },
  'too-dark': { title: 'It is dark.', advice: 'Put a lamp in front of you, or turn towards a window.' },
  'blown-out': { title: 'The picture is too bright.', advice: 'Dim the lamp, or move out of the direct light.' },
  backlit: {
    title: 'A bright window or lamp is right behind you.',
    advice: 'Draw the curtain, or turn so that the light is in front of you.',
  },
  'out-of-focus': { title: 'The picture is soft.', advice: 'Wipe the lens, or wait until the camera has focused.' },
  'lens-covered': {
    title: 'There is no detail in the picture.',
    advice: 'Something may be covering the lens: a shutter, a sticker, a finger.',
  },
  'black-picture': { title: 'The picture is black.', advice: 'Open the camera’s cover, or look for its switch.' },
  'nobody-there': { title: 'Nobody was found in the picture.', advice: 'Sit before the camera, and look once more.' },
  'head-cut-off': { title: 'Your head is cut off at the top.', advice: 'Tilt the screen or camera up a little.' },
  'too-far': { title: 'You are small in the picture.', advice: 'Move closer to the camera.' },
  'off-centre': { title: 'You are at the side of the picture.', advice: 'Move to the middle, or turn the camera.' },
};

/** What was noticed, in one sentence, and what to do. */
export const sentenceOf = ({ kind, words }: Observation): Sentence => {
  const sentence = sentences[kind];
  return kind === 'text' && words !== undefined && words.trim() !== ''
    ? { ...sentence, title: `Text can be read behind you: “${shortened(words)}”` }
    : sentence;
};

const third = (share: number, names: readonly [string, string, string]): string =>
  names[Math.min(2, Math.floor(share * 3)) as 0 | 1 | 2];

/** "at the top left": as seen on the screen, mirrored or not. */
export const placeOf = (box: Box, mirrored: boolean): string => {
  const across = box.x + box.width / 2;
  const side = third(mirrored ? 1 - across : across, ['left', 'middle', 'right']);
  const height = third(box.y + box.height / 2, ['top', 'middle', 'bottom']);
  if (side === 'middle' && height === 'middle') return 'in the middle';
  if (side === 'middle') return `at the ${height}`;
  return height === 'middle' ? `on the ${side}` : `at the ${height} ${side}`;
};

export const partNames: Readonly<Record<ExaminationPart, string>> = {
  light: 'Light and lens',
  focus: 'Sharpness',
  framing: 'Where you are in the picture',
  people: 'Other people',
  screens: 'Screens',
  movement: 'Movement',
  text: 'Text',
};

type Outcomes = Readonly<Partial<Record<ExaminationPart, PartOutcome>>>;

/** What is said of parts besides their findings; null when there is nothing to say. */
const outcomeWords = (outcome: PartOutcome): string | null => {
  switch (outcome.state) {
    case 'finished':
      return outcome.unclear === undefined ? null : `could not tell. ${outcome.unclear}`;
    case 'not-finished':
      return 'not finished in time, so nothing can be said about it.';
    case 'not-available':
      return `not looked at. ${outcome.reason}`;
    case 'not-asked':
      return null;
  }
};

/** What could not be told, a line for each reason. A part that noticed something has told. */
export const unclearPhrase = (outcomes: Outcomes, observations: readonly Observation[]): readonly string[] => {
  const told = new Set(observations.map(({ kind }) => partOfKind[kind]));
  const parts = new Map<string, readonly string[]>();
  for (const part of examinationParts) {
    const outcome = outcomes[part];
    const words =
      outcome === undefined || (outcome.state === 'finished' && told.has(part)) ? null : outcomeWords(outcome);
    if (words !== null) parts.set(words, [...(parts.get(words) ?? []), partNames[part]]);
  }
  return [...parts].map(([words, names]) => `${names.join(', ')}: ${words}`);
};

/** The heading of what was noticed. "Nothing" only stands where everything could be told. */
export const headlineOf = (observations: readonly Observation[], untold: readonly string[]): string => {
  if (observations.length > 0) return `${count(observations.length, 'thing')} to look at`;
  return untold.length === 0 ? 'Nothing stood out' : 'Nothing stood out, but not everything could be told';
};
