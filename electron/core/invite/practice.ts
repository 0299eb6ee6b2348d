/** Ten invented invitations to judge oneself, with the explanation that is shown after each answer. */

import { type Message, messages } from '../messages/messages.ts';
import type { Verdict } from './inspection.ts';

export interface PracticeCase {
  readonly id: string;
  /** Shown above the invitation. */
  readonly situation: Message;
  readonly invitation: string;
  readonly verdict: Verdict;
  readonly explanation: Message;
  /** What to look at next time. */
  readonly lookAt: Message;
}

const situations = messages('practice', {
  'zoom-plain': 'A colleague invites you to the weekly meeting.',
  'zoom-hyphen': 'The same invitation arrives again, “because the old link has expired”.',
  'teams-inside': 'An invitation from a customer.',
  safelinks: 'Your mail program has changed the link into something very long.',
  'shown-and-target': 'A mail shows a link in blue.',
  'user-info': 'A link in a chat.',
  'short-link': 'An interview by video, arranged in a messenger.',
  'run-command': 'The meeting does not start, and a help text appears.',
  'own-server': 'A club invites you to its own meeting server.',
  'webex-plain': 'A supplier invites you.',
});

const explanations = messages('practice.explanation', {
  'zoom-plain': 'The server’s name ends in .zoom.us. What stands before it, here us02web, Zoom chooses itself.',
  'zoom-hyphen':
    'There is a hyphen where the dot belongs. The server is called us02web-zoom.us and anybody could have registered it.',
  'teams-inside':
    'teams.microsoft.com stands there, but the name goes on. The owner is meeting-desk.example; the rest is only to be read.',
  safelinks:
    'The company’s mail filter wrapped the link. The address inside is meet.google.com. A wrapper alone is neither good nor bad.',
  'shown-and-target':
    'What a link shows and where it leads are two different things. The text shows Teams, a click opens conference-room.example.',
  'user-info': 'Everything before the @ is a user name and says nothing. The server is call-84100020003.example.',
  'short-link':
    'A short link hides where it leads. No service shortens its meeting links, so ask for the full address.',
  'run-command':
    'The link is official, the request is an attack: it makes you run a command yourself. No meeting needs that.',
  'own-server':
    'Many clubs and offices run their own meeting server. Nobody can tell from outside whose it is, so ask somebody you know there.',
  'webex-plain': 'Webex gives every customer a name before .webex.com. The end of the server’s name is Webex’s own.',
});

const lookAts = messages('practice.look-at', {
  'zoom-plain': 'The end of the server’s name, right before the first single slash.',
  'zoom-hyphen': 'Dots and hyphens. Only a dot separates the owner’s name from what is below it.',
  'teams-inside': 'Read the server’s name from the right, not from the left.',
  safelinks: 'Let Greenroom take the wrapper off and look at the address inside.',
  'shown-and-target': 'Rest the pointer on the link, or paste it here, before you click.',
  'user-info': 'An @ before the first single slash.',
  'short-link': 'Meeting links are sent in full.',
  'run-command': 'What you are asked to do. An official link does not make a request honest.',
  'own-server': 'Whether the organiser, asked in another way, names the same server.',
  'webex-plain': 'A strange beginning is normal. The end decides.',
});

export const PRACTICE: readonly PracticeCase[] = [
  {
    id: 'zoom-plain',
    situation: situations['zoom-plain'],
    invitation:
      'Mira Holt is inviting you to a scheduled Zoom meeting.\n\nJoin Zoom Meeting\nhttps://us02web.zoom.us/j/84100020003?pwd=Qk7invented0practice1.1\n\nMeeting ID: 841 0002 0003\nPasscode: 204060',
    verdict: 'genuine',
    explanation: explanations['zoom-plain'],
    lookAt: lookAts['zoom-plain'],
  },
  {
    id: 'zoom-hyphen',
    situation: situations['zoom-hyphen'],
    invitation:
      'Hi, the old link has expired. Please join the Zoom meeting here:\nhttps://us02web-zoom.us/j/84100020003?pwd=Qk7invented0practice1.1',
    verdict: 'suspicious',
    explanation: explanations['zoom-hyphen'],
    lookAt: lookAts['zoom-hyphen'],
  },
  {
    id: 'teams-inside',
    situation: situations['teams-inside'],
    invitation:
      'Microsoft Teams meeting\nJoin: https://teams.microsoft.com.meeting-desk.example/meet/2740011002299?p=PracticeOnly1\nMeeting ID: 274 001 100 229 9',
    verdict: 'suspicious',
    explanation: explanations['teams-inside'],
    lookAt: lookAts['teams-inside'],
  },
  {
    id: 'safelinks',
    situation: situations.safelinks,
    invitation:
      'Join the meeting: https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fmeet.google.com%2Fpqr-wxyz-abc&data=05%7C02%7Cpractice&reserved=0',
    verdict: 'genuine',
    explanation: explanations.safelinks,
    lookAt: lookAts.safelinks,
  },
  {
    id: 'shown-and-target',
    situation: situations['shown-and-target'],
    invitation:
      '<p>Join Microsoft Teams meeting</p><p><a href="https://conference-room.example/meet/2740011002299?p=PracticeOnly1">https://teams.microsoft.com/meet/2740011002299?p=PracticeOnly1</a></p>',
    verdict: 'suspicious',
    explanation: explanations['shown-and-target'],
    lookAt: lookAts['shown-and-target'],
  },
  {
    id: 'user-info',
    situation: situations['user-info'],
    invitation: 'https://zoom.us@call-84100020003.example/j/84100020003',
    verdict: 'suspicious',
    explanation: explanations['user-info'],
    lookAt: lookAts['user-info'],
  },
  {
    id: 'short-link',
    situation: situations['short-link'],
    invitation: 'Please join our Google Meet interview: https://bit.ly/practice-interview',
    verdict: 'suspicious',
    explanation: explanations['short-link'],
    lookAt: lookAts['short-link'],
  },
  {
    id: 'run-command',
    situation: situations['run-command'],
    invitation:
      'Join with Google Meet: https://meet.google.com/pqr-wxyz-abc\nIf your microphone does not work, press Windows+R, then Ctrl+V and Enter to install the audio update.',
    verdict: 'suspicious',
    explanation: explanations['run-command'],
    lookAt: lookAts['run-command'],
  },
  {
    id: 'own-server',
    situation: situations['own-server'],
    invitation: 'We meet on our own server: https://meet.chess-club.example/TuesdayEvening',
    verdict: 'unknown-server',
    explanation: explanations['own-server'],
    lookAt: lookAts['own-server'],
  },
  {
    id: 'webex-plain',
    situation: situations['webex-plain'],
    invitation:
      'Join your Webex meeting:\nhttps://lindqvist-tools.webex.com/lindqvist-tools/j.php?MTID=m0123456789abcdef0123456789abcdef',
    verdict: 'genuine',
    explanation: explanations['webex-plain'],
    lookAt: lookAts['webex-plain'],
  },
];
