/** Owns the check "is the next meeting's link what it seems to be". */
import { meetingTitle } from '../../meeting/meeting.ts';
import { type Message, messages, sentences, titles } from '../../messages/messages.ts';
import { list, name, place, product } from '../../messages/value.ts';
import { shownAudienceKey } from '../../policy/policy.ts';
import { defineCheck } from '../define-check.ts';

const title = titles('meeting-link', {
  none: 'No online meeting coming up',
  genuine: 'The link to your next meeting is genuine',
  fake: 'Don’t join: this {service} link is fake',
  fakeMeeting: 'Don’t join: this meeting link is fake',
  server: 'Your next meeting is on an unknown server',
  unknown: 'Couldn’t check your next meeting’s link',
});

const words = messages('meeting-link', {
  question: 'Is the next meeting’s link genuine?',
  why: 'A fake link leads to a page that takes your password, or to a program that takes over this computer.',
  reads: 'The next meeting of your calendars, and where its link leads; nothing is opened',
  none: 'Your calendars hold none, or you’ve added no calendar.',
  named: '“{meeting}”.',
  leads: 'Its link leads to {host}.',
  server: 'Greenroom doesn’t know this server.',
  withheld: 'Its link is in the invitation, which your calendar program keeps to itself. Open it from there.',
  unread: 'Greenroom couldn’t read {calendars}, which may hold an earlier meeting.',
  wanted: 'an official link of the service',
  askLink: 'Ask the organiser for a new link',
  dontOpen: 'Don’t open the link.',
  callOrganiser: 'Call or write to the organiser as you usually do, not by replying to the invitation.',
  newLink: 'Ask for a new link, and delete the invitation.',
  askServer: 'Ask whether the server is theirs',
  callUsual: 'Call or write to the organiser as you usually do.',
  theirs: 'Ask whether they use this server for meetings. Join only if they do.',
});

export const meetingLink = defineCheck({
  id: 'meeting-link',
  area: 'call',
  when: 'before-call',
  question: words.question,
  unknownTitle: title.unknown,
  why: words.why,
  reads: { linux: words.reads, darwin: words.reads, win32: words.reads },
  needs: ['nextMeeting'],
  policy: { audience: shownAudienceKey() },
  remedies: {
    'ask-organiser': { label: words.askLink, minutes: 2, steps: [words.dontOpen, words.callOrganiser, words.newLink] },
    'ask-server': { label: words.askServer, minutes: 2, steps: [words.callUsual, words.theirs] },
  },
  judge: ({ facts }) => {
    const meeting = facts.nextMeeting.value;
    if (meeting === null) return [{ state: 'not-applicable', title: title.none, reason: words.none }];
    const { wanted, why } = words;
    const about = (...more: readonly Message[]): Message =>
      sentences([
        words.named({ meeting: meetingTitle(meeting) }),
        ...(meeting.host === null ? [] : [words.leads({ host: place(meeting.host) })]),
        ...more,
      ]);
    const earlier =
      meeting.unread === undefined ? [] : [words.unread({ calendars: list(meeting.unread.map((one) => name(one))) })];
    switch (meeting.link) {
      case 'genuine':
        return [{ state: 'pass', title: title.genuine, found: about(...earlier), wanted }];
      case 'suspicious': {
        const fake =
          meeting.serviceName === null ? title.fakeMeeting : title.fake({ service: product(meeting.serviceName) });
        return [{ state: 'fail', title: fake, found: about(), wanted, why, remedies: ['ask-organiser'] }];
      }
      case 'not-a-meeting':
        return [{ state: 'unknown', title: title.unknown, reason: about(words.withheld) }];
      case 'unknown-server':
        return [{ state: 'unknown', title: title.server, reason: about(words.server), remedies: ['ask-server'] }];
    }
  },
});
