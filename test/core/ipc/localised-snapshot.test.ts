/** What the page is told of the next meetings: words, since it holds none of the sentences themselves. */
import { expect, test } from 'vitest';
import { sourceWords } from '../../../electron/core/calendar-sources/shape.ts';
import { inspectText } from '../../../electron/core/invite/index.ts';
import { localisedSnapshot } from '../../../electron/core/ipc/localised-snapshot.ts';
import { otherLinkWords } from '../../../electron/core/meeting/meeting.ts';
import { TOLD } from '../../../electron/core/messages/messages.ts';
import { snapshot } from '../../renderer/samples.ts';
import { meeting } from '../meeting/samples.ts';

test('problems of calendars and reasons of invitations are words', () => {
  const inspection = inspectText('https://us02web.zoom.us/j/84100020003?pwd=a.1 https://meet.google.com/abc-mnop-xyz');
  const { agenda } = localisedSnapshot(
    snapshot({
      agenda: {
        meetings: [meeting({ inspection })],
        calendars: [{ name: 'Outlook', state: 'unread', readAt: null, problem: sourceWords.outlookNotRunning }],
      },
    }),
  );
  expect(agenda.calendars[0]?.problem).toMatchObject({
    id: TOLD,
    values: { words: { text: 'Outlook isn’t running. Start it to see its meetings here.' } },
  });
  const [told] = agenda.meetings;
  expect(told?.inspection.reasons.map(({ message }) => message.id)).toEqual(inspection.reasons.map(() => TOLD));
  expect(told === undefined ? null : otherLinkWords(told)).toMatchObject({
    values: { words: { text: expect.stringContaining('another meeting link in it, of Google Meet') } },
  });
});

test('a meeting without a title has words for it', () => {
  const { agenda } = localisedSnapshot(snapshot({ agenda: { meetings: [meeting({ title: '' })], calendars: [] } }));
  expect(agenda.meetings[0]?.title).toBe('Meeting without a title');
});
