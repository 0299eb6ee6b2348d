/** Owns the application menu, as data. */

import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import { says } from '../../core/messages/says.ts';

const words = says('menu', {
  check: 'Check again',
  file: 'File',
  view: 'View',
});

export interface MenuSituation {
  readonly platform: NodeJS.Platform;
  readonly packaged: boolean;
  readonly checkAgain: () => void;
}

export const menuTemplate = ({ platform, packaged, checkAgain }: MenuSituation): MenuItemConstructorOptions[] => {
  const mac = platform === 'darwin';
  const check: MenuItemConstructorOptions = {
    id: 'check',
    label: words.check,
    accelerator: 'CmdOrCtrl+R',
    click: checkAgain,
  };
  return [
    ...(mac ? ([{ role: 'appMenu' }] as const) : []),
    { label: words.file, submenu: [check, { type: 'separator' }, { role: mac ? 'close' : 'quit' }] },
    // macOS knows copy and select-all only from the menu.
    { role: 'editMenu' },
    {
      label: words.view,
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        ...(packaged ? [] : ([{ role: 'toggleDevTools' }] as const)),
      ],
    },
    { role: 'windowMenu' },
  ];
};

export const setupMenu = (checkAgain: () => void): void => {
  const template = menuTemplate({ platform: process.platform, packaged: app.isPackaged, checkAgain });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
};
