/** Owns the parts of Electron that touch the desktop: menu, system links, theme, the system's camera switch. Kept as data where a test reads it. */
import { spawn } from 'node:child_process';
import type {
  Clipboard,
  Menu as ElectronMenu,
  MenuItemConstructorOptions,
  NativeTheme,
  Shell,
  SystemPreferences,
} from 'electron';
import { type MenuEntry, onlyRecords, record } from './record.ts';
import { strict } from './strict.ts';

type Template = readonly MenuItemConstructorOptions[];
const builtFrom = new WeakMap<object, Template>();
let current: Template = [];

const entries = (template: Template): MenuEntry[] =>
  template.map(({ label, role, submenu }) => ({
    label: label ?? role ?? '',
    ...(role === undefined ? {} : { role }),
    ...(Array.isArray(submenu) ? { submenu: entries(submenu) } : {}),
  }));

const flat = (template: Template): MenuItemConstructorOptions[] =>
  template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);

/** What a person does by choosing the item. */
export const chooseMenuItem = (id: string): void => {
  const item = flat(current).find((one) => one.id === id);
  if (item?.click === undefined) throw new Error(`There is no menu item "${id}" that does something by itself.`);
  item.click(undefined as never, undefined, undefined as never);
};

export const Menu: Pick<typeof ElectronMenu, 'buildFromTemplate' | 'setApplicationMenu'> = strict('Menu', {
  buildFromTemplate: (template) => {
    const menu = strict('menu', {});
    builtFrom.set(menu, template as Template);
    return menu as ElectronMenu;
  },
  setApplicationMenu: (menu) => {
    current = (menu === null ? undefined : builtFrom.get(menu)) ?? [];
    record.menu = entries(current);
  },
});

const opener: { readonly [K in NodeJS.Platform]?: readonly [string, ...string[]] } = {
  linux: ['/usr/bin/xdg-open'],
  darwin: ['/usr/bin/open'],
  win32: ['C:\\Windows\\System32\\rundll32.exe', 'url.dll,FileProtocolHandler'],
};

export const shell: Pick<Shell, 'openExternal'> = strict('shell', {
  openExternal: (url) => {
    record.opened.push(url);
    if (onlyRecords) return Promise.resolve();
    const [program = '', ...args] = opener[process.platform] ?? [];
    return new Promise((resolve, reject) => {
      const child = spawn(program, [...args, url], { stdio: 'ignore', detached: true });
      child.on('error', reject).on('spawn', resolve).unref();
    });
  },
});

export const nativeTheme: Pick<NativeTheme, 'shouldUseDarkColors'> = strict('nativeTheme', {
  shouldUseDarkColors: process.argv.includes('--force-dark-mode'),
});

/** A browser has the system's permission or it has not: the stand-in cannot see which. */
export const systemPreferences: Pick<SystemPreferences, 'getMediaAccessStatus' | 'askForMediaAccess'> = strict(
  'systemPreferences',
  { getMediaAccessStatus: () => 'unknown', askForMediaAccess: () => Promise.resolve(true) },
);

/** Only a page may write a browser's clipboard, and none may read it: outside of tests this one never holds anything. */
export const clipboard: Pick<Clipboard, 'readText' | 'writeText' | 'clear'> = strict('clipboard', {
  readText: () => Promise.resolve(record.clipboard),
  writeText: (text) => {
    if (onlyRecords) record.clipboard = text;
    return Promise.resolve();
  },
  clear: () => {
    record.clipboard = '';
    return Promise.resolve();
  },
});
