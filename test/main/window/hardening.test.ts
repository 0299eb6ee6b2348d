/** Tries every refusal around the page, with the program's own handlers as the session holds them. */
import { app, session, type WebContents } from 'electron';
import { beforeAll, describe, expect, test } from 'vitest';
import { APP_ORIGIN, registerAppScheme } from '../../../electron/main/window/app-scheme.ts';
import {
  hardenSession,
  hardenWindows,
  mayLoad,
  startedWithAnUnknownSwitch,
} from '../../../electron/main/window/hardening.ts';
import { windowOptions } from '../../../electron/main/window/window.ts';
import { toBrowser } from '../../doubles/electron/addresses.ts';
import { appEvents } from '../../doubles/electron/app.ts';
import { sessionHooks } from '../../doubles/electron/window/session.ts';

const contents = {} as WebContents;
const ours = session.fromPartition('test');
let listening = false;
const page = (): string => toBrowser(`${APP_ORIGIN}/index.html`);

beforeAll(() => {
  registerAppScheme();
  hardenSession(ours, () => listening);
});

describe('permissions', () => {
  test.each<[('video' | 'audio')[], boolean]>([
    [['video'], true],
    [['audio'], false],
    [['video', 'audio'], false],
    [['audio', 'video'], false],
    [[], false],
  ])('a request for %j is answered %s', async (mediaTypes, granted) => {
    expect(await sessionHooks(ours).request(contents, 'media', page(), mediaTypes)).toBe(granted);
  });

  test('the microphone is given while the person tries the sound, and not a moment longer', async () => {
    listening = true;
    expect(await sessionHooks(ours).request(contents, 'media', page(), ['audio'])).toBe(true);
    expect(sessionHooks(ours).check(contents, 'media', page(), 'audio')).toBe(true);
    expect(await sessionHooks(ours).request(contents, 'media', 'https://example.org/', ['audio'])).toBe(false);
    listening = false;
    expect(await sessionHooks(ours).request(contents, 'media', page(), ['audio'])).toBe(false);
    expect(sessionHooks(ours).check(contents, 'media', page(), 'audio')).toBe(false);
  });

  test('a request that names no media is refused', async () => {
    expect(await sessionHooks(ours).request(contents, 'media', page())).toBe(false);
    expect(sessionHooks(ours).check(contents, 'media', page())).toBe(false);
  });

  test.each(['https://example.org/', 'https://greenroom.app.invalid.example.org/', 'data:text/html,x', 'file:///x'])(
    'the camera is refused to %s',
    async (url) => {
      expect(await sessionHooks(ours).request(contents, 'media', url, ['video'])).toBe(false);
      expect(sessionHooks(ours).check(contents, 'media', url, 'video')).toBe(false);
    },
  );

  test.each([
    'display-capture',
    'geolocation',
    'notifications',
    'clipboard-read',
    'midi',
    'usb',
    'fileSystem',
    'openExternal',
  ] as const)('%s is refused, asked either way', async (permission) => {
    expect(sessionHooks(ours).check(contents, permission, page())).toBe(false);
    expect(await sessionHooks(ours).request(contents, permission, page())).toBe(false);
  });

  test('a command may be copied, the clipboard not read', () => {
    expect(sessionHooks(ours).check(contents, 'clipboard-sanitized-write', page())).toBe(true);
  });
});

describe('the network', () => {
  test.each([
    'https://example.org/',
    'http://127.0.0.1/',
    'wss://example.org/',
    'file:///etc/passwd',
    'ftp://x/',
    'no address',
  ])('%s is cancelled', async (url) => {
    expect(await sessionHooks(ours).load(url, 'GET')).toBe('cancelled');
  });

  test('developer tools load only outside a package', () => {
    expect(mayLoad('devtools://devtools/bundled/x.js', false)).toBe(true);
    expect(mayLoad('devtools://devtools/bundled/x.js', true)).toBe(false);
  });
});

