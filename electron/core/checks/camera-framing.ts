/** Owns the check "is the person well in the picture", on what the camera view measured. */
import { defineCheck } from '../check.ts';
import { checkOfPart, judgeLook, lookPolicy, lookReads } from './camera-look.ts';

const unknownTitle = 'Could not tell whether you are well in the picture';
const why = 'Cut off, at the side or far away, you are harder to follow.';

export const cameraFraming = defineCheck({
  id: checkOfPart.framing,
  group: 'camera',
  question: 'Are you well in the picture?',
  unknownTitle,
  why,
  reads: lookReads,
  needs: ['cameraLook'],
  importance: 'advised',
  policy: lookPolicy,
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
  judge: ({ facts, ...rest }) => [
    judgeLook(
      { look: facts.cameraLook.value, ...rest },
      {
        part: 'framing',
        fine: 'You are well in the picture',
        unknownTitle,
        wanted: 'you, whole and near the middle',
        why,
        remedies: ['frame'],
        titles: {
          'nobody-there': 'Nobody was found in the picture',
          'head-cut-off': 'Your head is cut off at the top',
          'too-far': 'You are small in the picture',
          'off-centre': 'You are at the side of the picture',
        },
      },
    ),
  ],
});
