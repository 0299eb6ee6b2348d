/** Owns the check "can text be read behind the person", on what the camera view measured. */
import { defineLookCheck } from '../define-camera-check.ts';

export const cameraText = defineLookCheck({
  part: 'text',
  question: 'Can text be read behind you?',
  whether: 'text can be read behind you',
  notDone: 'Text behind you: not checked yet',
  fine: 'No text was read behind you',
  wanted: 'no readable text in the background',
  why: 'Names, figures and passwords on a wall are read by everybody in the call, and stay in its recording.',
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
  titles: {
    text: 'Text can be read behind you',
  },
});
