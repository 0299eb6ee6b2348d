/** Owns the check "does a program run that lets others control this computer". */

import { list } from '../../policy/policy.ts';
import { formatNames } from '../../text/phrases.ts';
import { defineCheck } from '../define-check.ts';

const why =
  'Such a program lets somebody see this screen and use its mouse. People who pose as helpers in a meeting ask for exactly that.';

export const remoteControl = defineCheck({
  id: 'remote-control',
  area: 'protection',
  when: 'after-call',
  question: 'Is a program for remote control running?',
  unknownTitle: 'Could not tell whether a program for remote control is running',
  why,
  reads: {
    linux: 'The names of the programs that run now',
    darwin: 'The names of the programs that run now',
    win32: 'The names of the programs that run now',
  },
  needs: ['remoteControl'],
  policy: {
    allowedPrograms: list('program names', 'Programs for remote control that may run: those of your IT department.'),
  },
  remedies: {
    quit: {
      label: 'Quit it for the meeting',
      minutes: 2,
      steps: [
        'That it runs does not mean that somebody is connected. Look at its icon in the tray or the menu bar.',
        'Quit it there, if you do not need it during the meeting.',
        'If you did not install it, ask your IT department what it is for.',
      ],
    },
  },
  judge: ({ facts, policy }) => {
    const { programs } = facts.remoteControl.value;
    const allowed = new Set(policy.allowedPrograms.map((name) => name.trim().toLowerCase()));
    const running = [...new Set(programs)].filter((name) => !allowed.has(name.toLowerCase()));
    const wanted = 'no program for remote control running';
    if (running.length === 0) {
      if (programs.length === 0) {
        return [{ state: 'pass', title: 'No program for remote control is running', found: 'None runs.', wanted }];
      }
      const title = 'Only allowed programs for remote control are running';
      return [
        {
          state: 'pass',
          title,
          found: `Running now, as your organisation allows: ${formatNames(programs, 8)}.`,
          wanted,
        },
      ];
    }
    const names = formatNames(running);
    const are = running.length === 1 ? 'is' : 'are';
    const title = `${names} ${are} running and can let others control this computer`;
    const found = `Running now: ${formatNames(running, 8)}. Whether anybody is connected is not looked at.`;
    return [{ state: 'caution', title, found, wanted, why, remedies: ['quit'] }];
  },
});
