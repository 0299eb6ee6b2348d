/** Owns the window and its contents as the program sees them: one window, as Greenroom has. */
import { EventEmitter } from 'node:events';
import type { BrowserWindowConstructorOptions, BrowserWindow as ElectronWindow, Session } from 'electron';
import type { Page } from 'playwright-core';
import { appEvents, beforeExit, lastWindowClosed } from '../app.ts';
import { record } from '../record.ts';
import { strict } from '../strict.ts';
import { has } from '../system.ts';
import { type Opened, openBrowser } from './browser.ts';
import { type ConnectedPage, connectPage } from './page.ts';
import { createContents, createFrame } from './web-contents.ts';

const windows: ElectronWindow[] = [];

/** What a person or a fault does to the window. */
export interface WindowHappenings {
  /** The page's process ends, for the reason that Electron names. */
  crash(reason: string): void;
  close(): void;
  enterFullScreen(): void;
}
let happens: WindowHappenings | undefined;
export const windowHappenings = (): WindowHappenings => {
  if (happens === undefined) throw new Error('There is no window.');
  return happens;
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
  let gone = false;
  let fullScreen = false;
  let address: string | undefined;
  let opening = false;
  let closeBrowser = (): Promise<void> => Promise.resolve();

  const mainFrame = createFrame(
    () => page?.url() ?? 'about:blank',
    () => gone,
  );
  /** The page's process ends: nothing of it is left, and its frame is disposed. */
  const crash = (reason: string): void => {
    gone = true;
    const told = (): void => void owner.events.emit('render-process-gone', {}, { reason, exitCode: 1 });
    void (page?.goto('about:blank') ?? Promise.resolve()).then(told, told);
  };
  const owner = createContents(mainFrame, {
    send: (channel, ...args) => {
      if (gone) throw new Error('Render frame was disposed before WebFrameMain could be accessed');
      connected?.send(channel, args);
    },
    isDestroyed: () => closed,
    crash: () => crash('killed'),
  });
  appEvents.emit('web-contents-created', {}, owner.contents);

  const onClosed = (): void => {
    closed = true;
    windows.splice(windows.indexOf(window), 1);
    events.emit('closed');
    if (windows.length === 0) lastWindowClosed();
  };
  /** The browser's window has gone. When the program keeps its own, it is opened again with the next `show`. */
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
        frameOf: (asking) => (asking === main ? mainFrame : createFrame(() => asking.url())),
      },
      preload,
    );
    seen();
    return browser;
  };
  const load = async (url: string): Promise<void> => {
    opening = connected === undefined;
    const opened = opening ? await open().finally(() => (opening = false)) : undefined;
    gone = false;
    record.pageLoads += 1;
    await connected?.load(url);
    await opened?.tellTest();
    owner.events.emit('did-finish-load');
  };
  /** Only a window that is shown gets a frame there. */
  let owesFrame = false;
  const firstFrame = (): void => {
    owesFrame = has('wayland') && record.window !== 'shown';
    if (!owesFrame) events.emit('ready-to-show');
  };
  /** Asked to be shown, and there: the browser may still be on the way, or never come. */
  const seen = (): void => {
    if (record.window === 'shown' && connected !== undefined) events.emit('show');
  };
  const reopened = (): void => {
    hidden = false;
    // Shown while its browser is still on the way, the window needs no second one.
    if (page === undefined && !opening && address !== undefined) void load(address);
  };

  const members: Pick<
    ElectronWindow,
    | 'loadURL'
    | 'on'
    | 'once'
    | 'emit'
    | 'show'
    | 'showInactive'
    | 'hide'
    | 'isFullScreen'
    | 'setFullScreen'
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
      firstFrame();
    },
    // The browser's window is there from the start; what is kept is that the program asked.
    show: () => {
      record.shown += 1;
      record.window = 'shown';
      reopened();
      if (owesFrame) firstFrame();
      seen();
    },
    showInactive: () => {
      record.window = 'shown';
      reopened();
    },
    isFullScreen: () => fullScreen,
    // Leaving takes an animation; only after it the window is an ordinary one.
    setFullScreen: (on) => {
      setImmediate(() => {
        fullScreen = on;
        events.emit(on ? 'enter-full-screen' : 'leave-full-screen');
      });
    },
    hide: () => {
      hidden = true;
      record.window = has('mac') && fullScreen ? 'black screen' : 'hidden';
      events.emit('hide');
      void closeBrowser();
    },
    focus: () => void page?.bringToFront().catch(() => {}),
    minimize: () => {
      // A compositor does it, or not, and tells nobody. One that was never shown stays unseen.
      if (has('wayland')) {
        if (record.window === 'shown') record.window = 'minimised';
        return;
      }
      record.window = 'minimised';
      events.emit('minimize');
      reopened();
    },
    isMinimized: () => !has('wayland') && record.window === 'minimised',
    isVisible: () => record.window === 'shown' || (has('wayland') && record.window === 'minimised'),
    // Whether a person looks at the browser's window is not told to the program that started it.
    isFocused: () => false,
    restore: () => {
      record.window = 'shown';
    },
    hookWindowMessage: () => {},
  };
  const window = strict('window', members) as ElectronWindow;
  happens = {
    crash,
    close: () => void events.emit('close', { preventDefault: () => {} }),
    enterFullScreen: () => {
      fullScreen = true;
      record.window = 'shown';
    },
  };
  windows.push(window);
  appEvents.emit('browser-window-created', {}, window);
  return window;
};

const statics: Pick<typeof ElectronWindow, 'getAllWindows'> = { getAllWindows: () => [...windows] };

/** `new BrowserWindow(options)` and its statics. */
export const BrowserWindow = new Proxy(strict('BrowserWindow', Object.assign(class {}, statics)), {
  construct: (_target, [options]: [BrowserWindowConstructorOptions]) => createWindow(options),
});
