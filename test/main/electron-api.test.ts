/** Compares what the program uses of Electron with Electron's own declarations: each member is there, and none is on its way out. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };

const declared = readFileSync('node_modules/electron/electron.d.ts', 'utf8');

/** By what name in the program → Electron's type. */
const types: Readonly<Record<string, string>> = {
  app: 'App',
  electronApp: 'App',
  clipboard: 'Clipboard',
  contents: 'WebContents',
  contextBridge: 'ContextBridge',
  dialog: 'Dialog',
  electronSession: 'Session',
  ipcMain: 'IpcMain',
  ipcRenderer: 'IpcRenderer',
  nativeImage: 'NativeImage',
  nativeTheme: 'NativeTheme',
  notification: 'Notification',
  pageSession: 'Session',
  powerMonitor: 'PowerMonitor',
  powerSaveBlocker: 'PowerSaveBlocker',
  protocol: 'Protocol',
  screen: 'Screen',
  shell: 'Shell',
  systemPreferences: 'SystemPreferences',
  tray: 'Tray',
  webContents: 'WebContents',
  window: 'BrowserWindow',
  BrowserWindow: 'BrowserWindow',
  Menu: 'Menu',
  Notification: 'Notification',
};

const files = ['electron/main', 'electron/preload'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
    .filter((text) => text.includes("from 'electron'")),
);

/** "App.exit" and the like. A comment may say anything. */
const used = [
  ...new Set(
    files.flatMap((text) =>
      [...text.replace(/^ *(?:\/\*\*|\*|\/\/).*$/gm, '').matchAll(/(?<![\w.'])(\w+)\??\.(\w+)/g)].flatMap(
        ([, name = '', member = '']) =>
          Object.hasOwn(types, name) && member !== 'ts' && !(name === 'window' && /import .*ProgramWindow/.test(text))
            ? [`${types[name]}.${member}`]
            : [],
      ),
    ),
  ),
].sort();

/** What Electron says of a member, with the comment before it; undefined when it has none of that name. */
const declarationOf = (use: string): string | undefined => {
  const [type = '', member = ''] = use.split('.');
  const body = new RegExp(`^ {2}(?:class|interface) ${type}\\b[^]*?^ {2}\\}`, 'm').exec(declared)?.[0] ?? '';
  return new RegExp(`(?:^ {4}/\\*\\*(?:(?!\\*/)[^])*?\\*/\\n)?^ {4}(?:static |readonly )*${member}\\b[?(:<]`, 'm').exec(
    body,
  )?.[0];
};

/** What every event emitter of Node has. */
const inherited = /\.(?:on|once|off|emit|listenerCount)$/;

test('every member that is used is declared', () => {
  expect(used.length).toBeGreaterThan(40);
  expect(used.filter((use) => !inherited.test(use) && declarationOf(use) === undefined)).toEqual([]);
  expect(declarationOf('App.noSuchThing')).toBeUndefined();
});

test('none of them is deprecated or an experiment', () => {
  expect(used.filter((use) => /@deprecated|@experimental/i.test(declarationOf(use) ?? ''))).toEqual([]);
});

test('the declarations are those of the version that is packed', () => {
  const { version } = JSON.parse(readFileSync('node_modules/electron/package.json', 'utf8'));
  expect(packageJson.devDependencies.electron).toBe(version);
});
