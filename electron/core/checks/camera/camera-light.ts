/** Owns the check "is the light good, and the lens free", on what the camera view measured. */
import { defineLookCheck } from '../define-camera-check.ts';

export const cameraLight = defineLookCheck({
  part: 'light',
  question: 'Is the light good, and the lens free?',
  whether: 'the light is good',
  notDone: 'Light: not checked yet',
  fine: 'The light is good',
  wanted: 'light from the front, and a free lens',
  why: 'In bad light, or with the lens covered, the others cannot see you.',
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
  titles: {
    'black-picture': 'The camera’s picture is black',
    'lens-covered': 'Something may be covering the lens',
    'too-dark': 'It is dark',
    'blown-out': 'The picture is too bright',
    backlit: 'A bright window or lamp is right behind you',
  },
});
