/**
 * Owns the stand-in for Electron: exactly the members Greenroom uses, typed with Electron's own declarations, over an
 * installed browser. Any other member throws and says so. Nothing happens until the program asks for it.
 */
import './control.ts';

export { app } from './app.ts';
export { BrowserWindow } from './browser-window.ts';
export { clipboard, Menu, nativeTheme, shell, systemPreferences } from './desktop.ts';
export { dialog } from './dialog.ts';
export { ipcMain } from './ipc-main.ts';
export { Notification } from './notification.ts';
export { powerMonitor } from './power-monitor.ts';
export { protocol, session } from './session.ts';
export { Tray } from './tray.ts';
