/** Owns dialogs: kept as data, answered by a test; without one the first button is chosen, as by Enter. */
import type { Dialog, MessageBoxOptions, OpenDialogOptions, SaveDialogOptions } from 'electron';
import { record } from '../record.ts';
import { strict } from '../strict.ts';

let next = 0;
export const answerNextDialog = (button: number): void => {
  next = button;
};

/** Where the next file is saved; empty: the person changes their mind. */
let nextFile = '';
export const answerNextSave = (file: string): void => {
  nextFile = file;
};

export const dialog: Pick<Dialog, 'showMessageBox' | 'showOpenDialog' | 'showSaveDialog'> = strict('dialog', {
  showMessageBox: ((options: MessageBoxOptions) => {
    record.dialogs.push({ message: options.message, buttons: options.buttons ?? [] });
    const response = next;
    next = 0;
    return Promise.resolve({ response, checkboxChecked: false });
  }) as Dialog['showMessageBox'],
  /** A person chooses the path that the test named beforehand, or closes the dialog. */
  showOpenDialog: (...args: readonly unknown[]) => {
    const { title = '' } = args.at(-1) as OpenDialogOptions;
    record.dialogs.push({ message: title, buttons: [] });
    const chosen = process.env.GREENROOM_STAND_IN_CHOOSES;
    return Promise.resolve({ canceled: chosen === undefined, filePaths: chosen === undefined ? [] : [chosen] });
  },
  showSaveDialog: ((...given: readonly unknown[]) => {
    const options = given.at(-1) as SaveDialogOptions;
    record.dialogs.push({ message: options.title ?? '', buttons: [] });
    const filePath = nextFile;
    nextFile = '';
    return Promise.resolve({ canceled: filePath === '', filePath });
  }) as Dialog['showSaveDialog'],
});
