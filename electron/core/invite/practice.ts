/** Ten invented invitations to judge oneself, with the explanation that is shown after each answer. */

import type { Verdict } from './inspection.ts';

export interface PracticeCase {
  readonly id: string;
  /** Shown above the invitation. */
  readonly situation: string;
  readonly invitation: string;
  readonly verdict: Verdict;
  readonly explanation: string;
  /** What to look at next time. */
  readonly lookAt: string;
}

export const PRACTICE: readonly PracticeCase[] = [
  {
    id: 'zoom-plain',
    situation: 'A colleague invites you to the weekly meeting.',
    invitation:
      'Mira Holt is inviting you to a scheduled Zoom meeting.\n\nJoin Zoom Meeting\nhttps://us02web.zoom.us/j/84100020003?pwd=Qk7invented0practice1.1\n\nMeeting ID: 841 0002 0003\nPasscode: 204060',
    verdict: 'genuine',
    explanation: 'The server’s name ends in .zoom.us. What stands before it, here us02web, Zoom chooses itself.',
    lookAt: 'The end of the server’s name, right before the first single slash.',
  },
  {
    id: 'zoom-hyphen',
    situation: 'The same invitation arrives again, “because the old link has expired”.',
    invitation:
      'Hi, the old link has expired. Please join the Zoom meeting here:\nhttps://us02web-zoom.us/j/84100020003?pwd=Qk7invented0practice1.1',
    verdict: 'suspicious',
    explanation:
      'There is a hyphen where the dot belongs. The server is called us02web-zoom.us and anybody could have registered it.',
    lookAt: 'Dots and hyphens. Only a dot separates the owner’s name from what is below it.',
  },
  {
    id: 'teams-inside',
    situation: 'An invitation from a customer.',
    invitation:
      'Microsoft Teams meeting\nJoin: https://teams.microsoft.com.meeting-desk.example/meet/2740011002299?p=PracticeOnly1\nMeeting ID: 274 001 100 229 9',
    verdict: 'suspicious',
    explanation:
      'teams.microsoft.com stands there, but the name goes on. The owner is meeting-desk.example; the rest is only to be read.',
    lookAt: 'Read the server’s name from the right, not from the left.',
  },
  {
    id: 'safelinks',
    situation: 'Your mail program has changed the link into something very long.',
    invitation:
      'Join the meeting: https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fmeet.google.com%2Fpqr-wxyz-abc&data=05%7C02%7Cpractice&reserved=0',
    verdict: 'genuine',
    explanation:
      'The company’s mail filter wrapped the link. The address inside is meet.google.com. A wrapper alone is neither good nor bad.',
    lookAt: 'Let Greenroom take the wrapper off and look at the address inside.',
  },
  {
    id: 'shown-and-target',
    situation: 'A mail shows a link in blue.',
    invitation:
      '<p>Join Microsoft Teams meeting</p><p><a href="https://conference-room.example/meet/2740011002299?p=PracticeOnly1">https://teams.microsoft.com/meet/2740011002299?p=PracticeOnly1</a></p>',
    verdict: 'suspicious',
    explanation:
      'What a link shows and where it leads are two different things. The text shows Teams, a click opens conference-room.example.',
    lookAt: 'Rest the pointer on the link, or paste it here, before you click.',
  },
  {
    id: 'user-info',
    situation: 'A link in a chat.',
    invitation: 'https://zoom.us@call-84100020003.example/j/84100020003',
    verdict: 'suspicious',
    explanation: 'Everything before the @ is a user name and says nothing. The server is call-84100020003.example.',
    lookAt: 'An @ before the first single slash.',
  },
  {
    id: 'short-link',
    situation: 'An interview by video, arranged in a messenger.',
    invitation: 'Please join our Google Meet interview: https://bit.ly/practice-interview',
    verdict: 'suspicious',
    explanation:
      'A short link hides where it leads. No service shortens its meeting links, so ask for the full address.',
    lookAt: 'Meeting links are sent in full.',
  },
  {
    id: 'run-command',
    situation: 'The meeting does not start, and a help text appears.',
    invitation:
      'Join with Google Meet: https://meet.google.com/pqr-wxyz-abc\nIf your microphone does not work, press Windows+R, then Ctrl+V and Enter to install the audio update.',
    verdict: 'suspicious',
    explanation:
      'The link is official, the request is an attack: it makes you run a command yourself. No meeting needs that.',
    lookAt: 'What you are asked to do. An official link does not make a request honest.',
  },
  {
    id: 'own-server',
    situation: 'A club invites you to its own meeting server.',
    invitation: 'We meet on our own server: https://meet.chess-club.example/TuesdayEvening',
    verdict: 'unknown-server',
    explanation:
      'Many clubs and offices run their own meeting server. Nobody can tell from outside whose it is, so ask somebody you know there.',
    lookAt: 'Whether the organiser, asked in another way, names the same server.',
  },
  {
    id: 'webex-plain',
    situation: 'A supplier invites you.',
    invitation:
      'Join your Webex meeting:\nhttps://lindqvist-tools.webex.com/lindqvist-tools/j.php?MTID=m0123456789abcdef0123456789abcdef',
    verdict: 'genuine',
    explanation: 'Webex gives every customer a name before .webex.com. The end of the server’s name is Webex’s own.',
    lookAt: 'A strange beginning is normal. The end decides.',
  },
];
