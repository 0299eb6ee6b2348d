/** Owns the check "is something moving behind the person", on what the camera view measured. */
import { defineLookCheck } from '../define-camera-check.ts';

export const cameraMovement = defineLookCheck({
  part: 'movement',
  question: 'Is something moving behind you?',
  whether: 'something is moving behind you',
  notDone: 'Movement behind you: not checked yet',
  fine: 'Nothing was moving behind you',
  wanted: 'a still background',
  why: 'Movement draws the eye away from you, and may be somebody who comes in.',
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
  titles: {
    movement: 'Something is moving behind you',
  },
});
