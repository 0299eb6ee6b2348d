/** Owns the check "is the picture sharp", on what the camera view measured. */
import { defineCheck } from '../check.ts';
import { checkOfPart, judgeLook, lookPolicy, lookReads } from './camera-look.ts';

const unknownTitle = 'Could not tell whether the picture is sharp';
const why = 'A soft picture tires those who look at it; most often the lens only needs a wipe.';

export const cameraFocus = defineCheck({
  id: checkOfPart.focus,
  group: 'camera',
  question: 'Is the picture sharp?',
  unknownTitle,
  why,
  reads: lookReads,
  needs: ['cameraLook'],
  importance: 'advised',
  policy: lookPolicy,
  remedies: {
    sharpen: {
      label: 'Make it sharp',
      steps: [
        'Wipe the lens with a soft cloth.',
        'Wait until the camera has focused, or move back a little.',
        'Look again.',
      ],
    },
  },
  judge: ({ facts, ...rest }) => [
    judgeLook(
      { look: facts.cameraLook.value, ...rest },
      {
        part: 'focus',
        fine: 'The picture is sharp',
        unknownTitle,
        wanted: 'a sharp picture',
        why,
        remedies: ['sharpen'],
        titles: {
          'out-of-focus': 'The picture is soft',
        },
      },
    ),
  ],
});
