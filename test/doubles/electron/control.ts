/** Owns what a test that started this program may do to it: read the record, choose a menu item, lock the screen. */
import { BrowserWindow } from './browser-window.ts';
import { chooseMenuItem } from './desktop.ts';
import { powerEvents } from './power-monitor.ts';
import { type FromTest, isControlled, record, tellTest } from './record.ts';

if (isControlled) {
  process.on('message', (message: FromTest) => {
    if (message.type === 'menu') chooseMenuItem(message.id);
    if (message.type === 'power') powerEvents.emit(message.event);
    if (message.type === 'window') BrowserWindow.getAllWindows()[0]?.emit(message.event);
    tellTest({ type: 'record', record });
  });
  // The channel alone does not keep the program alive.
  process.channel?.unref();
}
