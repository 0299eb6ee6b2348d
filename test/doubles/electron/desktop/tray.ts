/** Owns the tray: its picture's name, its words and its menu as data. Nothing is drawn, so without a test there is no tray. */
import type { Tray as ElectronTray, Menu, NativeImage } from 'electron';
import { onlyRecords, record } from '../record.ts';
import { strict } from '../strict.ts';
import { entriesOf, keepMenu, templateOf } from './desktop.ts';

/** "not-ready-2" for ".../linux/not-ready-2.png". */
const nameOf = (image: NativeImage | string): string => String(image).replace(/^.*[\\/]|(?:Template)?\.\w+$/g, '');

const createTray = (image: NativeImage | string): ElectronTray => {
  if (!onlyRecords) throw new Error('The stand-in for Electron draws no tray.');
  record.tray = { picture: nameOf(image), tooltip: '', menu: [], drawn: 0 };
  const change = (part: Partial<NonNullable<typeof record.tray>>): void => {
    if (record.tray !== null) record.tray = { ...record.tray, ...part };
  };
  const members: Pick<ElectronTray, 'setImage' | 'setToolTip' | 'setContextMenu'> = {
    setImage: (next) => change({ picture: nameOf(next) }),
    setToolTip: (tooltip) => change({ tooltip }),
    setContextMenu: (menu: Menu | null) => {
      keepMenu('tray', menu);
      change({ menu: entriesOf(templateOf(menu)), drawn: (record.tray?.drawn ?? 0) + 1 });
    },
  };
  return strict('tray', members) as ElectronTray;
};

/** `new Tray(file)`. */
export const Tray = new Proxy(class {}, {
  construct: (_target, [image]: [NativeImage | string]) => createTray(image),
}) as unknown as typeof ElectronTray;
