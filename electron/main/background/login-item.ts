/** Owns the start at login: set by each system's own mechanism, and always read back from it. */

import { type App, app as electronApp } from 'electron';
import type { LoginState } from '../../core/ipc/login-item.ts';
import { says } from '../../core/messages/says.ts';
import { type AutostartPlace, readAutostart, writeAutostart } from '../../engine/background/autostart.ts';

const words = says('login-item', {
  off: 'It’s switched off under “Startup apps” in Windows’ settings or in Task Manager.',
  approval: 'macOS waits for you to allow it: System Settings, General, Login Items.',
  source: 'Only an installed Greenroom can do this: this one was started from its source.',
});

export const HIDDEN_SWITCH = '--hidden';

/** Whether this start is one without a window. macOS gives no arguments to what it starts at login, but tells. */
export const startsHidden = (app: Pick<App, 'getLoginItemSettings'>, argv: readonly string[]): boolean =>
  argv.includes(HIDDEN_SWITCH) || (process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin);

export interface LoginItem {
  read(): Promise<LoginState>;
  /** Sets it and reads it back: what the system says counts, not what was asked for. */
  set(on: boolean): Promise<LoginState>;
}

type LoginApp = Pick<App, 'isPackaged' | 'getLoginItemSettings' | 'setLoginItemSettings'>;

const readWindows = (app: LoginApp): LoginState => {
  const { openAtLogin, executableWillLaunchAtLogin } = app.getLoginItemSettings({ args: [HIDDEN_SWITCH] });
  if (!openAtLogin) return { state: 'off', sentence: null };
  if (executableWillLaunchAtLogin) return { state: 'on', sentence: null };
  return {
    state: 'blocked',
    sentence: words.off,
  };
};

const readMac = (app: LoginApp): LoginState => {
  const { status } = app.getLoginItemSettings();
  switch (status) {
    case 'enabled':
      return { state: 'on', sentence: null };
    case 'requires-approval':
      return { state: 'blocked', sentence: words.approval };
    case 'not-registered':
    case 'not-found':
      return { state: 'off', sentence: null };
  }
};

const unavailable = (): LoginState => ({
  state: 'unavailable',
  sentence: words.source,
});

export const loginItem = (platform: NodeJS.Platform, place: AutostartPlace, app: LoginApp = electronApp): LoginItem => {
  // One after the other, so that a reading never overtakes the setting before it.
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = queue.then(work);
    queue = result.catch(() => {});
    return result;
  };
  const read = async (): Promise<LoginState> => {
    if (!app.isPackaged) return unavailable();
    if (platform === 'win32') return readWindows(app);
    if (platform === 'darwin') return readMac(app);
    return readAutostart(place);
  };
  const write = async (on: boolean): Promise<void> => {
    if (!app.isPackaged) return;
    if (platform === 'linux') return writeAutostart(place, on);
    // macOS gives its login items no arguments: there the program asks whether it was started at login.
    app.setLoginItemSettings({ openAtLogin: on, ...(platform === 'win32' ? { args: [HIDDEN_SWITCH] } : {}) });
  };
  return {
    read: () => inTurn(read),
    set: (on) =>
      inTurn(async () => {
        await write(on);
        return read();
      }),
  };
};
