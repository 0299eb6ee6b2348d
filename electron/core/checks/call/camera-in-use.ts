/** Owns the check "which program holds the camera now". */

import { messages } from '../../messages/messages.ts';
import { list } from '../../policy/policy.ts';
import { defineCheck } from '../define-check.ts';
import { judgeDeviceUse, unknownUse } from './device-use.ts';

const words = messages('camera-in-use', {
  question: 'Is another program using your camera?',
  why: 'Another program has your camera: it may be watching, and your meeting may not get it.',
  readsLinux: 'Which programs have a camera open, as far as this account may see, and PipeWire’s streams',
  readsDarwin: 'What keeps this Mac awake: macOS names the camera there, but not the program',
  readsWin32: 'Windows’ own record of which programs use the camera, and the programs that run',
  quit: 'Quit the program if it shouldn’t see you now. Look in the tray or menu bar too.',
  again: 'Check again.',
  findPage: 'Find the page',
  findTab: 'Look for a tab with a camera or a red dot on it.',
  closeTab: 'Close it, unless it’s your meeting.',
  find: 'See which program it is',
  findWin32: 'Look for a program marked “Currently in use”.',
  findDarwin: 'Look for the green dot in the menu bar and open Control Centre: it names the program.',
  listDarwin: 'The settings list every program that may use the camera.',
  close: 'Close the program',
});

const close = [words.quit, words.again];

const describe = messages('policy.camera-in-use', {
  allowedPrograms: 'Programs that may hold the camera at any time, such as a virtual camera.',
});

export const cameraInUse = defineCheck({
  id: 'camera-in-use',
  area: 'call',
  when: 'before-call',
  question: words.question,
  unknownTitle: unknownUse('camera'),
  why: words.why,
  reads: { linux: words.readsLinux, darwin: words.readsDarwin, win32: words.readsWin32 },
  needs: ['cameraUse'],
  policy: {
    allowedPrograms: list('programs', describe.allowedPrograms),
  },
  remedies: {
    'close-page': { label: words.findPage, minutes: 2, steps: [words.findTab, words.closeTab] },
    'see-win32': {
      label: words.find,
      minutes: 2,
      steps: [words.findWin32, ...close],
      link: 'ms-settings:privacy-webcam',
    },
    'see-darwin': {
      label: words.find,
      minutes: 2,
      steps: [words.findDarwin, words.listDarwin, ...close],
      link: 'x-apple.systempreferences:com.apple.preference.security?Privacy_Camera',
    },
    'see-linux': { label: words.close, steps: close },
  },
  judge: ({ facts, policy, platform, catalogue }) => {
    const see = `see-${platform}` as const;
    return [
      judgeDeviceUse(facts.cameraUse.value, policy.allowedPrograms, catalogue, {
        device: 'camera',
        why: words.why,
        remedies: [see],
        browserRemedies: ['close-page'],
      }),
    ];
  },
});
