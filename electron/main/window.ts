/** Owns the one window: how it is made, and how it comes to the front. */
import { app, BrowserWindow, type BrowserWindowConstructorOptions, nativeTheme, type Session } from 'electron';

export interface WindowSource {
  readonly url: string;
  /** Absolute path of the preload. */
  readonly preload: string;
  readonly session: Session;
}

/** The page's own background (`--paper` in its style sheet), so that no white flash comes before it. */
const background = (): string => (nativeTheme.shouldUseDarkColors ? '#101513' : '#f1f2eb');

/** Stated even where it is Electron's default, so that a reader sees it and a changed default does not matter. */
export const windowOptions = ({ preload, session }: Omit<WindowSource, 'url'>): BrowserWindowConstructorOptions => ({
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
    devTools: !app.isPackaged,
    // So that the camera's track tells whether camera or system blur the background; nothing else comes with them.
    enableBlinkFeatures: 'MediaCaptureBackgroundBlur,MediaCaptureConfigurationChange',
  },
});

export const createWindow = ({ url, ...options }: WindowSource): void => {
  const window = new BrowserWindow(windowOptions(options));
  window.once('ready-to-show', () => window.show());
  void window.loadURL(url);
};

/** For a second start: the person asked for the window. */
export const showWindow = (): void => {
  const [window] = BrowserWindow.getAllWindows();
  if (window === undefined) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
};
