/** Owns the check "can a screen be seen behind the person", on what the camera view measured. */
import { defineLookCheck } from '../define-camera-check.ts';

export const cameraScreens = defineLookCheck({
  part: 'screens',
  question: 'Can a screen be seen behind you?',
  whether: 'a screen can be seen behind you',
  notDone: 'Screens behind you: not looked for',
  fine: 'No screen was seen behind you',
  wanted: 'no screen in the background',
  why: 'What a screen shows can be read in the call, and stays in its recording.',
  remedies: {
    'hide-screen': {
      label: 'Hide the screen',
      steps: ['Switch it off, turn it away, or turn your camera.', 'Look again.'],
    },
  },
  titles: {
    screen: 'A screen can be seen behind you',
  },
});
