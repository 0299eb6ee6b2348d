// Owns the names that the built program imports: a name that is missing here ends the start with a sentence of Node's.
import { createJiti } from 'jiti';

const standIn = await createJiti(import.meta.url).import('./index.ts');

export const {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  nativeImage,
  nativeTheme,
  Notification,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  screen,
  session,
  shell,
  systemPreferences,
  Tray,
} = standIn;
