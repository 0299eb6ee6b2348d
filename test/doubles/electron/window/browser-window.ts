/** Owns the window and its contents as the program sees them: one window, as Greenroom has. */
import { EventEmitter } from 'node:events';
import type {
  BrowserWindowConstructorOptions,
  BrowserWindow as ElectronWindow,
  Session,
  WebContents,
  WebFrameMain,
} from 'electron';
import type { Page } from 'playwright-core';
import { originOf, toProgram } from '../addresses.ts';
import { appEvents, beforeExit, lastWindowClosed } from '../app.ts';
import { record } from '../record.ts';
import { strict } from '../strict.ts';
import { type Opened, openBrowser } from './browser.ts';
import { type ConnectedPage, connectPage } from './page.ts';

const windows: ElectronWindow[] = [];

const frame = (url: () => string): WebFrameMain =>
  strict('frame', {
    get origin() {
      return originOf(url());
    },
    get url() {
      return toProgram(url());
    },
  } as WebFrameMain);

type WebRtcPolicy = Parameters<WebContents['setWebRTCIPHandlingPolicy']>[0];

interface Contents {
  readonly contents: WebContents;
  /** What the browser must be started with. */
  webRtcPolicy(): WebRtcPolicy;
  navigates(url: string, mainFrame: boolean): boolean;
  opensWindow(url: string): boolean;
}

const createContents = (mainFrame: WebFrameMain, send: WebContents['send'], isDestroyed: () => boolean): Contents => {
  const events = new EventEmitter();
  let openHandler: Parameters<WebContents['setWindowOpenHandler']>[0] = () => ({ action: 'allow' });
  let webRtcPolicy: WebRtcPolicy = 'default';
  const members: Pick<
    WebContents,
    'on' | 'send' | 'mainFrame' | 'isDestroyed' | 'setWindowOpenHandler' | 'setWebRTCIPHandlingPolicy'
  > = {
    on: events.on.bind(events) as unknown as WebContents['on'],
    send,
    mainFrame,
    isDestroyed,
    setWindowOpenHandler: (handler) => {
      openHandler = handler;
    },
    setWebRTCIPHandlingPolicy: (policy) => {
      webRtcPolicy = policy;
    },
  };
  return {
    contents: strict('webContents', members) as WebContents,
    webRtcPolicy: () => webRtcPolicy,
    navigates: (browserUrl, inMainFrame) => {
      const url = toProgram(browserUrl);
      let refused = false;
      const details = { url, isMainFrame: inMainFrame, isSameDocument: false, preventDefault: () => (refused = true) };
      // Electron asks both for the main frame, and only the second for the others.
      if (inMainFrame) events.emit('will-navigate', details, url);
      events.emit('will-frame-navigate', details);
      record.attempts.push({ kind: 'navigation', url, refused });
      return refused;
    },
    opensWindow: (browserUrl) => {
      const url = toProgram(browserUrl);
      const details = {
        url,
        frameName: '',
        features: '',
        disposition: 'new-window',
        referrer: { url: '', policy: 'default' },
      };
      const refused = openHandler(details as Parameters<typeof openHandler>[0]).action === 'deny';
      record.attempts.push({ kind: 'window', url, refused });
      return refused;
    },
  };
};

