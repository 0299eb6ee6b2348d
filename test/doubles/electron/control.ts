/** Owns what a test that started this program may do to it: read the record, and do what a person or the system would. */
import { appEvents } from './app.ts';
import { controlTime, passTime } from './clock.ts';
import { chooseMenuItem } from './desktop/desktop.ts';
import { answerNextDialog, answerNextSave } from './desktop/dialog.ts';
import { clickNotification, closeNotification } from './desktop/notification.ts';
import { powerEvents } from './desktop/power-monitor.ts';
import { type FromTest, isControlled, record, tellTest } from './record.ts';
import { BrowserWindow, windowHappenings } from './window/browser-window.ts';

if (isControlled) {
  controlTime();
  process.on('message', async (message: FromTest) => {
    switch (message.type) {
      case 'menu':
        chooseMenuItem(message.id);
        break;
      case 'notification':
        clickNotification(message.button, message.place);
        break;
      case 'notification-closes':
        closeNotification(message.reason);
        break;
      case 'crash':
        windowHappenings().crash(message.reason);
        break;
      case 'close-window':
        windowHappenings().close();
        break;
      case 'full-screen':
        windowHappenings().enterFullScreen();
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