test('every way out of a page is refused, for every contents there will be', () => {
  hardenWindows(app);
  const listeners = new Map<string, (event: { preventDefault(): void }) => void>();
  let openHandler: (() => { action: string }) | undefined;
  let webRtcPolicy = 'default';
  appEvents.emit(
    'web-contents-created',
    {},
    {
      on: (name: string, listener: (event: { preventDefault(): void }) => void) => listeners.set(name, listener),
      setWindowOpenHandler: (handler: () => { action: string }) => {
        openHandler = handler;
      },
      setWebRTCIPHandlingPolicy: (policy: string) => {
        webRtcPolicy = policy;
      },
    },
  );
  for (const way of ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview']) {
    let prevented = false;
    listeners.get(way)?.({
      preventDefault: () => {
        prevented = true;
      },
    });
    expect(prevented, way).toBe(true);
  }
  expect(openHandler?.()).toEqual({ action: 'deny' });
  expect(webRtcPolicy).toBe('disable_non_proxied_udp');
});

test('a download is refused', () => {
  expect(sessionHooks(ours).download(contents, 'https://example.org/x.exe')).toBe(true);
});

describe.each([true, false])('the window of a program that is packaged: %s', (isPackaged) => {
  const { webPreferences = {} } = windowOptions({ preload: '/preload.cjs', session: ours, isPackaged });

  test.each(['sandbox', 'contextIsolation', 'disableDialogs'] as const)('says %s', (wall) => {
    expect(webPreferences[wall]).toBe(true);
  });
  // Those that Electron leaves on are stated; those that it leaves off may be left out.
  test.each([
    'nodeIntegration',
    'nodeIntegrationInSubFrames',
    'nodeIntegrationInWorker',
    'webviewTag',
    'spellcheck',
  ] as const)('says no %s', (door) => {
    expect(webPreferences[door]).toBe(false);
  });
  test.each([
    'allowRunningInsecureContent',
    'experimentalFeatures',
    'navigateOnDragDrop',
    'plugins',
    'offscreen',
  ] as const)('has no %s', (door) => {
    expect(webPreferences[door] ?? false).toBe(false);
  });
  test('keeps the web’s own rules, and its developer tools from whoever installed it', () => {
    expect(webPreferences.webSecurity ?? true).toBe(true);
    expect(webPreferences.devTools).toBe(!isPackaged);
  });
});

describe('a packed program', () => {
  const starts = (word: string, platform = 'linux', isPackaged = true): boolean =>
    !startedWithAnUnknownSwitch({ isPackaged }, ['greenroom', word], platform);

  test.each([
    ...['remote-debugging-port=9222', 'remote-debugging-pipe', 'remote-allow-origins=*', 'inspect', 'inspect-brk=0'],
    ...['js-flags=--expose-gc', 'disable-web-security', 'no-sandbox', 'disable-gpu-sandbox', 'host-rules=MAP * x'],
    ...['host-resolver-rules=MAP * x', 'proxy-server=x:1', 'proxy-pac-url=x', 'load-extension=/x', 'gpu-launcher=id'],
    ...['renderer-cmd-prefix=id', 'utility-cmd-prefix=id', 'browser-subprocess-path=/x', 'user-data-dir=/x'],
    ...[
      'disable-features=x',
      'enable-blink-features=x',
      'use-fake-ui-for-media-stream',
      'use-file-for-fake-video-capture=/x',
    ],
    ...['ignore-certificate-errors', 'log-net-log=/x', 'require=/x', 'r', 'e', 'a-switch-of-tomorrow', ''],
  ])('does not start with the switch %s, however it is written', (name) => {
    const written = [
      `--${name}`,
      `-${name}`,
      `--${name.toUpperCase()}`,
      ` --${name}`,
      `-${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    ];
    // A bare "--" ends the switches.
    const switches = written.filter((word) => word.trim() !== '--');
    expect(switches.filter((word) => starts(word))).toEqual([]);
    expect([...switches, ...(name === '' ? [] : [`/${name}`])].filter((word) => starts(word, 'win32'))).toEqual([]);
    expect(switches.filter((word) => !starts(word, 'linux', false))).toEqual([]);
  });

  test.each([
    '--hidden',
    '--ozone-platform=wayland',
    '--lang=de',
    '-psn_0_12345',
    '/home/ada/--x.eml',
    'greenroom://check',
    '/remote-debugging-port',
    'a--b',
  ])('starts with %s', (word) => expect(starts(word)).toBe(true));

  test('reads no switch behind the end of them', () => {
    expect(startedWithAnUnknownSwitch({ isPackaged: true }, ['greenroom', '--', '--inspect'], 'linux')).toBe(false);
    expect(startedWithAnUnknownSwitch({ isPackaged: true }, ['greenroom', '--inspect', '--'], 'linux')).toBe(true);
  });
});
