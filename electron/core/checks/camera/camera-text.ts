/** Owns the check "can text be read behind the person", on what the camera view measured. */
import { messages, titles } from '../../messages/messages.ts';
import { defineLookCheck } from '../define-camera-check.ts';

const title = titles('camera-text', {
  notDone: 'Text behind you: not checked yet',
  fine: 'No text is readable behind you',
  unknown: 'Couldn’t check for text behind you',
  text: 'Text is readable behind you',
});

const words = messages('camera-text', {
  question: 'Can text be read behind you?',
  wanted: 'no readable text in the background',
  why: 'Everyone in the call can read names, figures and passwords on a wall, and the recording keeps them.',
  remedy: 'Hide it',
  step1: 'Take it down, turn it round, or turn your camera.',
  step2: 'Or turn on a blurred background in your meeting app.',
  step3: 'Look again.',
});

export const cameraText = defineLookCheck({
  part: 'text',
  words,
  titles: title,
  remedies: { 'hide-text': { label: words.remedy, steps: [words.step1, words.step2, words.step3] } },
});
