/** Owns the check "may the meeting apps use camera, microphone and screen". */

import type { MediaPermissions } from '../../facts/index.ts';
import { messages, sentences, titles } from '../../messages/messages.ts';
import { firstOf } from '../../messages/names.ts';
import { list, product } from '../../messages/value.ts';
import { defineCheck } from '../define-check.ts';

type Device = 'camera' | 'microphone' | 'screen';
const devices: readonly Device[] = ['camera', 'microphone', 'screen'];

type App = MediaPermissions['apps'][number];
const deniedTo = (app: App): readonly Device[] => devices.filter((device) => app[device] === 'denied');

const title = titles('camera-permission', {
  off: 'Apps aren’t allowed to use {devices}',
  desktop: 'Desktop apps can’t use {devices}',
  denied: '{apps} can’t use {devices}',
  unneeded: 'Meeting apps need no permission here',
  allowed: 'Meeting apps can use camera and microphone',
  unknown: 'Couldn’t check camera and microphone permissions',
});

const deviceWords = messages('camera-permission', {
  camera: 'your camera',
  microphone: 'your microphone',
  screen: 'your screen',
});

const words = messages('camera-permission', {
  question: 'May the meeting apps use camera and microphone?',
  why: 'Without permission, others can’t see or hear you. Restart the app after allowing it.',
  readsLinux:
    'What Flatpak’s permissions say, and GNOME’s switches for camera and microphone; the installed meeting apps',
  readsDarwin: 'The installed meeting apps, and nothing else: macOS shows these permissions to no other program',
  readsWin32:
    'The camera and microphone permissions of Windows, for all programs and for each meeting app; the installed meeting apps',
  wanted: 'camera and microphone allowed for the meeting apps',
  off: 'The switch for all programs is off for {devices}.',
  desktop: 'The switch for desktop apps is off for {devices}. That includes browsers.',
  storeStill: 'Apps from the Microsoft Store can still use it.',
  denied: 'Not allowed: {apps}.',
  app: '{app} ({devices})',
  unsandboxed: 'Programs outside a sandbox need no permission on Linux.',
  unseen: 'This system doesn’t show who may use {devices}.',
  allowed: 'Nothing is denied.',
  asked: 'Nothing is denied. You’ll be asked the first time you use {apps}.',
  openCamera: 'Open camera permissions',
  openMicrophone: 'Open microphone permissions',
  openScreen: 'Open screen permissions',
  openRecording: 'Open screen recording permissions',
  cameraOn: 'Turn on Camera access.',
  microphoneOn: 'Turn on Microphone access.',
  appOn: 'Turn it on for the meeting app, or for desktop apps.',
  screenshotsOn: 'Turn on screenshots for the meeting app.',
  restart: 'Restart the app.',
  switchOn: 'Turn on the switch beside the meeting app.',
  reopen: 'Quit the app and open it again.',
  allow: 'Allow it in the settings',
  gnome: 'On GNOME: open Settings, Apps, choose the meeting app and allow camera and microphone.',
  gnomePrivacy: 'GNOME’s Privacy settings can turn them off altogether: turn them on there.',
});

