/** Owns the one icon in the tray: it draws what it is given, and passes on what is chosen. */
import path from 'node:path';
import { Menu, type MenuItemConstructorOptions, nativeTheme, Tray } from 'electron';
import { pictureName, type TrayIcon } from '../../core/background/tray.ts';
import type { TrayAction, TrayEntry } from '../../core/background/tray-menu.ts';

export interface TrayView {
  readonly icon: TrayIcon;
  readonly tooltip: string;
  readonly menu: readonly TrayEntry[];
}

export interface TrayOptions {
  /** Folder of the drawn icons. */
  readonly icons: string;
  readonly platform: NodeJS.Platform;
  readonly act: (action: TrayAction) => void;
}

/** The picture's file. Windows alone tells how dark its taskbar is; macOS colours the picture itself. */
export const iconFile = (icons: string, platform: NodeJS.Platform, icon: TrayIcon, darkPanel: boolean): string => {
  const name = pictureName(icon);
  if (platform === 'darwin') return path.join(icons, 'mac', `${name}Template.png`);
  if (platform === 'win32') return path.join(icons, 'win', `${name}-${darkPanel ? 'dark' : 'light'}.ico`);
  return path.join(icons, 'linux', `${name}.png`);
};

/** "&" would underline the letter after it, and vanish. */
const labelled = (label: string): string => label.replaceAll('&', '&&');

const itemOf = (entry: TrayEntry, act: (action: TrayAction) => void): MenuItemConstructorOptions => {
  if (entry.kind === 'separator') return { type: 'separator' };
  const named = { id: entry.id, label: labelled(entry.label) };
  if (entry.kind === 'words') return { ...named, enabled: false };
  if (entry.kind === 'submenu') return { ...named, submenu: menuTemplate(entry.entries, act) };
  const { checked } = entry;
  const click = (): void => act(entry.action);
  return checked === undefined ? { ...named, click } : { ...named, click, type: 'checkbox', checked };
};

export const menuTemplate = (
  entries: readonly TrayEntry[],
  act: (action: TrayAction) => void,
): MenuItemConstructorOptions[] => entries.map((entry) => itemOf(entry, act));

/** Calls back with what it is given, unless that is what it was given before. */
const whenNew = <T>(draw: (value: T) => void): ((value: T) => void) => {
  let before = '';
  return (value) => {
    const now = JSON.stringify(value);
    if (now !== before) draw(value);
    before = now;
  };
};

/** Puts the icon into the tray and returns what draws it; null where the system refuses it. Linux shows the first one only. */
export const showTray = ({ icons, platform, act }: TrayOptions, first: TrayView): ((view: TrayView) => void) | null => {
  const file = (icon: TrayIcon): string =>
    iconFile(icons, platform, icon, platform === 'win32' && nativeTheme.shouldUseDarkColorsForSystemIntegratedUI);
  let tray: Tray;
  try {
    tray = new Tray(file(first.icon));
  } catch {
    return null;
  }
  // Everything is in the menu as well: on Linux a click may do nothing, or open the menu.
  if (platform === 'win32') tray.on('click', () => act({ kind: 'open' }));
  const drawIcon = whenNew((picture: string) => tray.setImage(picture));
  const drawTooltip = whenNew((text: string) => tray.setToolTip(text));
  // A menu that is open closes when it is replaced: only when it says something else. Linux needs it made again.
  const drawMenu = whenNew((entries: readonly TrayEntry[]) =>
    tray.setContextMenu(Menu.buildFromTemplate(menuTemplate(entries, act))),
  );
  let shown = first;
  const draw = (view: TrayView): void => {
    shown = view;
    drawIcon(file(view.icon));
    drawTooltip(view.tooltip);
    drawMenu(view.menu);
  };
  draw(first);
  if (platform === 'win32') nativeTheme.on('updated', () => drawIcon(file(shown.icon)));
  return draw;
};
