/** Owns the check "which program holds the camera now". */

import { list } from '../../policy/policy.ts';
import { defineCheck } from '../define-check.ts';
import { judgeDeviceUse } from './device-use.ts';

const why = 'Whatever holds the camera sees you now, and may keep it from your meeting app.';

const close = ['Quit the program, also from the tray or the menu bar, if it should not see you now.', 'Check again.'];

export const cameraInUse = defineCheck({
  id: 'camera-in-use',
  area: 'call',
  when: 'before-call',
  question: 'Is another program using the camera?',
  unknownTitle: 'Could not tell whether another program is using the camera',
  why,
  reads: {
    linux: 'Which programs have a camera open, as far as this account may see, and PipeWire’s streams',
    darwin: 'What keeps this Mac awake: macOS names the camera there, but not the program',
    win32: 'Windows’ own record of which programs use the camera, and the programs that run',
  },
  needs: ['cameraUse'],
  policy: {
    allowedPrograms: list('program names', 'Programs that may hold the camera at any time, such as a virtual camera.'),
  },
  remedies: {
    'close-page': {
      label: 'Look for the page',
      minutes: 2,
      steps: ['Look for a tab with a camera or a red dot on it.', 'Close it, unless it is your meeting.'],
    },
    'see-win32': {
      label: 'See which program it is',
      minutes: 2,
      steps: ['Look for a program that is “Currently in use”.', ...close],
      link: 'ms-settings:privacy-webcam',
    },
    'see-darwin': {
      label: 'See which program it is',
      minutes: 2,
      steps: [
        'Look at the green dot in the menu bar, and open Control Centre: it names the program.',
        'The settings list every program that may use the camera.',
        ...close,
      ],
      link: 'x-apple.systempreferences:com.apple.preference.security?Privacy_Camera',
    },
    'see-linux': { label: 'Close the program', steps: close },
  },
  judge: ({ facts, policy, platform, catalogue }) => {
    const see = `see-${platform}` as const;
    return [
      judgeDeviceUse(facts.cameraUse.value, policy.allowedPrograms, catalogue, {
        device: 'camera',
        why,
        remedies: [see],
        browserRemedies: ['close-page'],
      }),
    ];
  },
});
