/** Owns the check "does the camera give a picture", by what came of opening it in the camera view. */

import type { CameraOutcome } from '../../camera/camera-view.ts';
import { messages, titles } from '../../messages/messages.ts';
import { measure } from '../../messages/value.ts';
import { integerKey, shownAudienceKey } from '../../policy/policy.ts';
import { defineCheck } from '../define-check.ts';

type Trouble = Exclude<CameraOutcome, 'works'>;

const title = titles('camera-view', {
  works: 'Your camera works',
  notShown: 'Your camera hasn’t been tried yet',
  unknown: 'Couldn’t check whether your camera works',
});

const troubles = titles('camera-view', {
  none: 'No camera found',
  refused: 'Your system blocks the camera',
  busy: 'Another program has your camera',
  elsewhere: 'Your camera isn’t passed on to this computer',
});

const founds = messages('camera-view', {
  none: 'This computer showed no camera.',
  refused: 'The system didn’t let Greenroom open the camera.',
  busy: 'The camera is there, but couldn’t be opened.',
  session: 'You’re working on this computer from another, and the session doesn’t pass the camera on.',
  virtual: 'This is a virtual computer, and the camera isn’t passed on to it.',
});

const words = messages('camera-view', {
  question: 'Does your camera give a picture?',
  why: 'Without a picture, others hear you but can’t see you.',
  reads:
    'What came of it when you last showed your camera; without a camera, whether this is a virtual computer (systeminformation) or a remote session',
  show: 'Show your camera to see that it works.',
  old: 'You last showed it more than {age} ago.',
  gave: 'It gave a picture.',
  wanted: 'a camera that gives a picture',
  connect: 'Connect a camera',
  plugIn: 'Plug the camera in, or open the cover of the built-in one.',
  key: 'Look for a key with a camera on it: it may turn the camera off.',
  again: 'Show your camera again.',
  without: 'You can also join without one.',
  joinHere: 'Join on the computer in front of you',
  joinThere: 'Open the meeting on the computer that the camera is plugged into.',
  passOn: 'Or pass the camera on, in the settings of the session or the virtual machine.',
  openPermissions: 'Open camera permissions',
  allowWin32: 'Turn on Camera access, and let desktop apps use the camera.',
  allowDarwin: 'Turn on the switch beside Greenroom.',
  reopen: 'Quit Greenroom and open it again.',
  allow: 'Allow it in the settings',
  allowLinux: 'Open your desktop’s privacy settings and turn the camera on.',
  closeOther: 'Close the other program',
  quit: 'Quit the program that has the camera. Look in the tray too.',
});

const describe = messages('policy.camera-view', {
  maxAgeHours: 'After this time the camera has to be shown once more.',
});

export const cameraView = defineCheck({
  id: 'camera-view',
  area: 'call',
  when: 'before-call',
  question: words.question,
  unknownTitle: title.unknown,
  why: words.why,
  reads: { linux: words.reads, darwin: words.reads, win32: words.reads },
  needs: ['cameraView'],
  uses: ['computer'],
  policy: {
    audience: shownAudienceKey(),
    maxAgeHours: integerKey(8, 'hours', 1, 720, describe.maxAgeHours),
  },
  remedies: {
    none: { label: words.connect, minutes: 2, steps: [words.plugIn, words.key, words.again, words.without] },
    'join-here': { label: words.joinHere, minutes: 2, steps: [words.joinThere, words.passOn] },
    'refused-windows': {
      label: words.openPermissions,
      minutes: 2,
      steps: [words.allowWin32, words.again],
      link: 'ms-settings:privacy-webcam',
    },
    'refused-macos': {
      label: words.openPermissions,
      minutes: 2,
      steps: [words.allowDarwin, words.reopen],
      link: 'x-apple.systempreferences:com.apple.preference.security?Privacy_Camera',
    },
    'refused-linux': { label: words.allow, minutes: 2, steps: [words.allowLinux, words.again] },
    busy: { label: words.closeOther, minutes: 2, steps: [words.quit, words.again] },
  },
  judge: ({ facts, policy, platform, now }) => {
    const view = facts.cameraView.value;
    if (view === 'not-opened') return [{ state: 'not-done', title: title.notShown, reason: words.show }];
    if (Date.parse(now) - Date.parse(view.at) > policy.maxAgeHours * 3_600_000) {
      const reason = words.old({ age: measure(policy.maxAgeHours, 'hour') });
      return [{ state: 'not-done', title: title.notShown, reason }];
    }
    const { outcome } = view;
    const { wanted, why } = words;
    if (outcome === 'works') return [{ state: 'pass', title: title.works, found: words.gave, wanted }];
    const trouble: Trouble = outcome;
    const refused = ({ linux: 'refused-linux', darwin: 'refused-macos', win32: 'refused-windows' } as const)[platform];
    const computer = facts.computer.state === 'known' ? facts.computer.value : null;
    if (trouble === 'none' && computer !== null && (computer.virtualMachine !== null || computer.remoteSession)) {
      const found = computer.remoteSession ? founds.session : founds.virtual;
      return [{ state: 'caution', title: troubles.elsewhere, found, wanted, why, remedies: ['join-here'] }];
    }
    const remedy = trouble === 'refused' ? refused : trouble;
    return [{ state: 'caution', title: troubles[trouble], found: founds[trouble], wanted, why, remedies: [remedy] }];
  },
});
