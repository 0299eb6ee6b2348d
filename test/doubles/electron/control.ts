/** Owns what a test that started this program may do to it: read the record, and do what a person or the system would. */
import { appEvents } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { controlTime, passTime } from './clock.ts';
import { chooseMenuItem } from './desktop.ts';
import { answerNextDialog, answerNextSave } from './dialog.ts';
import { clickNotification } from './notification.ts';
import { powerEvents } from './power-monitor.ts';
import { type FromTest, isControlled, record, tellTest } from './record.ts';

if (isControlled) {
  controlTime();
  process.on('message', async (message: FromTest) => {
    switch (message.type) {
      case 'menu':
        chooseMenuItem(message.id);
        break;
      case 'notification':
        clickNotification(message.button);
        break;
      case 'time':
        await passTime(message.milliseconds);
        break;
      case 'power':
        powerEvents.emit(message.event);
        break;
      case 'window':
        BrowserWindow.getAllWindows()[0]?.emit(message.event);
        break;
      case 'open-file':
        appEvents.emit('open-file', { preventDefault: () => {} }, message.file);
        break;
      case 'dialog':
        answerNextDialog(message.button);
        break;
      case 'save':
        answerNextSave(message.file);
    }
    tellTest({ type: 'record', record });
  });
  // The channel alone does not keep the program alive.
  process.channel?.unref();
}
