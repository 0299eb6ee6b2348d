/** Tries notices as Windows treats them: found by an id, moved to the notification centre, used late. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Notice, NoticeAction } from '../../../electron/core/background/notification.ts';
import { showNotices } from '../../../electron/main/background/notify.ts';
import { clickNotification, closeNotification, collectGarbage } from '../../doubles/electron/desktop/notification.ts';
import { record } from '../../doubles/electron/record.ts';
import { ways } from '../../doubles/electron/system.ts';

beforeAll(() => void ways.add('windows'));
afterAll(() => void ways.delete('windows'));

const acted: NoticeAction[] = [];
const show = showNotices({ act: (action) => acted.push(action), open: () => {}, onProblem: () => {} });
const meeting = (meetingId: string): Notice => ({
  group: 'meeting',
  title: meetingId,
  body: '',
  actions: [
    { kind: 'open', label: 'Show', checkId: null },
    { kind: 'join', label: 'Join', meetingId },
  ],
});
const joined = (): readonly string[] => acted.flatMap((action) => (action.kind === 'join' ? [action.meetingId] : []));
const newest = (): number => record.notifications.length - 1;
beforeEach(() => {
  acted.length = 0;
});

test('a button acts for its own notice, not for an earlier one', () => {
  show(meeting('standup'));
  closeNotification('timedOut');
  show(meeting('review'));
  clickNotification(1);
  expect(joined()).toEqual(['review']);
});

test('a notice that moved to the notification centre still acts', async () => {
  show(meeting('retro'));
  closeNotification('timedOut');
  await collectGarbage();
  clickNotification(1);
  expect(joined()).toEqual(['retro']);
});

test('one that was waved away, or that a newer one replaced, is let go', async () => {
  show(meeting('first'));
  const first = newest();
  show(meeting('second'));
  closeNotification('userCanceled');
  await collectGarbage();
  clickNotification(1, first);
  clickNotification(1);
  expect(joined()).toEqual([]);
});
