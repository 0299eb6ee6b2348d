/** Owns the check "is the person well in the picture", on what the camera view measured. */
import { messages, titles } from '../../messages/messages.ts';
import { defineLookCheck } from '../define-camera-check.ts';

const title = titles('camera-framing', {
  notDone: 'Framing: not checked yet',
  fine: 'You’re well in the picture',
  unknown: 'Couldn’t check how you’re framed',
  'nobody-there': 'Nobody is in the picture',
  'head-cut-off': 'The top of your head is cut off',
  'too-far': 'You’re too small in the picture',
  'off-centre': 'You’re off to the side',
});

const words = messages('camera-framing', {
  question: 'Are you well in the picture?',
  wanted: 'all of you, near the middle',
  why: 'Cut off, at the side or far away, you’re harder to follow.',
  remedy: 'Adjust the camera',
  step1: 'Put the camera at eye level, an arm’s length away.',
  step2: 'Turn it until you’re in the middle.',
  step3: 'Look again.',
});

export const cameraFraming = defineLookCheck({
  part: 'framing',
  words,
  titles: title,
  remedies: { frame: { label: words.remedy, steps: [words.step1, words.step2, words.step3] } },
});
