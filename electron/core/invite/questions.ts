/** What to ask oneself: an official link is necessary, never sufficient. */

import { type Message, messages } from '../messages/messages.ts';
import type { Verdict } from './inspection.ts';

const words = messages('ask-yourself', {
  expected: 'Did I expect this invitation, and does the time fit?',
  person: 'Do I know the person, and did they write as they usually do?',
  anybody: 'Anybody can open a meeting on an official server. Who will be in it?',
  inMeeting: 'In the meeting: nobody needs my password, a code, a command or control of my screen.',
  otherWay: 'Can I ask the organiser as I usually reach them, such as by a number I know?',
  already: 'Have I already opened the link or typed something there? Then tell your IT department now.',
  whose: 'Whose server is it? Ask the organiser as you usually reach them.',
});

const ALWAYS = [words.expected, words.person];

const BY_VERDICT: Readonly<Record<Verdict, readonly Message[]>> = {
  genuine: [...ALWAYS, words.anybody, words.inMeeting],
  suspicious: [words.otherWay, words.already],
  'unknown-server': [...ALWAYS, words.whose],
  'not-a-meeting': [],
};

/** The questions that go with a verdict. */
export const questionsFor = (verdict: Verdict): readonly Message[] => BY_VERDICT[verdict];
