/** Owns the check "can a screen be seen behind the person", on what the camera view measured. */
import { messages, titles } from '../../messages/messages.ts';
import { defineLookCheck } from '../define-camera-check.ts';

const title = titles('camera-screens', {
  notDone: 'Screens behind you: not checked',
  fine: 'No screen is visible behind you',
  unknown: 'Couldn’t check for screens behind you',
  screen: 'A screen is visible behind you',
});

const words = messages('camera-screens', {
  question: 'Can a screen be seen behind you?',
  wanted: 'no screen in the background',
  why: 'Others can read what it shows, and the recording keeps it.',
  remedy: 'Hide the screen',
  step1: 'Switch it off, turn it away, or turn your camera.',
  step2: 'Look again.',
});

export const cameraScreens = defineLookCheck({
  part: 'screens',
  words,
  titles: title,
  remedies: { 'hide-screen': { label: words.remedy, steps: [words.step1, words.step2] } },
});
