/** Owns the check "is the picture sharp", on what the camera view measured. */
import { defineLookCheck } from '../define-camera-check.ts';

export const cameraFocus = defineLookCheck({
  part: 'focus',
  question: 'Is the picture sharp?',
  whether: 'the picture is sharp',
  notDone: 'Sharpness: not checked yet',
  fine: 'The picture is sharp',
  wanted: 'a sharp picture',
  why: 'A soft picture tires those who look at it; most often the lens only needs a wipe.',
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
  titles: {
    'out-of-focus': 'The picture is soft',
  },
});
