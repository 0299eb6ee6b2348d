/** Owns dialogs: kept as data, answered by a test; without one the first button is chosen, as by Enter. */
import type { Dialog, MessageBoxOptions } from 'electron';
import { record } from './record.ts';
import { strict } from './strict.ts';

let next = 0;
export const answerNextDialog = (button: number): void => {
  next = button;
};

export const dialog: Pick<Dialog, 'showMessageBox'> = strict('dialog', {
  showMessageBox: ((options: MessageBoxOptions) => {
    record.dialogs.push({ message: options.message, buttons: options.buttons ?? [] });
    const response = next;
    next = 0;
    return Promise.resolve({ response, checkboxChecked: false });
  }) as Dialog['showMessageBox'],
});
