/** Tries the stand-in's own promise: it never answers for a part of Electron that it does not have. */
import { app, BrowserWindow, Menu, session, shell } from 'electron';
import { expect, test } from 'vitest';

test.each<[string, () => unknown]>([
  ['app.setBadgeCount', () => app.setBadgeCount(1)],
  ['BrowserWindow.getFocusedWindow', () => BrowserWindow.getFocusedWindow()],
  ['Menu.getApplicationMenu', () => Menu.getApplicationMenu()],
  ['session.clearCache', () => session.fromPartition('other').clearCache()],
  ['shell.openPath', () => shell.openPath('/')],
])('%s is not there, and says where to add it', (name, use) => {
  expect(use).toThrow(`has no ${name}`);
});

test('a window cannot be had without the session and preload it needs', () => {
  expect(() => new BrowserWindow({ webPreferences: {} })).toThrow('a preload and a session');
});
