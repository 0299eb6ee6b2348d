/** Owns the check "is the person well in the picture", on what the camera view measured. */
import { defineLookCheck } from '../define-camera-check.ts';

export const cameraFraming = defineLookCheck({
  part: 'framing',
  question: 'Are you well in the picture?',
  whether: 'you are well in the picture',
  notDone: 'Framing: not checked yet',
  fine: 'You are well in the picture',
  wanted: 'you, whole and near the middle',
  why: 'Cut off, at the side or far away, you are harder to follow.',
  remedies: {
    frame: {
      label: 'Set the camera',
      steps: [
        'Put the camera at the height of your eyes, an arm’s length away.',
        'Turn it until you are in the middle.',
        'Look again.',
      ],
    },
  },
  titles: {
    'nobody-there': 'Nobody was found in the picture',
    'head-cut-off': 'Your head is cut off at the top',
    'too-far': 'You are small in the picture',
    'off-centre': 'You are at the side of the picture',
  },
});
