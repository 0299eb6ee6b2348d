/** Owns notifications: kept as data, clicked by a test. */
import { EventEmitter } from 'node:events';
import type { Notification as ElectronNotification, NotificationConstructorOptions } from 'electron';
import { onlyRecords, record } from '../record.ts';
import { strict } from '../strict.ts';

const shown: EventEmitter[] = [];

/** What a person does with the newest notification: a click on it, or on one of its buttons. */
export const clickNotification = (button: number | null): void => {
  const newest = shown.at(-1);
  if (newest === undefined) throw new Error('No notification was shown.');
  if (button === null) newest.emit('click', {});
  else newest.emit('action', { actionIndex: button }, button, -1);
};

const createNotification = (options: NotificationConstructorOptions): ElectronNotification => {
  const events = new EventEmitter();
  const members: Pick<ElectronNotification, 'on' | 'show' | 'close'> = {
    on: events.on.bind(events) as unknown as ElectronNotification['on'],
    show: () => {
      shown.push(events);
      const { title = '', body = '', actions = [] } = options;
      record.notifications.push({ title, body, buttons: actions.map(({ text }) => text ?? '') });
    },
    close: () => void events.emit('close', { reason: 'applicationHidden' }),
  };
  return strict('notification', members) as ElectronNotification;
};

const statics: Pick<typeof ElectronNotification, 'isSupported'> = { isSupported: () => onlyRecords };

/** `new Notification(options)` and its statics. */
export const Notification = new Proxy(strict('Notification', Object.assign(class {}, statics)), {
  construct: (_target, [options]: [NotificationConstructorOptions]) => createNotification(options),
}) as unknown as typeof ElectronNotification;
