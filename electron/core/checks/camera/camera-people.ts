/** Owns the check "is somebody else in view", on what the camera view measured. */
import { messages, titles } from '../../messages/messages.ts';
import { defineLookCheck } from '../define-camera-check.ts';

const title = titles('camera-people', {
  notDone: 'People behind you: not checked yet',
  fine: 'Nobody else is in view',
  unknown: 'Couldn’t check whether someone else is in view',
  person: 'Someone else may be in view',
});

const words = messages('camera-people', {
  question: 'Is somebody else in view?',
  wanted: 'nobody but you in the picture',
  why: 'They can hear and see what’s meant for you alone, and may not want to be seen. It may also be a picture.',
  remedy: 'Be alone in the picture',
  step1: 'Ask them to step aside, or turn your camera.',
  step2: 'Or turn on a blurred background in your meeting app.',
  step3: 'Look again.',
});

export const cameraPeople = defineLookCheck({
  part: 'people',
  words,
  titles: title,
  remedies: { alone: { label: words.remedy, steps: [words.step1, words.step2, words.step3] } },
});
