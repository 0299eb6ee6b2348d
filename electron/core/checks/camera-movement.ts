/** Owns the check "is something moving behind the person", on what the camera view measured. */
import { defineCheck } from '../check.ts';
import { checkOfPart, judgeLook, lookPolicy, lookReads } from './camera-look.ts';

const unknownTitle = 'Could not tell whether something is moving behind you';
const why = 'Movement draws the eye away from you, and may be somebody who comes in.';

export const cameraMovement = defineCheck({
  id: checkOfPart.movement,
  group: 'camera',
  question: 'Is something moving behind you?',
  unknownTitle,
  why,
  reads: lookReads,
  needs: ['cameraLook'],
  importance: 'advised',
  policy: lookPolicy,
  remedies: {
    still: {
      label: 'Keep it still',
      steps: [
        'Close the door, or stop what moves.',
        'Or switch on a blurred background in your meeting app.',
        'Look again.',
      ],
    },
  },
  judge: ({ facts, ...rest }) => [
    judgeLook(
      { look: facts.cameraLook.value, ...rest },
      {
        part: 'movement',
        fine: 'Nothing was moving behind you',
        unknownTitle,
        wanted: 'a still background',
        why,
        remedies: ['still'],
        titles: {
          movement: 'Something is moving behind you',
        },
      },
    ),
  ],
});
