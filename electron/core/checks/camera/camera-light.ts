/** Owns the check "is the light good, and the lens free", on what the camera view measured. */
import { messages, titles } from '../../messages/messages.ts';
import { defineLookCheck } from '../define-camera-check.ts';

const title = titles('camera-light', {
  notDone: 'Light: not checked yet',
  fine: 'The light is good',
  unknown: 'Couldn’t check the light',
  'black-picture': 'Your camera’s picture is black',
  'lens-covered': 'Something may be covering the lens',
  'too-dark': 'Your picture is too dark',
  'blown-out': 'Your picture is too bright',
  backlit: 'There’s a bright light behind you',
});

const words = messages('camera-light', {
  question: 'Is the light good, and the lens clear?',
  wanted: 'light from the front, and a clear lens',
  why: 'In bad light, or with the lens covered, others can’t see you.',
  remedy: 'Improve the light',
  step1: 'Open the camera’s cover, and wipe its lens.',
  step2: 'Put the light in front of you, and close the curtain behind you.',
  step3: 'Look again.',
});

export const cameraLight = defineLookCheck({
  part: 'light',
  words,
  titles: title,
  remedies: { light: { label: words.remedy, steps: [words.step1, words.step2, words.step3] } },
});
