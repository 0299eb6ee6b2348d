/** Owns what closing the window means, and the one time that a person is told so. */
import { type BrowserWindow, dialog } from 'electron';
import type { TrayPresence } from '../../engine/background/tray-support.ts';
import type { Attention } from '../../engine/storage/attention-store.ts';
import type { AfterClose } from './window.ts';

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
    const stays = await ask(
      window,
      'This desktop shows no tray icons',
      'Without its window Greenroom could not be reached, so it ends when you close it, and then checks nothing by itself. Minimise the window if you want it to go on. This is said once.',
      'Minimise',
      'Quit Greenroom',
    );
    return { after: stays ? 'minimise' : 'quit', remember: { knowsNoTray: true }, keepInTray: null };
  }
  if (attention.knowsTray) return { after: 'hide', remember: {}, keepInTray: null };
  const stays = await ask(
    window,
    'Greenroom stays in the tray',
    'Its icon shows whether this computer is ready, and its menu ends it. Your settings say whether it stays when you close the window. This is said once.',
    'Stay in the tray',
    managed ? null : 'Quit Greenroom',
  );
  return {
    after: stays ? 'hide' : 'quit',
    remember: { knowsTray: true },
    keepInTray: stays ? null : false,
  };
};
