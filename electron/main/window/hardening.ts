/** Owns every refusal around the page: navigation, windows, frames of others, permissions, downloads, the network. */
import { type App, app as electronApp, type Session, type WebContents } from 'electron';
import { askFor } from './media-access.ts';
import { isAllowed, originOf } from './permissions.ts';

/**
 * The only switches that the packaged program takes: its own, those that Windows adds when a notice is clicked, and those
 * by which a desktop shows a window well. Any other could steer it, start programs in its name or look through the camera
 * with its permission; no fuse covers Chromium's.
 */
const allowedSwitches: ReadonlySet<string> = new Set([
  'hidden',
  'toastactivated',
  'embedding',
  'ozone-platform',
  'ozone-platform-hint',
  'force-device-scale-factor',
  'lang',
  'disable-gpu',
]);

/** What macOS adds when Finder starts a program. */
const OF_FINDER = /^psn_\d+_\d+$/;

/** The names of the switches among the words of a start, as Chromium reads them: up to a bare `--`, by one dash or two. */
const switchesIn = (argv: readonly string[], platform: string): readonly string[] => {
  const words = argv.slice(1).map((word) => word.trim());
  const end = words.indexOf('--');
  const mark = platform === 'win32' ? /^(?:--?|\/(?=[a-z]))/i : /^--?/;
  return (end < 0 ? words : words.slice(0, end)).flatMap((word) =>
    mark.test(word) ? [word.replace(mark, '').split('=', 1)[0]?.toLowerCase() ?? ''] : [],
  );
};

/** Only packaged: development and tests need some of them. */
export const startedWithAnUnknownSwitch = (
  app: Pick<App, 'isPackaged'>,
  argv: readonly string[],
  platform: string = process.platform,
): boolean =>
  app.isPackaged && switchesIn(argv, platform).some((name) => !allowedSwitches.has(name) && !OF_FINDER.test(name));

/** Before `ready`. No name and no address is ever resolved: this also holds back hints to connect, which ask no handler. */
export const cutOffNetwork = (app: Pick<App, 'commandLine'>): void =>
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');

interface Refusable {
  preventDefault(): void;
}
const refuse = (event: Refusable): void => event.preventDefault();

const hardenContents = (contents: WebContents): void => {
  // The program has one page: nothing may lead away from it, not even to itself.
  contents.on('will-navigate', refuse);
  contents.on('will-frame-navigate', refuse);
  contents.on('will-redirect', refuse);
  contents.on('will-attach-webview', refuse);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  // A peer connection would pass by the content security policy and by `onBeforeRequest`.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
};

/** Every page there will ever be, also one that a fault should open. */
export const hardenWindows = (app: Pick<App, 'on'>): void => {
  app.on('web-contents-created', (_event, contents) => hardenContents(contents));
};

/** Schemes that stay inside the program. */
const ownSchemes = ['app:', 'blob:', 'data:'];

/** Whether a request may be made at all; developer tools load themselves while the program is not packaged. */
export const mayLoad = (url: string, packaged: boolean): boolean => {
  const protocol = URL.canParse(url) ? new URL(url).protocol : '';
  return ownSchemes.includes(protocol) || (!packaged && (protocol === 'devtools:' || protocol === 'chrome-extension:'));
};

/** `listening`: the person is trying the sound now. */
export const hardenSession = (session: Session, listening: () => boolean): void => {
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    const mediaTypes = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    const allowed = isAllowed({
      permission,
      mediaTypes,
      origin: originOf(details.requestingUrl),
      isMainFrame: details.isMainFrame,
      listening: listening(),
    });
    if (!allowed || permission !== 'media') {
      callback(allowed);
      return;
    }
    const devices = mediaTypes.map((type) => (type === 'video' ? 'camera' : 'microphone'));
    void Promise.all(devices.map(askFor)).then(
      (answers) => callback(answers.every(Boolean)),
      () => callback(false),
    );
  });
  // Asked before the request, and for device names. Without it Electron approves everything.
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin, details) =>
    isAllowed({
      permission,
      mediaTypes: details.mediaType === undefined ? [] : [details.mediaType],
      origin: originOf(details.securityOrigin ?? requestingOrigin),
      isMainFrame: details.isMainFrame,
      listening: listening(),
    }),
  );
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler(null);
  session.on('will-download', refuse);
  session.webRequest.onBeforeRequest(({ url }, callback) =>
    callback({ cancel: !mayLoad(url, electronApp.isPackaged) }),
  );
};
