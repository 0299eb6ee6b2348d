/** Owns the check "may the meeting apps use camera, microphone and screen". */

import type { MediaPermissions } from '../../facts/index.ts';
import { formatList, formatNames } from '../../text/phrases.ts';
import { sanitize } from '../../text/sanitize.ts';
import { defineCheck } from '../define-check.ts';

const why = 'A meeting app that may not use them stays dark or mute, and some must be started anew after you allow it.';

type Device = 'camera' | 'microphone' | 'screen';
const devices: readonly Device[] = ['camera', 'microphone', 'screen'];

type App = MediaPermissions['apps'][number];
const deniedTo = (app: App): readonly Device[] => devices.filter((device) => app[device] === 'denied');

export const cameraPermission = defineCheck({
  id: 'camera-permission',
  area: 'call',
  when: 'before-call',
  question: 'May the meeting apps use the camera and the microphone?',
  unknownTitle: 'Could not tell whether meeting apps may use the camera and the microphone',
  why,
  reads: {
    linux: 'What Flatpak’s permissions say, and GNOME’s switches for camera and microphone; the installed meeting apps',
    darwin: 'The installed meeting apps, and nothing else: macOS shows these permissions to no other program',
    win32:
      'The camera and microphone permissions of Windows, for all programs and for each meeting app; the installed meeting apps',
  },
  needs: ['mediaPermissions'],
  uses: ['installedApps'],
  policy: {},
  remedies: {
    'camera-win32': {
      label: 'Open camera permissions',
      minutes: 2,
      steps: ['Turn on Camera access.', 'Turn it on for the meeting app, or for desktop apps.', 'Start the app anew.'],
      link: 'ms-settings:privacy-webcam',
    },
    'microphone-win32': {
      label: 'Open microphone permissions',
      minutes: 2,
      steps: [
        'Turn on Microphone access.',
        'Turn it on for the meeting app, or for desktop apps.',
        'Start the app anew.',
      ],
      link: 'ms-settings:privacy-microphone',
    },
    'screen-win32': {
      label: 'Open screen permissions',
      minutes: 2,
      steps: ['Turn on screenshots for the meeting app.', 'Start the app anew.'],
      link: 'ms-settings:privacy-graphicscaptureprogrammatic',
    },
    'camera-darwin': {
      label: 'Open camera permissions',
      minutes: 2,
      steps: ['Turn on the switch beside the meeting app.', 'Quit the app and open it again.'],
      link: 'x-apple.systempreferences:com.apple.preference.security?Privacy_Camera',
    },
    'microphone-darwin': {
      label: 'Open microphone permissions',
      minutes: 2,
      steps: ['Turn on the switch beside the meeting app.', 'Quit the app and open it again.'],
      link: 'x-apple.systempreferences:com.apple.preference.security?Privacy_Microphone',
    },
    'screen-darwin': {
      label: 'Open screen recording permissions',
      minutes: 2,
      steps: ['Turn on the switch beside the meeting app.', 'Quit the app and open it again.'],
      link: 'x-apple.systempreferences:com.apple.preference.security?Privacy_ScreenCapture',
    },
    linux: {
      label: 'Allow it in the settings',
      minutes: 2,
      steps: [
        'On GNOME: open Settings, Apps, choose the meeting app and allow camera and microphone.',
        'GNOME’s Privacy settings can turn camera and microphone off altogether: turn them on there.',
        'Start the app anew.',
      ],
    },
  },
  judge: ({ facts, platform, catalogue }) => {
    const { apps: noted, ...master } = facts.mediaPermissions.value;
    const installed = facts.installedApps;
    // Systems keep what was once denied to a program that is long gone.
    const isGone = (app: App): boolean =>
      installed.state === 'known' &&
      installed.value.gaps.length === 0 &&
      !installed.value.apps.some(({ product }) => product === app.product);
    const apps = noted.filter((app) => !isGone(app));
    const nameOf = (id: string): string => catalogue.products.find((product) => product.id === id)?.name ?? id;
    const wanted = 'camera and microphone allowed for the meeting apps';
    const remedyOf = (device: Device) => (platform === 'linux' ? platform : (`${device}-${platform}` as const));
    const remediesOf = (denied: readonly [Device, ...Device[]]) => {
      const [first, ...more] = denied;
      return [remedyOf(first), ...(platform === 'linux' ? [] : more.map(remedyOf))] as const;
    };
    const off = (['camera', 'microphone'] as const).filter((device) => master[device] === 'denied');
    const [firstOff, ...moreOff] = off;
    if (firstOff !== undefined) {
      const what = formatList(off.map((device) => `the ${device}`));
      const title = `Programs may not use ${what}`;
      const found = `The switch for all programs is off for ${what}.`;
      // On Linux the switch is a wish: programs outside the sandbox need not keep to it.
      const state = platform === 'linux' ? 'caution' : 'fail';
      return [{ state, title, found, wanted, why, remedies: remediesOf([firstOff, ...moreOff]) }];
    }
    const denied = apps.filter((app) => deniedTo(app).length > 0);
    const [first, ...more] = devices.filter((device) => apps.some((app) => app[device] === 'denied'));
    if (first !== undefined) {
      const each = denied.map((app) => `${sanitize(nameOf(app.product), 30)} (${formatList(deniedTo(app))})`);
      const title = `Not allowed: ${formatNames(each)}`;
      const found = `Not allowed for ${formatNames(each, 8)}.`;
      // Whoever cannot share the screen is seen and heard.
      const when = first === 'screen' ? 'after-call' : 'before-call';
      return [{ state: 'caution', when, title, found, wanted, why, remedies: remediesOf([first, ...more]) }];
    }
    const unseen = (['camera', 'microphone'] as const).filter(
      (device) => master[device] === null && apps.every((app) => app[device] === null),
    );
    if (unseen.length > 0 && platform === 'linux') {
      const reason = 'Programs that are not sandboxed need no permission on Linux.';
      return [{ state: 'not-applicable', title: 'Meeting apps need no permission here', reason }];
    }
    if (unseen.length > 0) {
      const what = formatList(unseen.map((device) => `the ${device}`));
      const reason = `This system does not show who may use ${what}.`;
      return [{ state: 'unknown', title: `Could not tell whether meeting apps may use ${what}`, reason }];
    }
    const asks = apps.filter((app) => app.camera === 'not-asked' || app.microphone === 'not-asked');
    const title = 'Meeting apps may use the camera and the microphone';
    const found =
      asks.length === 0
        ? 'Nothing is denied.'
        : `Nothing is denied. At first use you will be asked for ${formatNames(
            asks.map((app) => nameOf(app.product)),
            8,
          )}.`;
    return [{ state: 'pass', title, found, wanted }];
  },
});
