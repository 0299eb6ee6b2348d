/** Owns the one window: how it is made, how it comes to the front, and what closing it means. */
import { app, BrowserWindow, type BrowserWindowConstructorOptions, nativeTheme, type Session } from 'electron';

export interface WindowSource {
  readonly url: string;
  /** Absolute path of the preload. */
  readonly preload: string;
  readonly session: Session;
}

/** What is left when the person closes the window. `minimise`: there is no other way back to it. */
export type AfterClose = 'hide' | 'minimise' | 'quit';

export interface ProgramWindow {
  readonly window: BrowserWindow;
  /** Brings it to the front. Its page is loaded with the first time: until then it costs nothing. */
  show(): void;
  /** Shows it without taking the person's attention. */
  showMinimised(): void;
  /** It has the person's attention. */
  isWatched(): boolean;
}

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

/** Makes the window, not yet to be seen. `whenClosed` is asked each time the person closes it. */
export const createWindow = (
  { url, ...options }: WindowSource,
  whenClosed: () => Promise<AfterClose>,
): ProgramWindow => {
  const window = new BrowserWindow(windowOptions({ ...options, isPackaged: app.isPackaged }));
  let loaded = false;
  let leaving = false;
  app.on('before-quit', () => {
    leaving = true;
  });
  window.on('close', (event) => {
    if (leaving) return;
    event.preventDefault();
    void whenClosed().then((after) => {
      if (after === 'hide') window.hide();
      else if (after === 'minimise') window.minimize();
      else app.quit();
    });
  });
  const load = (whenReady: () => void): void => {
    loaded = true;
    window.once('ready-to-show', whenReady);
    void window.loadURL(url);
  };
  const toFront = (): void => {
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  };
  return {
    window,
    show: () => {
      if (loaded) toFront();
      else load(() => window.show());
    },
    showMinimised: () => {
      if (!loaded) load(() => window.minimize());
    },
    isWatched: () => window.isVisible() && window.isFocused(),
  };
};
