/** Owns the check "is something moving behind the person", on what the camera view measured. */
import { messages, titles } from '../../messages/messages.ts';
import { defineLookCheck } from '../define-camera-check.ts';

const title = titles('camera-movement', {
  notDone: 'Movement behind you: not checked yet',
  fine: 'Nothing is moving behind you',
  unknown: 'Couldn’t check for movement behind you',
  movement: 'Something is moving behind you',
});

const words = messages('camera-movement', {
  question: 'Is something moving behind you?',
  wanted: 'a still background',
  why: 'Movement is distracting, and may be someone walking in.',
  remedy: 'Keep it still',
  step1: 'Close the door, or stop what moves.',
  step2: 'Or turn on a blurred background in your meeting app.',
  step3: 'Look again.',
});

export const cameraMovement = defineLookCheck({
  part: 'movement',
  words,
  titles: title,
  remedies: { still: { label: words.remedy, steps: [words.step1, words.step2, words.step3] } },
});
