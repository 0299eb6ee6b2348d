/** Owns what closing the window means, and the one time that a person is told so. */

import { type BrowserWindow, dialog } from 'electron';
import { says } from '../../core/messages/says.ts';
import type { TrayPresence } from '../../engine/background/tray-support.ts';
import type { Attention } from '../../engine/storage/attention-store.ts';
import type { AfterClose } from './window.ts';

const words = says('closing', {
  noTray: 'This desktop shows no tray icons',
  noTrayMore:
    'Without its window you couldn’t reach Greenroom, so it ends when you close it and checks nothing by itself. Minimise the window to keep it running. You’ll see this once.',
  quit: 'Quit Greenroom',
  minimise: 'Minimise',
  stays: 'Greenroom stays in the tray',
  staysMore:
    'Its icon shows whether this computer is ready; quit it from its menu. Choose in the settings whether it stays when you close the window. You’ll see this once.',
  stay: 'Stay in the tray',
});

export interface ClosingSituation {
  /** The question belongs to it. */
  readonly window: BrowserWindow;
  /** The setting, and whether the organisation has fixed it. */
  readonly keepInTray: boolean;
  readonly managed: boolean;
  readonly presence: TrayPresence;
  readonly attention: Pick<Attention, 'knowsTray' | 'knowsNoTray'>;
}

export interface Closing {
  readonly after: AfterClose;
  /** What is known from now on. */
  readonly remember: Partial<Attention>;
  /** A new value of the setting; null to leave it. */
  readonly keepInTray: boolean | null;
}

const ask = async (
  window: BrowserWindow,
  message: string,
  detail: string,
  stay: string,
  leave: string | null,
): Promise<boolean> => {
  const { response } = await dialog.showMessageBox(window, {
    type: 'info',
    title: 'Greenroom',
    message,
    detail,
    buttons: leave === null ? [stay] : [stay, leave],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 0;
};

/** An icon that may not be shown is no way back: then the program ends with its window. */
export const decideClosing = async (situation: ClosingSituation): Promise<Closing> => {
  const { window, keepInTray, managed, presence, attention } = situation;
  const quit = { after: 'quit', remember: {}, keepInTray: null } as const;
  if (!keepInTray || presence === 'unknown') return quit;
  if (presence === 'missing') {
    if (attention.knowsNoTray) return quit;
    const stays = await ask(window, words.noTray, words.noTrayMore, words.minimise, words.quit);
    return { after: stays ? 'minimise' : 'quit', remember: { knowsNoTray: true }, keepInTray: null };
  }
  if (attention.knowsTray) return { after: 'hide', remember: {}, keepInTray: null };
  const stays = await ask(window, words.stays, words.staysMore, words.stay, managed ? null : words.quit);
  return {
    after: stays ? 'hide' : 'quit',
    remember: { knowsTray: true },
    keepInTray: stays ? null : false,
  };
};
