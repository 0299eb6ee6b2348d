/** Owns the check "is the light good, and the lens free", on what the camera view measured. */
import { defineCheck } from '../check.ts';
import { checkOfPart, judgeLook, lookPolicy, lookReads } from './camera-look.ts';

const unknownTitle = 'Could not tell whether the light is good';
const why = 'In bad light, or with the lens covered, the others cannot see you.';

export const cameraLight = defineCheck({
  id: checkOfPart.light,
  group: 'camera',
  question: 'Is the light good, and the lens free?',
  unknownTitle,
  why,
  reads: lookReads,
  needs: ['cameraLook'],
  importance: 'advised',
  policy: lookPolicy,
  remedies: {
    light: {
      label: 'Put it right',
      steps: [
        'Open the camera’s cover, and wipe its lens.',
        'Put the light in front of you; draw the curtain behind you.',
        'Look again.',
      ],
    },
  },
  judge: ({ facts, ...rest }) => [
    judgeLook(
      { look: facts.cameraLook.value, ...rest },
      {
        part: 'light',
        fine: 'The light is good',
        unknownTitle,
        wanted: 'light from the front, and a free lens',
        why,
        remedies: ['light'],
        titles: {
          'black-picture': 'The camera’s picture is black',
          'lens-covered': 'Something may be covering the lens',
          'too-dark': 'It is dark',
          'blown-out': 'The picture is too bright',
          backlit: 'A bright window or lamp is right behind you',
        },
      },
    ),
  ],
});
