/** Owns every refusal around the page: navigation, windows, frames of others, permissions, downloads, the network. */
import { type App, app as electronApp, type Session, type WebContents } from 'electron';
import { askFor } from './media-access.ts';
import { isAllowed, originOf } from './permissions.ts';

/** Switches with which another program could steer ours, or look through the camera with our permission. No fuse covers them. */
const dangerousSwitches = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'no-sandbox',
  'disable-web-security',
  'use-fake-ui-for-media-stream',
  'use-fake-device-for-media-stream',
  'load-extension',
  'js-flags',
];

/** Only packaged: development and tests need some of them. */
export const startedWithADangerousSwitch = (app: Pick<App, 'isPackaged' | 'commandLine'>): boolean =>
  app.isPackaged && dangerousSwitches.some((name) => app.commandLine.hasSwitch(name));

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
