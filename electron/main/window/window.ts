/** Owns the one window: how it is made, how it comes to the front, and what closing it means. */
import { app, BrowserWindow, type BrowserWindowConstructorOptions, nativeTheme, type Session } from 'electron';
import { lookAfterPage } from './page-process.ts';

export interface WindowSource {
  readonly url: string;
  /** Absolute path of the preload. */
  readonly preload: string;
  readonly session: Session;
}

/** What is left when the person closes the window. `minimise`: there is no other way back to it. */
export type AfterClose = 'hide' | 'minimise' | 'quit';

export interface WindowOptions {
  /** Asked each time the person closes the window, with the window that a question belongs to. */
  readonly whenClosed: (window: BrowserWindow) => Promise<AfterClose>;
  /** The page's process has ended: what the page had switched on is off. */
  readonly whenPageGone: (reason: string) => void;
  /** It ended too often to be started once more by itself. */
  readonly whenPageGivenUp: () => void;
}

export interface ProgramWindow {
  readonly window: BrowserWindow;
  /** Brings it to the front. Its page is loaded with the first time: until then it costs nothing. */
  show(): void;
  /** Shows it without taking the person's attention. */
  showMinimised(): void;
  /** It has the person's attention. */
  isWatched(): boolean;
}

/** What is waited for at the longest, where an event may never come. */
const PATIENCE_MS = 2000;

/** The page's own background (`--paper` in its style sheet), so that no white flash comes before it. */
const background = (): string => (nativeTheme.shouldUseDarkColors ? '#101513' : '#f1f2eb');

interface WindowFacts extends Omit<WindowSource, 'url'> {
  readonly isPackaged: boolean;
}

/** Stated even where it is Electron's default, so that a reader sees it and a changed default does not matter. */
export const windowOptions = ({ preload, session, isPackaged }: WindowFacts): BrowserWindowConstructorOptions => ({
  title: 'Greenroom',
  width: 1000,
  height: 760,
  minWidth: 360,
  minHeight: 480,
  show: false,
  autoHideMenuBar: true,
  backgroundColor: background(),
  webPreferences: {
    preload,
    session,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    nodeIntegrationInWorker: false,
    webviewTag: false,
    // Its dictionaries would be fetched from the network.
    spellcheck: false,
    navigateOnDragDrop: false,
    disableDialogs: true,
    devTools: !isPackaged,
    // So that the camera's track tells whether camera or system blur the background; nothing else comes with them.
    enableBlinkFeatures: 'MediaCaptureBackgroundBlur,MediaCaptureConfigurationChange',
  },
});

/** Calls once, with the first of several cues; the last of them is the time. */
const atFirstOf = (call: () => void): (() => void) => {
  let called = false;
  const first = (): void => {
    clearTimeout(timer);
    if (called) return;
    called = true;
    call();
  };
  const timer = setTimeout(first, PATIENCE_MS);
  return first;
};

/** macOS leaves a black screen behind a window that is hidden in full screen. */
const outOfFullScreen = (window: BrowserWindow, call: () => void): void => {
  if (!window.isFullScreen()) {
    call();
    return;
  }
  window.once('leave-full-screen', atFirstOf(call));
  window.setFullScreen(false);
};

/** Makes the window, not yet to be seen. */
export const createWindow = (
  { url, ...source }: WindowSource,
  { whenClosed, whenPageGone, whenPageGivenUp }: WindowOptions,
): ProgramWindow => {
  const window = new BrowserWindow(windowOptions({ ...source, isPackaged: app.isPackaged }));
  let loaded = false;
  let leaving = false;
  let asking = false;
  /** As far as the program knows: Wayland tells nobody. */
  let minimised = false;
  const minimise = (): void => {
    minimised = true;
    window.minimize();
  };
  window.on('focus', () => {
    minimised = false;
  });
  app.on('before-quit', () => {
    leaving = true;
  });
  window.on('close', (event) => {
    if (leaving) return;
    event.preventDefault();
    // A second click while the question stands is the same question.
    if (asking) return;
    asking = true;
    void whenClosed(window)
      .catch((): AfterClose => 'quit')
      .then((after) => {
        asking = false;
        if (after === 'quit') app.quit();
        else outOfFullScreen(window, after === 'hide' ? () => window.hide() : minimise);
      });
  });
  let presenting: (() => void) | null = null;
  /** The first of three cues: a window that is not shown yet gets no first frame on Wayland. */
  const load = (present: () => void): void => {
    loaded = true;
    presenting = present;
    const first = atFirstOf(() => {
      // Else it was brought to the front meanwhile.
      if (presenting === present) present();
    });
    window.once('ready-to-show', first);
    window.webContents.once('did-finish-load', first);
    // A window without its page is better than none.
    window.loadURL(url).catch(first);
  };
  const toFront = (): void => {
    presenting = null;
    if (minimised || window.isMinimized()) window.restore();
    minimised = false;
    window.show();
    window.focus();
  };
  lookAfterPage(window, {
    whenGone: (reason) => {
      whenPageGone(reason);
      loaded = false;
    },
    // Hidden, it is loaded when it is shown again.
    reload: () => {
      if (window.isVisible()) load(() => {});
    },
    giveUp: () => {
      window.hide();
      whenPageGivenUp();
    },
  });
  return {
    window,
    show: () => {
      if (loaded) toFront();
      else load(toFront);
    },
    showMinimised: () => {
      if (loaded) return;
      load(() => {
        minimise();
        // Where nothing can be minimised the window would be nowhere.
        setTimeout(() => {
          if (minimised && !window.isMinimized() && !window.isVisible()) window.showInactive();
        }, PATIENCE_MS);
      });
    },
    isWatched: () => window.isVisible() && window.isFocused(),
  };
};
