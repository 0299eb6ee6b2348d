/** Owns showing a notice by the system's own notifications: one for each group, a newer one in its place. */

import { Notification } from 'electron';
import type { Notice, NoticeAction } from '../../core/background/notification.ts';
import { asMessage } from '../../core/messages/messages.ts';
import { says } from '../../core/messages/says.ts';

const words = says('notify', {
  failed: 'This system didn’t show a notice ({error}). The tray icon and this window say the same.',
});

export interface Notices {
  readonly act: (action: NoticeAction) => void;
  /** A notice was used that this start of the program did not show. */
  readonly open: () => void;
  readonly onProblem: (sentence: string) => void;
}

/** More than a notification centre shows of one program; the oldest is let go. */
const MOST_HELD = 20;
/** Windows tells of a use twice, to the notice and to the program, in no order that it promises. */
const SAME_USE_MS = 1000;

/** A click does what the first action does; where a system shows no buttons, that is the only one. */
export const showNotices = ({ act, open, onProblem }: Notices): ((notice: Notice) => void) => {
  /**
   * Held here, or the garbage collector would take the notice with its buttons while a person can still use it: also in
   * Windows' notification centre, where it moves when its time on the screen is over.
   */
  const held = new Set<Notification>();
  const newest = new Map<Notice['group'], Notification>();
  let usedAt = Number.NEGATIVE_INFINITY;
  const use = (action: NoticeAction): void => {
    usedAt = performance.now();
    act(action);
  };
  if (process.platform === 'win32')
    Notification.handleActivation(() => {
      setTimeout(() => {
        if (performance.now() - usedAt > 2 * SAME_USE_MS) open();
      }, SAME_USE_MS);
    });

  return (notice) => {
    if (!Notification.isSupported()) return;
    const [first] = notice.actions;
    // Without an id of ours: Windows gives what a person does to the first notice with that id, which may be an older one.
    const notification = new Notification({
      groupId: 'greenroom',
      title: notice.title,
      body: notice.body,
      silent: true,
      actions: notice.actions.map(({ label }) => ({ type: 'button', text: label })),
    });
    notification.on('click', () => use(first));
    notification.on('action', ({ actionIndex }) => {
      const action = notice.actions[actionIndex];
      if (action !== undefined) use(action);
    });
    const letGo = (): void => {
      held.delete(notification);
      if (newest.get(notice.group) === notification) newest.delete(notice.group);
    };
    notification.on('close', ({ reason }) => {
      if (reason !== 'timedOut') letGo();
    });
    notification.on('failed', (_event, error) => {
      letGo();
      onProblem(words.failed({ error: asMessage(error) }));
    });
    newest.get(notice.group)?.close();
    newest.set(notice.group, notification);
    held.add(notification);
    for (const oldest of held) {
      if (held.size <= MOST_HELD) break;
      held.delete(oldest);
    }
    notification.show();
  };
};
