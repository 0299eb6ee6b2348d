/** Owns the parts of Electron that touch the desktop: menu, system links, theme, the system's camera switch. Kept as data where a test reads it. */
import { spawn } from 'node:child_process';
import type {
  Clipboard,
  Display,
  Menu as ElectronMenu,
  MenuItemConstructorOptions,
  NativeImage,
  NativeTheme,
  Screen,
  Shell,
  SystemPreferences,
} from 'electron';
import { type MenuEntry, onlyRecords, record } from '../record.ts';
import { strict } from '../strict.ts';

type Template = readonly MenuItemConstructorOptions[];
const builtFrom = new WeakMap<object, Template>();
const current: Record<'application' | 'tray', Template> = { application: [], tray: [] };

/** What the menu was built from. */
export const templateOf = (menu: object | null): Template => (menu === null ? undefined : builtFrom.get(menu)) ?? [];
export const keepMenu = (where: keyof typeof current, menu: object | null): void => {
  current[where] = templateOf(menu);
};

export const entriesOf = (template: Template): MenuEntry[] =>
  template.map(({ id, label, role, submenu, checked }) => ({
    label: label ?? role ?? '',
    ...(id === undefined ? {} : { id }),
    ...(role === undefined ? {} : { role }),
    ...(checked === undefined ? {} : { checked }),
    ...(Array.isArray(submenu) ? { submenu: entriesOf(submenu) } : {}),
  }));

const flat = (template: Template): MenuItemConstructorOptions[] =>
  template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);

/** What a person does by choosing the item. */
export const chooseMenuItem = (id: string): void => {
  const item = [...flat(current.application), ...flat(current.tray)].find((one) => one.id === id);
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
    keepMenu('application', menu);
    record.menu = entriesOf(current.application);
  },
});

/** A picture is known by its file. */
export const nativeImage: Pick<typeof import('electron').nativeImage, 'createFromPath'> = strict('nativeImage', {
  createFromPath: (file) => strict('picture', { toString: () => file }) as unknown as NativeImage,
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

const dark = process.argv.includes('--force-dark-mode');
export const nativeTheme: Pick<NativeTheme, 'shouldUseDarkColors' | 'shouldUseDarkColorsForSystemIntegratedUI' | 'on'> =
  strict('nativeTheme', {
    shouldUseDarkColors: dark,
    shouldUseDarkColorsForSystemIntegratedUI: dark,
    // The browser follows its system by itself; the program is not told.
    on: () => nativeTheme as NativeTheme,
  });

/** One screen, which stays. */
export const screen: Pick<Screen, 'getAllDisplays' | 'on'> = strict('screen', {
  getAllDisplays: () => [{}] as Display[],
  on: () => screen as Screen,
});

/** A browser has the system's permission or it has not: the stand-in cannot see which. */
export const systemPreferences: Pick<
  SystemPreferences,
  'getMediaAccessStatus' | 'askForMediaAccess' | 'subscribeWorkspaceNotification'
> = strict('systemPreferences', {
  getMediaAccessStatus: () => 'unknown',
  askForMediaAccess: () => Promise.resolve(true),
  // Node hears nothing of macOS' own notifications.
  subscribeWorkspaceNotification: () => 0,
});

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
