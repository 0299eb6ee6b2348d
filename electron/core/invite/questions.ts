/** What to ask oneself: an official link is necessary, never sufficient. */

import type { Verdict } from './inspection.ts';

const ALWAYS = [
  'Did I expect this invitation, and does the time fit?',
  'Do I know the person, and did they write as they usually do?',
];

const BY_VERDICT: Readonly<Record<Verdict, readonly string[]>> = {
  genuine: [
    ...ALWAYS,
    'Anybody can open a meeting on an official server. Who will be in it?',
    'In the meeting: nobody needs my password, a code, a command or control of my screen.',
  ],
  suspicious: [
    'Can I ask the organiser by a way I already had, such as a known number?',
    'Have I already opened the link or typed something there? Then tell your IT department now.',
  ],
  'unknown-server': [...ALWAYS, 'Whose server is it? Ask the organiser by a way you already had.'],
  'not-a-meeting': [],
};

/** The questions that go with a verdict. */
export const questionsFor = (verdict: Verdict): readonly string[] => BY_VERDICT[verdict];
