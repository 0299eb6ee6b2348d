/** Owns dialogs: kept as data, answered by a test; without one the first button is chosen, as by Enter. */
import type { Dialog, MessageBoxOptions, OpenDialogOptions, SaveDialogOptions } from 'electron';
import { record } from '../record.ts';
import { strict } from '../strict.ts';

/** Null: the next question stands until it is answered. */
let next: number | null = 0;
let standing: ((button: number) => void) | null = null;
export const answerNextDialog = (button: number | null): void => {
  if (standing === null || button === null) {
    next = button;
    return;
  }
  standing(button);
  standing = null;
};

/** Where the next file is saved; empty: the person changes their mind. */
let nextFile = '';
export const answerNextSave = (file: string): void => {
  nextFile = file;
};

export const dialog: Pick<Dialog, 'showMessageBox' | 'showErrorBox' | 'showOpenDialog' | 'showSaveDialog'> = strict(
  'dialog',
  {
    showMessageBox: (async (...given: readonly unknown[]) => {
      const options = given.at(-1) as MessageBoxOptions;
      record.dialogs.push({ message: options.message, buttons: options.buttons ?? [], ofWindow: given.length > 1 });
      const button = next;
      next = 0;
      const response = button ?? (await new Promise<number>((resolve) => (standing = resolve)));
      return { response, checkboxChecked: false };
    }) as Dialog['showMessageBox'],
    showErrorBox: (title, content) => {
      record.dialogs.push({ message: title, buttons: [] });
      // As Electron does where there is no window to show it in.
      console.error(`${title}\n${content}`);
    },
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
  },
);
