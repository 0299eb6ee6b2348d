/** Owns the check "is a backup running now": it would take processor, disk and network from a call. */
import { asMessage, messages, sentences, titles } from '../../messages/messages.ts';
import { firstOf } from '../../messages/names.ts';
import { name } from '../../messages/value.ts';
import { defineCheck } from '../define-check.ts';
import { runningText } from './backup-phrases.ts';

const title = titles('backup-running', {
  none: 'No backup is running',
  running: 'A backup is running in {tools}',
  unknown: 'Couldn’t check whether a backup is running',
});

const words = messages('backup-running', {
  question: 'Is a backup running now?',
  why: 'A running backup takes processor, disk and network: picture and sound may stutter.',
  readsLinux: 'The programs that run, and what backup programs and scripts among them were told to do',
  readsDarwin:
    'Time Machine’s destinations and state; the programs that run; whether other backup programs are installed',
  readsWin32:
    'The programs that run; the settings of File History, of Windows’ Backup and Restore and of OneDrive; the log of Veeam Agent; the list of installed programs; attached drives',
  wanted: 'no backup at work during a call',
  none: 'No backup program is at work.',
  pause: 'Let it finish, or pause it',
  wait: 'If you have time, wait until the backup has finished.',
  stop: 'If not, pause or stop it in the backup program. It continues where it was.',
  later: 'Start it again after the call. Don’t unplug the drive while it runs.',
});

export const backupRunning = defineCheck({
  id: 'backup-running',
  area: 'backup',
  when: 'before-call',
  question: words.question,
  unknownTitle: title.unknown,
  why: words.why,
  reads: { linux: words.readsLinux, darwin: words.readsDarwin, win32: words.readsWin32 },
  needs: ['backupActivity'],
  policy: {},
  remedies: { wait: { label: words.pause, minutes: 2, steps: [words.wait, words.stop, words.later] } },
  judge: ({ facts }) => {
    const { running, gaps } = facts.backupActivity.value;
    const { wanted, why } = words;
    if (running.length > 0) {
      const heading = title.running({ tools: firstOf(running.map((one) => name(one.name))) });
      const found = sentences(runningText(running));
      return [{ state: 'caution', title: heading, found, wanted, why, remedies: ['wait'] }];
    }
    if (gaps.length === 0) return [{ state: 'pass', title: title.none, found: words.none }];
    const reason = sentences(gaps.map(asMessage));
    return [{ state: 'unknown', title: title.unknown, reason }];
  },
});
