/** Owns notifications: kept as data, clicked by a test. As Electron does, it lets go of one whose banner has gone, and then only the program can hold it. */
import { EventEmitter } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Notification as ElectronNotification, NotificationConstructorOptions } from 'electron';
import { onlyRecords, record } from '../record.ts';
import { strict } from '../strict.ts';
import { has } from '../system.ts';

interface Shown {
  readonly id: string;
  readonly events: WeakRef<EventEmitter>;
  /** While its banner is on the screen. */
  held: EventEmitter | null;
}
const shown: Shown[] = [];

/** What nobody holds any more is gone from now on, and with it whatever it would have done. Until then it may still act. */
export const collectGarbage = async (): Promise<void> => {
  // A weak reference holds what it was made from until the turn ends.
  await new Promise((resolve) => setImmediate(resolve));
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
};

/** What a person does with a notification: a click on it, or on one of its buttons. Windows looks for it by its id, and takes the first. */
export const clickNotification = (button: number | null, place = shown.length - 1): void => {
  const meant = shown[place];
  if (meant === undefined) throw new Error('No notification was shown.');
  const found = has('windows')
    ? shown.find(({ id, events }) => id === meant.id && events.deref() !== undefined)
    : meant;
  const events = found?.events.deref();
  if (button === null) events?.emit('click', {});
  else events?.emit('action', { actionIndex: button }, button, -1);
};

/** The banner of the newest one goes. Elsewhere than on Windows no reason is told. */
export const closeNotification = (reason: 'userCanceled' | 'timedOut'): void => {
  const newest = shown.at(-1);
  newest?.held?.emit('close', has('windows') ? { reason } : {});
  if (newest !== undefined) newest.held = null;
};

let number = 0;
const createNotification = (options: NotificationConstructorOptions): ElectronNotification => {
  const events = new EventEmitter();
  number += 1;
  const own: Shown = { id: options.id ?? `of its own ${number}`, events: new WeakRef(events), held: events };
  const members: Pick<ElectronNotification, 'on' | 'show' | 'close'> = {
    on: events.on.bind(events) as unknown as ElectronNotification['on'],
    show: () => {
      shown.push(own);
      const { title = '', body = '', actions = [] } = options;
      record.notifications.push({ title, body, buttons: actions.map(({ text }) => text ?? '') });
    },
    close: () => {
      own.held = null;
      events.emit('close', { reason: 'applicationHidden' });
    },
  };
  return strict('notification', members) as ElectronNotification;
};

const statics: Pick<typeof ElectronNotification, 'isSupported' | 'handleActivation'> = {
  isSupported: () => onlyRecords,
  // For a notice of an earlier start, which a stand-in has none of.
  handleActivation: () => {},
};

/** `new Notification(options)` and its statics. */
export const Notification = new Proxy(strict('Notification', Object.assign(class {}, statics)), {
  construct: (_target, [options]: [NotificationConstructorOptions]) => createNotification(options),
}) as unknown as typeof ElectronNotification;
