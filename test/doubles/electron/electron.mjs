// Owns the names that the built program imports: a name that is missing here ends the start with a sentence of Node's.
// (jiti gives a TypeScript module to plain ESM as one object, hence this file.)
import standIn from './index.ts';

export const { app, BrowserWindow, ipcMain, Menu, nativeTheme, protocol, session, shell, systemPreferences } = standIn;
