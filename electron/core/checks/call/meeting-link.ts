/** Owns the check "is the next meeting's link what it seems to be". */

import { fakeLinkTitle } from '../../meeting/meeting.ts';
import { formatNames } from '../../text/phrases.ts';
import { defineCheck } from '../define-check.ts';

const why = 'A fake link leads to a page that takes your password, or to a program that takes over this computer.';

const READS = 'The next meeting of your calendars, and where its link leads; nothing is opened';

export const meetingLink = defineCheck({
  id: 'meeting-link',
  area: 'call',
  when: 'before-call',
  question: 'Is the next meeting’s link genuine?',
  unknownTitle: 'Couldn’t check the next meeting’s link',
  why,
  reads: { linux: READS, darwin: READS, win32: READS },
  needs: ['nextMeeting'],
  policy: {},
  remedies: {
    'ask-organiser': {
      label: 'Ask the organiser for a new link',
      minutes: 2,
      steps: [
        'Don’t open the link.',
        'Call or write to the organiser as you usually do, not by an answer to the invitation.',
        'Ask for a new link, and delete the invitation.',
      ],
    },
    'ask-server': {
      label: 'Ask whether the server is theirs',
      minutes: 2,
      steps: [
        'Call or write to the organiser as you usually do.',
        'Ask whether they use this server for meetings. Join only if they do.',
      ],
    },
  },
  judge: ({ facts }) => {
    const meeting = facts.nextMeeting.value;
    const title = 'No online meeting is ahead';
    if (meeting === null || meeting.link === 'not-a-meeting')
      return [{ state: 'not-applicable', title, reason: 'Your calendars name none, or you added no calendar.' }];
    const name = `“${formatNames([meeting.title])}”`;
    const leads = meeting.host === null ? '' : ` Its link leads to ${formatNames([meeting.host])}.`;
    const wanted = 'an official link of the service';
    const service = meeting.serviceName ?? 'meeting';
    switch (meeting.link) {
      case 'genuine':
        return [
          { state: 'pass', title: `The next meeting’s ${service} link is genuine`, found: `${name}.${leads}`, wanted },
        ];
      case 'suspicious':
        return [
          {
            state: 'fail',
            title: fakeLinkTitle(meeting.serviceName),
            found: `${name}.${leads}`,
            wanted,
            why,
            remedies: ['ask-organiser'],
          },
        ];
      case 'unknown-server': {
        const reason = `${name}.${leads} Greenroom doesn’t know this server.`;
        return [
          { state: 'unknown', title: 'The next meeting is on an unknown server', reason, remedies: ['ask-server'] },
        ];
      }
    }
  },
});
