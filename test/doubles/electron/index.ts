/**
 * Owns the stand-in for Electron: exactly the members Greenroom uses, typed with Electron's own declarations, over an
 * installed browser. Any other member throws and says so. Nothing happens until the program asks for it.
 */
import './control.ts';
import { beforeTheProgram } from './system.ts';

beforeTheProgram();

export { app } from './app.ts';
export { clipboard, Menu, nativeImage, nativeTheme, screen, shell, systemPreferences } from './desktop/desktop.ts';
export { dialog } from './desktop/dialog.ts';
export { Notification } from './desktop/notification.ts';
export { powerMonitor } from './desktop/power-monitor.ts';
export { powerSaveBlocker } from './desktop/power-save-blocker.ts';
export { Tray } from './desktop/tray.ts';
export { ipcMain } from './ipc-main.ts';
export { BrowserWindow } from './window/browser-window.ts';
export { protocol, session } from './window/session.ts';
