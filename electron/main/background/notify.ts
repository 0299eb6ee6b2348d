/** Owns showing a notice by the system's own notifications: one for each group, a newer one in its place. */
import { Notification } from 'electron';
import type { Notice, NoticeAction } from '../../core/background/notification.ts';

/** Held here, or the garbage collector would take the notice with its buttons while it is on the screen. */
const shown = new Map<Notice['group'], Notification>();

/** A click does what the first action does; where a system shows no buttons, that is the only one. */
export const showNotice = (notice: Notice, act: (action: NoticeAction) => void): void => {
  if (!Notification.isSupported()) return;
  const [first] = notice.actions;
  const notification = new Notification({
    id: `greenroom-${notice.group}`,
    groupId: 'greenroom',
    title: notice.title,
    body: notice.body,
    silent: true,
    actions: notice.actions.map(({ label }) => ({ type: 'button', text: label })),
  });
  notification.on('click', () => act(first));
  notification.on('action', ({ actionIndex }) => {
    const action = notice.actions[actionIndex];
    if (action !== undefined) act(action);
  });
  notification.on('close', () => {
    if (shown.get(notice.group) === notification) shown.delete(notice.group);
  });
  shown.get(notice.group)?.close();
  shown.set(notice.group, notification);
  notification.show();
};
