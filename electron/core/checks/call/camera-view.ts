/** Owns the check "does the camera give a picture", by what came of opening it in the camera view. */

import type { CameraOutcome } from '../../camera/camera-view.ts';
import { integerKey } from '../../policy/policy.ts';
import { count } from '../../text/phrases.ts';
import { defineCheck } from '../define-check.ts';

const why = 'Without a picture from the camera, others hear you and do not see you.';

type Trouble = Exclude<CameraOutcome, 'works'>;

const titles: Readonly<Record<Trouble, string>> = {
  none: 'No camera was found',
  refused: 'Your system blocks the camera',
  busy: 'Another program has your camera',
};

const founds: Readonly<Record<Trouble, string>> = {
  none: 'This computer showed no camera.',
  refused: 'The system did not let Greenroom open the camera.',
  busy: 'The camera is there, but could not be opened.',
};

const READS =
  'What came of it when you last showed your camera; without a camera, whether this is a virtual computer (systeminformation)';

export const cameraView = defineCheck({
  id: 'camera-view',
  area: 'call',
  when: 'before-call',
  question: 'Does the camera give a picture?',
  unknownTitle: 'Couldn’t check whether the camera works',
  why,
  reads: { linux: READS, darwin: READS, win32: READS },
  needs: ['cameraView'],
  uses: ['computer'],
  policy: {
    maxAgeHours: integerKey(8, 'hours', 1, 720, 'After this time the camera has to be shown once more.'),
  },
  remedies: {
    none: {
      label: 'Connect a camera',
      minutes: 2,
      steps: [
        'Plug the camera in, or open the cover of the one that is built in.',
        'Look for a key with a camera on it: it may switch the camera off.',
        'Show your camera once more. You can join without one, too.',
      ],
    },
    'join-here': {
      label: 'Join on the computer in front of you',
      minutes: 2,
      steps: [
        'Open the meeting on the computer that the camera is plugged into.',
        'Or let this one have the camera: it can be passed on in the settings of the session or the virtual machine.',
      ],
    },
    'refused-windows': {
      label: 'Open camera permissions',
      minutes: 2,
      steps: ['Turn on Camera access, and let desktop apps use the camera.', 'Show your camera once more.'],
      link: 'ms-settings:privacy-webcam',
    },
    'refused-macos': {
      label: 'Open camera permissions',
      minutes: 2,
      steps: ['Turn on the switch beside Greenroom.', 'Quit Greenroom and open it again.'],
      link: 'x-apple.systempreferences:com.apple.preference.security?Privacy_Camera',
    },
    'refused-linux': {
      label: 'Allow it in the settings',
      minutes: 2,
      steps: ['Open your desktop’s privacy settings and turn the camera on.', 'Show your camera once more.'],
    },
    busy: {
      label: 'Close the other program',
      minutes: 2,
      steps: ['Quit the program that uses the camera, also from the tray.', 'Show your camera once more.'],
    },
  },
  judge: ({ facts, policy, platform, now }) => {
    const view = facts.cameraView.value;
    const title = 'Camera: not shown yet';
    if (view === 'not-opened') return [{ state: 'not-done', title, reason: 'Show your camera to see that it works.' }];
    if (Date.parse(now) - Date.parse(view.at) > policy.maxAgeHours * 3_600_000) {
      const reason = `You last showed it more than ${count(policy.maxAgeHours, 'hour')} ago.`;
      return [{ state: 'not-done', title, reason }];
    }
    const { outcome } = view;
    const wanted = 'a camera that gives a picture';
    if (outcome === 'works') return [{ state: 'pass', title: 'The camera works', found: 'It gave a picture.', wanted }];
    const refused = ({ linux: 'refused-linux', darwin: 'refused-macos', win32: 'refused-windows' } as const)[platform];
    const computer = facts.computer.state === 'known' ? facts.computer.value : null;
    if (outcome === 'none' && computer !== null && (computer.virtualMachine !== null || computer.remoteSession)) {
      const found = computer.remoteSession
        ? 'You work on another computer from afar, and the session passes no camera on.'
        : 'This is a virtual computer, and the camera is not passed on to it.';
      return [{ state: 'caution', title: 'The camera is not passed on', found, wanted, why, remedies: ['join-here'] }];
    }
    const remedy = outcome === 'refused' ? refused : outcome;
    return [{ state: 'caution', title: titles[outcome], found: founds[outcome], wanted, why, remedies: [remedy] }];
  },
});
