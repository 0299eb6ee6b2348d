/** Owns what a test that started this program may do to it: read the record, choose a menu item. */
import { chooseMenuItem } from './desktop.ts';
import { type FromTest, isControlled, record, tellTest } from './record.ts';

if (isControlled) {
  process.on('message', (message: FromTest) => {
    if (message.type === 'menu') chooseMenuItem(message.id);
    tellTest({ type: 'record', record });
  });
  // The channel alone does not keep the program alive.
  process.channel?.unref();
}
