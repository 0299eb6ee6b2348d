/** Owns the check "is somebody else in view", on what the camera view measured. */
import { defineCheck } from '../check.ts';
import { checkOfPart, judgeLook, lookPolicy, lookReads } from './camera-look.ts';

const unknownTitle = 'Could not tell whether somebody else is in view';
const why = 'Others may hear and see what is meant for you alone, and may not wish to be seen.';

export const cameraPeople = defineCheck({
  id: checkOfPart.people,
  group: 'camera',
  question: 'Is somebody else in view?',
  unknownTitle,
  why,
  reads: lookReads,
  needs: ['cameraLook'],
  importance: 'advised',
  policy: lookPolicy,
  remedies: {
    alone: {
      label: 'Be alone in the picture',
      steps: [
        'Ask them to step aside, or turn your camera.',
        'Or switch on a blurred background in your meeting app.',
        'Look again.',
      ],
    },
  },
  judge: ({ facts, ...rest }) => [
    judgeLook(
      { look: facts.cameraLook.value, ...rest },
      {
        part: 'people',
        fine: 'Nobody else was seen',
        unknownTitle,
        wanted: 'nobody but you in the picture',
        why,
        remedies: ['alone'],
        titles: {
          person: 'Someone else, or a picture of a person, may be in view',
        },
      },
    ),
  ],
});
