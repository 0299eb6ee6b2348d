/** Owns what a test may ask of the running stand-in: what was asked, what was answered. Data only. */

export interface StandInRecord {
  /** Everything the browser wanted to load, in the program's own addresses. */
  requests: { url: string; outcome: 'answered' | 'cancelled' | 'let through'; status?: number }[];
  permissions: { permission: string; mediaTypes: readonly string[]; asked: 'check' | 'request'; granted: boolean }[];
  /** Ways out that the page tried. */
  attempts: { kind: 'navigation' | 'window' | 'download'; url: string; refused: boolean }[];
  /** Addresses that the system was told to open. */
  opened: string[];
  menu: readonly MenuEntry[];
  /** What stands on the clipboard. */
  clipboard: string;
  /** How often the window was brought to the front. */
  shown: number;
  /** Null while there is no icon. `drawn`: how often its menu was made again. */
  tray: { picture: string; tooltip: string; menu: readonly MenuEntry[]; drawn: number } | null;
  /** The number on the program's icon. */
  badge: number;
  notifications: { title: string; body: string; buttons: readonly string[] }[];
  /** `ofWindow`: it belongs to the window, which cannot be used meanwhile. */
  dialogs: { message: string; buttons: readonly string[]; ofWindow?: boolean }[];
  /** The window as the program left it. */
  window: 'not shown' | 'shown' | 'hidden' | 'minimised' | 'black screen';
  /** How often the page was loaded. */
  pageLoads: number;
  /** What was thrown in a handler, as the page was told. */
  refusedRequests: string[];
}
export interface MenuEntry {
  readonly label: string;
  readonly id?: string;
  readonly role?: string;
  readonly checked?: boolean;
  readonly submenu?: readonly MenuEntry[];
}

export const record: StandInRecord = {
  requests: [],
  permissions: [],
  attempts: [],
  opened: [],
  menu: [],
  clipboard: '',
  shown: 0,
  tray: null,
  badge: 0,
  notifications: [],
  dialogs: [],
  window: 'not shown',
  pageLoads: 0,
  refusedRequests: [],
};

/** Messages to a test that started this program with an IPC channel. */
export type ToTest =
  | { readonly type: 'browser'; readonly endpoint: string }
  | { readonly type: 'record'; readonly record: StandInRecord };
export type FromTest =
  | { readonly type: 'record' }
  /** Chooses an item of the application's menu or the tray's. */
  | { readonly type: 'menu'; readonly id: string }
  /** Clicks a notification (the newest, or the one of that place), or one of its buttons. */
  | { readonly type: 'notification'; readonly button: number | null; readonly place?: number }
  /** The banner of a notification goes: the person waved it away, or its time is over. */
  | { readonly type: 'notification-closes'; readonly reason: 'userCanceled' | 'timedOut' }
  /** The page's process ends. */
  | { readonly type: 'crash'; readonly reason: string }
  /** What a person does to the window. */
  | { readonly type: 'close-window' | 'full-screen' }
  /** Lets so much time pass at once. */
  | { readonly type: 'time'; readonly milliseconds: number }
  /** What happens to the computer or the window, by the name of Electron's event. */
  | { readonly type: 'power'; readonly event: string }
  | { readonly type: 'window'; readonly event: string }
  /** macOS: a file was opened with the program. */
  | { readonly type: 'open-file'; readonly file: string }
  /** Chooses a button of the next dialog, or of the one that stands; null lets the next one stand. */
  | { readonly type: 'dialog'; readonly button: number | null }
  /** Names the file of the next dialog that asks where to save; empty: cancelled. */
  | { readonly type: 'save'; readonly file: string };

/** Set by tests: nothing is really opened; `controlled` also has the channel to the test that started this program. */
const mode = process.env.GREENROOM_STAND_IN;
export const onlyRecords = mode !== undefined;
export const isControlled = mode === 'controlled';
export const tellTest = (message: ToTest): void => {
  process.send?.(message);
};
