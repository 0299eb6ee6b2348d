/** Owns the check "is the picture sharp", on what the camera view measured. */
import { messages, titles } from '../../messages/messages.ts';
import { defineLookCheck } from '../define-camera-check.ts';

const title = titles('camera-focus', {
  notDone: 'Sharpness: not checked yet',
  fine: 'Your picture is sharp',
  unknown: 'Couldn’t check whether your picture is sharp',
  'out-of-focus': 'Your picture is blurry',
});

const words = messages('camera-focus', {
  question: 'Is the picture sharp?',
  wanted: 'a sharp picture',
  why: 'A blurry picture is tiring to look at. Usually the lens only needs a wipe.',
  remedy: 'Make it sharp',
  step1: 'Wipe the lens with a soft cloth.',
  step2: 'Wait until the camera has focused, or move back a little.',
  step3: 'Look again.',
});

export const cameraFocus = defineLookCheck({
  part: 'focus',
  words,
  titles: title,
  remedies: { sharpen: { label: words.remedy, steps: [words.step1, words.step2, words.step3] } },
});
