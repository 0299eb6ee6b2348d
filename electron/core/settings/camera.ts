/** Owns the settings of the camera view: the organisation's rules and background, and how long the camera stays on. */
import { messages } from '../messages/messages.ts';
import { file, flag, integerKey, text } from '../policy/policy.ts';
import { defineSettings } from './area.ts';

/** Letters of an image given as data: about 190 kB of picture, because the policy is read before each run. */
const MOST_IMAGE_LETTERS = 262_144;

const words = messages('settings.camera', {
  title: 'Camera',
  about:
    'When the camera is opened, what is looked at, and how long it stays on. The light beside your camera shows it.',
  rules: 'Rules shown beside the picture',
  backgroundFile: 'Background picture',
  showAtStart: 'Show my camera when Greenroom opens',
  examination: 'Offer to look at my background',
  idleMinutes: 'Turn the camera off by itself after',
});

const describe = messages('policy.camera', {
  rules: 'The organisation’s rules for the background at home, shown beside the picture.',
  backgroundFile:
    'The organisation’s background: a PNG, JPEG or WebP file, at least 1280 × 720, wider than high. It lies on the computer’s own disk: a share (\\\\server) is never asked.',
  backgroundData: 'The same background as base64 text, where no file can be named; the file goes first.',
  showAtStart: 'Whether the camera is opened, and its picture shown, with the window.',
  examination: 'Whether a person may have the background examined for text, people and light.',
  idleMinutes: 'The camera is switched off after this time without any action.',
});

export const cameraSettings = defineSettings({
  id: 'camera',
  title: words.title,
  describe: words.about,
  policy: {
    rules: text(2000, describe.rules),
    backgroundFile: file('background picture', describe.backgroundFile),
    backgroundData: text(MOST_IMAGE_LETTERS, describe.backgroundData),
    showAtStart: flag(false, describe.showAtStart),
    examination: flag(true, describe.examination),
    idleMinutes: integerKey(5, 'minutes', 1, 120, describe.idleMinutes),
  },
  // The window shows the picture from its own address.
  serverOnly: { backgroundData: true },
  words: {
    rules: { label: words.rules },
    backgroundFile: { label: words.backgroundFile },
    showAtStart: { label: words.showAtStart },
    examination: { label: words.examination },
    idleMinutes: { label: words.idleMinutes },
  },
});
