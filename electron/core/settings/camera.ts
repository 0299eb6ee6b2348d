/** Owns the settings of the camera view: the organisation's rules and background, and how long the camera stays on. */
import { file, flag, integerKey, text } from '../policy/policy.ts';
import { defineSettings } from './area.ts';

/** Letters of an image given as data: about 190 kB of picture, because the policy is read before each run. */
const MOST_IMAGE_LETTERS = 262_144;

export const cameraSettings = defineSettings({
  id: 'camera',
  title: 'Camera',
  describe: 'What is shown beside the camera’s picture, and how long the camera stays on.',
  policy: {
    rules: text(2000, 'The organisation’s rules for the background at home, shown beside the picture.'),
    backgroundFile: file(
      'background picture',
      'The organisation’s background: a PNG, JPEG or WebP file, at least 1280 × 720, wider than high. It lies on the computer’s own disk: a share (\\\\server) is never asked.',
    ),
    backgroundData: text(
      MOST_IMAGE_LETTERS,
      'The same background as base64 text, where no file can be named; the file goes first.',
    ),
    examination: flag(true, 'Whether a person may have the background examined for text, people and light.'),
    idleMinutes: integerKey(5, 'minutes', 1, 120, 'The camera is switched off after this time without any action.'),
  },
  // The window shows the picture from its own address.
  serverOnly: { backgroundData: true },
  words: {
    rules: { label: 'Rules shown beside the picture' },
    backgroundFile: { label: 'Background picture' },
    examination: { label: 'Offer to look at my background' },
    idleMinutes: { label: 'Switch the camera off after' },
  },
});
