/** Owns the check "can a screen be seen behind the person", on what the camera view measured. */
import { defineCheck } from '../check.ts';
import { checkOfPart, judgeLook, lookPolicy, lookReads } from './camera-look.ts';

const unknownTitle = 'Could not tell whether a screen can be seen behind you';
const why = 'What a screen shows can be read in the call, and stays in its recording.';

export const cameraScreens = defineCheck({
  id: checkOfPart.screens,
  group: 'camera',
  question: 'Can a screen be seen behind you?',
  unknownTitle,
  why,
  reads: lookReads,
  needs: ['cameraLook'],
  importance: 'advised',
  policy: lookPolicy,
  remedies: {
    'hide-screen': {
      label: 'Hide the screen',
      steps: ['Switch it off, turn it away, or turn your camera.', 'Look again.'],
    },
  },
  judge: ({ facts, ...rest }) => [
    judgeLook(
      { look: facts.cameraLook.value, ...rest },
      {
        part: 'screens',
        fine: 'No screen was seen behind you',
        unknownTitle,
        wanted: 'no screen in the background',
        why,
        remedies: ['hide-screen'],
        titles: {
          screen: 'A screen can be seen behind you',
        },
      },
    ),
  ],
});