const createWindow = (options: BrowserWindowConstructorOptions): ElectronWindow => {
  if (windows.length > 0) throw new Error('The stand-in for Electron has one window; Greenroom opens one.');
  const { preload, session, enableBlinkFeatures } = options.webPreferences ?? {};
  if (preload === undefined || session === undefined) throw new Error('The window needs a preload and a session.');
  const events = new EventEmitter();
  let page: Page | undefined;
  let connected: ConnectedPage | undefined;
  let closed = false;
  let hidden = false;
  let address: string | undefined;
  let closeBrowser = (): Promise<void> => Promise.resolve();

  const mainFrame = frame(() => page?.url() ?? 'about:blank');
  const owner = createContents(
    mainFrame,
    (channel, ...args) => connected?.send(channel, args),
    () => closed,
  );
  appEvents.emit('web-contents-created', {}, owner.contents);

  const onClosed = (): void => {
    closed = true;
    windows.splice(windows.indexOf(window), 1);
    events.emit('closed');
    if (windows.length === 0) lastWindowClosed();
  };
  /** The browser's window has gone. When the program keeps its own, it is opened anew with the next `show`. */
  const onGone = (): void => {
    if (page === undefined) return;
    [page, connected] = [undefined, undefined];
    if (hidden) return;
    let kept = false;
    events.emit('close', { preventDefault: () => (kept = true) });
    if (!kept) onClosed();
  };

  const open = async (): Promise<Opened> => {
    const browser = await openBrowser([
      `--window-size=${options.width ?? 800},${options.height ?? 600}`,
      `--webrtc-ip-handling-policy=${owner.webRtcPolicy()}`,
      ...(enableBlinkFeatures === undefined ? [] : [`--enable-blink-features=${enableBlinkFeatures}`]),
    ]);
    beforeExit(browser.close);
    closeBrowser = browser.close;
    const [first] = browser.context.pages();
    page = first ?? (await browser.context.newPage());
    const main = page.mainFrame();
    page.on('close', onGone);
    browser.context.on('close', onGone);
    connected = await connectPage(
      browser.context,
      page,
      {
        ...owner,
        session: session as Session,
        frameOf: (asking) => (asking === main ? mainFrame : frame(() => asking.url())),
      },
      preload,
    );
    return browser;
  };
  const load = async (url: string): Promise<void> => {
    const opened = connected === undefined ? await open() : undefined;
    await connected?.load(url);
    await opened?.tellTest();
  };
  const reopened = (): void => {
    hidden = false;
    if (page === undefined && address !== undefined) void load(address);
  };

  const members: Pick<
    ElectronWindow,
    | 'loadURL'
    | 'on'
    | 'once'
    | 'emit'
    | 'show'
    | 'hide'
    | 'focus'
    | 'minimize'
    | 'isMinimized'
    | 'isVisible'
    | 'isFocused'
    | 'restore'
    | 'webContents'
    | 'hookWindowMessage'
  > = {
    webContents: owner.contents,
    on: events.on.bind(events) as unknown as ElectronWindow['on'],
    once: events.once.bind(events) as unknown as ElectronWindow['once'],
    emit: events.emit.bind(events),
    loadURL: async (url) => {
      address = url;
      await load(url);
      events.emit('ready-to-show');
    },
    // The browser's window is there from the start; what is kept is that the program asked.
    show: () => {
      record.shown += 1;
      record.window = 'shown';
      reopened();
    },
    hide: () => {
      hidden = true;
      record.window = 'hidden';
      events.emit('hide');
      void closeBrowser();
    },
    focus: () => void page?.bringToFront().catch(() => {}),
    minimize: () => {
      record.window = 'minimised';
      events.emit('minimize');
      reopened();
    },
    isMinimized: () => record.window === 'minimised',
    isVisible: () => record.window === 'shown',
    // Whether a person looks at the browser's window is not told to the program that started it.
    isFocused: () => false,
    restore: () => {
      record.window = 'shown';
    },
    hookWindowMessage: () => {},
  };
  const window = strict('window', members) as ElectronWindow;
  windows.push(window);
  appEvents.emit('browser-window-created', {}, window);
  return window;
};

const statics: Pick<typeof ElectronWindow, 'getAllWindows'> = { getAllWindows: () => [...windows] };

/** `new BrowserWindow(options)` and its statics. */
export const BrowserWindow = new Proxy(strict('BrowserWindow', Object.assign(class {}, statics)), {
  construct: (_target, [options]: [BrowserWindowConstructorOptions]) => createWindow(options),
});