export const cameraPermission = defineCheck({
  id: 'camera-permission',
  area: 'call',
  when: 'before-call',
  question: words.question,
  unknownTitle: title.unknown,
  why: words.why,
  reads: { linux: words.readsLinux, darwin: words.readsDarwin, win32: words.readsWin32 },
  needs: ['mediaPermissions'],
  uses: ['installedApps'],
  policy: {},
  remedies: {
    'camera-win32': {
      label: words.openCamera,
      minutes: 2,
      steps: [words.cameraOn, words.appOn, words.restart],
      link: 'ms-settings:privacy-webcam',
    },
    'microphone-win32': {
      label: words.openMicrophone,
      minutes: 2,
      steps: [words.microphoneOn, words.appOn, words.restart],
      link: 'ms-settings:privacy-microphone',
    },
    'screen-win32': {
      label: words.openScreen,
      minutes: 2,
      steps: [words.screenshotsOn, words.restart],
      link: 'ms-settings:privacy-graphicscaptureprogrammatic',
    },
    'camera-darwin': {
      label: words.openCamera,
      minutes: 2,
      steps: [words.switchOn, words.reopen],
      link: 'x-apple.systempreferences:com.apple.preference.security?Privacy_Camera',
    },
    'microphone-darwin': {
      label: words.openMicrophone,
      minutes: 2,
      steps: [words.switchOn, words.reopen],
      link: 'x-apple.systempreferences:com.apple.preference.security?Privacy_Microphone',
    },
    'screen-darwin': {
      label: words.openRecording,
      minutes: 2,
      steps: [words.switchOn, words.reopen],
      link: 'x-apple.systempreferences:com.apple.preference.security?Privacy_ScreenCapture',
    },
    linux: { label: words.allow, minutes: 2, steps: [words.gnome, words.gnomePrivacy, words.restart] },
  },
  judge: ({ facts, platform, catalogue }) => {
    const { apps: noted, desktopOnly = [], ...master } = facts.mediaPermissions.value;
    const installed = facts.installedApps;
    // Systems keep what was once denied to a program that is long gone.
    const isGone = (app: App): boolean =>
      installed.state === 'known' &&
      installed.value.gaps.length === 0 &&
      !installed.value.apps.some(({ product: id }) => id === app.product);
    const apps = noted.filter((app) => !isGone(app));
    const nameOf = (id: string) => product(catalogue.products.find((one) => one.id === id)?.name ?? id);
    const named = (some: readonly Device[]) => list(some.map((device) => deviceWords[device]));
    const { wanted, why } = words;
    const remedyOf = (device: Device) => (platform === 'linux' ? platform : (`${device}-${platform}` as const));
    const remediesOf = (denied: readonly [Device, ...Device[]]) => {
      const [first, ...more] = denied;
      return [remedyOf(first), ...(platform === 'linux' ? [] : more.map(remedyOf))] as const;
    };
    const off = (['camera', 'microphone'] as const).filter((device) => master[device] === 'denied');
    const everywhere = off.filter((device) => !desktopOnly.includes(device));
    const [firstOff, ...moreOff] = off;
    if (firstOff !== undefined && everywhere.length === 0) {
      const about = { devices: named(off) };
      const remedies = remediesOf([firstOff, ...moreOff]);
      // An app of the Store that nothing is denied to still joins; without one, nobody is seen or heard.
      const present = installed.state === 'known' ? installed.value : { apps: [], gaps: ['not read'] };
      const joins = present.apps.some(
        ({ kind, product: id }) =>
          kind === 'msix' &&
          catalogue.products.some((one) => one.id === id && one.retired === undefined) &&
          apps.every((app) => app.product !== id || off.every((device) => app[device] !== 'denied')),
      );
      const state = joins || present.gaps.length > 0 ? 'caution' : 'fail';
      const found = joins ? sentences([words.desktop(about), words.storeStill]) : words.desktop(about);
      return [{ state, title: title.desktop(about), found, wanted, why, remedies }];
    }
    if (firstOff !== undefined) {
      const about = { devices: named(everywhere) };
      const remedies = remediesOf([firstOff, ...moreOff]);
      // On Linux the switch is a wish: programs outside the sandbox need not keep to it.
      const state = platform === 'linux' ? 'caution' : 'fail';
      return [{ state, title: title.off(about), found: words.off(about), wanted, why, remedies }];
    }
    const denied = apps.filter((app) => deniedTo(app).length > 0);
    const [first, ...more] = devices.filter((device) => apps.some((app) => app[device] === 'denied'));
    if (first !== undefined) {
      const each = denied.map((app) => words.app({ app: nameOf(app.product), devices: named(deniedTo(app)) }));
      const heading = title.denied({
        apps: firstOf(denied.map((app) => nameOf(app.product))),
        devices: named([first, ...more]),
      });
      const found = words.denied({ apps: firstOf(each, 8) });
      // Whoever cannot share the screen is seen and heard.
      const when = first === 'screen' ? 'after-call' : 'before-call';
      return [{ state: 'caution', when, title: heading, found, wanted, why, remedies: remediesOf([first, ...more]) }];
    }
    const unseen = (['camera', 'microphone'] as const).filter(
      (device) => master[device] === null && apps.every((app) => app[device] === null),
    );
    if (unseen.length > 0 && platform === 'linux')
      return [{ state: 'not-applicable', title: title.unneeded, reason: words.unsandboxed }];
    if (unseen.length > 0)
      return [{ state: 'unknown', title: title.unknown, reason: words.unseen({ devices: named(unseen) }) }];
    const asks = apps.filter((app) => app.camera === 'not-asked' || app.microphone === 'not-asked');
    const asked = firstOf(
      asks.map((app) => nameOf(app.product)),
      8,
    );
    const found = asks.length === 0 ? words.allowed : words.asked({ apps: asked });
    return [{ state: 'pass', title: title.allowed, found, wanted }];
  },
});
