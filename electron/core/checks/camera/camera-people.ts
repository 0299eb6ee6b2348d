/** Owns the check "is somebody else in view", on what the camera view measured. */
import { defineLookCheck } from '../define-camera-check.ts';

export const cameraPeople = defineLookCheck({
  part: 'people',
  question: 'Is somebody else in view?',
  whether: 'somebody else is in view',
  notDone: 'People behind you: not checked yet',
  fine: 'Nobody else was seen',
  wanted: 'nobody but you in the picture',
  why: 'Others may hear and see what is meant for you alone, and may not wish to be seen.',
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
  titles: {
    person: 'Someone else, or a picture of a person, may be in view',
  },
});
