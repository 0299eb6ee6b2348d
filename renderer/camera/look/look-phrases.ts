/** Owns the sentences about what was noticed. Words that were read on the wall are put in here, for the screen, and go no further. */
import {
  type Box,
  type ExaminationPart,
  examinationParts,
  type Observation,
  type PartOutcome,
  partOfKind,
} from '../../../electron/core/camera/observation.ts';
import { type Message, messages } from '../../../electron/core/messages/messages.ts';
import { says } from '../../../electron/core/messages/says.ts';
import { list, quote, type Value } from '../../../electron/core/messages/value.ts';

interface Sentence {
  readonly title: string;
  readonly advice: string;
}

const LONGEST_WORDS = 80;

const shortened = (words: string): string => {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST_WORDS ? `${line.slice(0, LONGEST_WORDS - 1)}…` : line;
};

const noticed = says('noticed', {
  text: 'Text can be read behind you.',
  person: 'Someone else, or a picture of a person, may be in view.',
  screen: 'A screen can be seen behind you.',
  movement: 'Something is moving behind you.',
  'too-dark': 'It’s dark.',
  'blown-out': 'The picture is too bright.',
  backlit: 'A bright window or lamp is right behind you.',
  'out-of-focus': 'The picture is soft.',
  'lens-covered': 'There’s no detail in the picture.',
  'black-picture': 'The picture is black.',
  'nobody-there': 'Nobody was found in the picture.',
  'head-cut-off': 'Your head is cut off at the top.',
  'too-far': 'You’re small in the picture.',
  'off-centre': 'You’re at the side of the picture.',
});

const advice = says('noticed.advice', {
  text: 'Take it down, turn it round, or use a blurred background.',
  person: 'Ask them to step aside, or turn your camera.',
  screen: 'Switch it off or turn it away: people can read it.',
  movement: 'It draws the eye. Stop it if you can.',
  'too-dark': 'Put a lamp in front of you, or turn towards a window.',
  'blown-out': 'Dim the lamp, or move out of the direct light.',
  backlit: 'Draw the curtain, or turn so that the light is in front of you.',
  'out-of-focus': 'Wipe the lens, or wait until the camera has focused.',
  'lens-covered': 'Something may be covering the lens: a shutter, a sticker, a finger.',
  'black-picture': 'Open the camera’s cover, or look for its switch.',
  'nobody-there': 'Sit in front of the camera and try again.',
  'head-cut-off': 'Tilt the screen or camera up a little.',
  'too-far': 'Move closer to the camera.',
  'off-centre': 'Move to the middle, or turn the camera.',
});

const words = says('look-phrases', {
  read: 'Text can be read behind you: “{words}”',
  place:
    'It’s {place, select, topleft {at the top left} topmiddle {at the top} topright {at the top right} middleleft {on the left} middleright {on the right} bottomleft {at the bottom left} bottommiddle {at the bottom} bottomright {at the bottom right} other {in the middle}}.',
  unclear: '{parts}: couldn’t tell. {reason}',
  late: '{parts}: ran out of time; try again.',
  unlooked: '{parts}: not looked at. {reason}',
  things: '{n, plural, one {# thing} other {# things}} to look at',
  nothing: 'Nothing stood out',
  nothingToldOfAll: 'Nothing stood out, but not everything could be told',
});

/** What was noticed, in one sentence, and what to do. */
export const sentenceOf = ({ kind, words: read }: Observation): Sentence => ({
  title:
    kind === 'text' && read !== undefined && read.trim() !== ''
      ? words.read({ words: quote(shortened(read)) })
      : noticed[kind],
  advice: advice[kind],
});

const third = (share: number, names: readonly [string, string, string]): string =>
  names[Math.min(2, Math.floor(share * 3)) as 0 | 1 | 2];

/** "It’s at the top left.": as seen on the screen, mirrored or not. */
export const placeOf = (box: Box, mirrored: boolean): string => {
  const across = box.x + box.width / 2;
  const side = third(mirrored ? 1 - across : across, ['left', 'middle', 'right']);
  const height = third(box.y + box.height / 2, ['top', 'middle', 'bottom']);
  return words.place({ place: `${height}${side}` });
};

const partNames: Readonly<Record<ExaminationPart, Message>> = messages('look-part', {
  light: 'Light and lens',
  focus: 'Sharpness',
  framing: 'Where you are in the picture',
  people: 'Other people',
  screens: 'Screens',
  movement: 'Movement',
  text: 'Text',
});

type Outcomes = Readonly<Partial<Record<ExaminationPart, PartOutcome>>>;

/** How it is said of some parts that nothing could be told; null when there is nothing to say. */
const outcomeWords = (outcome: PartOutcome): ((parts: Value) => string) | null => {
  switch (outcome.state) {
    case 'finished': {
      const { unclear } = outcome;
      return unclear === undefined ? null : (parts) => words.unclear({ parts, reason: unclear });
    }
    case 'not-finished':
      return (parts) => words.late({ parts });
    case 'not-available':
      return (parts) => words.unlooked({ parts, reason: outcome.reason });
    case 'not-asked':
      return null;
  }
};

/** What could not be told, a line for each reason. A part that noticed something has told. */
export const unclearPhrase = (outcomes: Outcomes, observations: readonly Observation[]): readonly string[] => {
  const told = new Set(observations.map(({ kind }) => partOfKind[kind]));
  const lines = new Map<string, { readonly say: (parts: Value) => string; readonly parts: readonly Message[] }>();
  for (const part of examinationParts) {
    const outcome = outcomes[part];
    const say =
      outcome === undefined || (outcome.state === 'finished' && told.has(part)) ? null : outcomeWords(outcome);
    const key = JSON.stringify(outcome);
    if (say !== null) lines.set(key, { say, parts: [...(lines.get(key)?.parts ?? []), partNames[part]] });
  }
  return [...lines.values()].map(({ say, parts }) => say(list(parts, 'comma')));
};

/** The heading of what was noticed. "Nothing" only stands where everything could be told. */
export const headlineOf = (observations: readonly Observation[], untold: readonly string[]): string => {
  if (observations.length > 0) return words.things({ n: observations.length });
  return untold.length === 0 ? words.nothing : words.nothingToldOfAll;
};
