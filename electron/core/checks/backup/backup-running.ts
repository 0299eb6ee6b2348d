/** Owns the check "is a backup running now": it would take processor, disk and network from a call. */

import { formatList } from '../../text/phrases.ts';
import { sanitize } from '../../text/sanitize.ts';
import { defineCheck } from '../define-check.ts';
import { progress, runningText } from './backup-phrases.ts';

const why = 'A running backup takes processor, disk and network, so that picture and sound of a call may falter.';

export const backupRunning = defineCheck({
  id: 'backup-running',
  area: 'backup',
  when: 'before-call',
  question: 'Is a backup running now?',
  unknownTitle: 'Could not tell whether a backup is running',
  why,
  reads: {
    linux: 'The programs that run, and what backup programs and scripts among them were told to do',
    darwin: 'Time Machine’s destinations and state; the programs that run; whether other backup programs are installed',
    win32:
      'The programs that run; the settings of File History, of Windows’ Backup and Restore and of OneDrive; the log of Veeam Agent; the list of installed programs; attached drives',
  },
  needs: ['backupActivity'],
  policy: {},
  remedies: {
    wait: {
      label: 'Let it finish, or pause it',
      minutes: 2,
      steps: [
        'If there is time, wait until the backup has finished.',
        'Otherwise pause or stop it in the backup program. It goes on where it was.',
        'Start it again after the call. Do not unplug the drive while it runs.',
      ],
    },
  },
  judge: ({ facts }) => {
    const { running, gaps } = facts.backupActivity.value;
    const [first] = running;
    if (first === undefined)
      return gaps.length > 0
        ? [{ state: 'unknown' as const, title: 'Could not tell whether a backup is running', reason: gaps.join(' ') }]
        : [{ state: 'pass' as const, title: 'No backup is running', found: 'No backup program is at work.' }];
    const names = formatList(running.map(({ name }) => sanitize(name, 60)));
    return [
      {
        state: 'caution' as const,
        title: `A backup is running: ${names}${running.length > 1 || first.percent === null ? '' : `, ${progress(first)}`}`,
        found: runningText(running),
        wanted: 'no backup at work during a call',
        why,
        remedies: ['wait'] as const,
      },
    ];
  },
});
