/** Owns the check "can text be read behind the person", on what the camera view measured. */
import { defineCheck } from '../check.ts';
import { checkOfPart, judgeLook, lookPolicy, lookReads } from './camera-look.ts';

const unknownTitle = 'Could not tell whether text can be read behind you';
const why = 'Names, figures and passwords on a wall are read by everybody in the call, and stay in its recording.';

export const cameraText = defineCheck({
  id: checkOfPart.text,
  group: 'camera',
  question: 'Can text be read behind you?',
  unknownTitle,
  why,
  reads: lookReads,
  needs: ['cameraLook'],
  importance: 'advised',
  policy: lookPolicy,
  remedies: {
    'hide-text': {
      label: 'Hide it',
      steps: [
        'Take it down, turn it round, or turn your camera.',
        'Or switch on a blurred background in your meeting app.',
        'Look again.',
      ],
    },
  },
  judge: ({ facts, ...rest }) => [
    judgeLook(
      { look: facts.cameraLook.value, ...rest },
      {
        part: 'text',
        fine: 'No text was read behind you',
        unknownTitle,
        wanted: 'no readable text in the background',
        why,
        remedies: ['hide-text'],
        titles: {
          text: 'Text can be read behind you',
        },
      },
    ),
  ],
});
