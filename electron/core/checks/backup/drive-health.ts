/** Owns the check "is a drive of this computer about to fail". */
import { messages, titles } from '../../messages/messages.ts';
import { list, name } from '../../messages/value.ts';
import { defineCheck } from '../define-check.ts';

const title = titles('drive-health', {
  healthy: 'The drives report themselves healthy',
  failing: '{count, plural, one {A drive is} other {# drives are}} about to fail',
  silent: 'No drive says how healthy it is',
  administrator: 'Drive health needs an administrator here',
  unknown: 'Couldn’t check the health of the drives',
});

const words = messages('drive-health', {
  question: 'Are the drives of this computer in good health?',
  why: 'A drive that expects to fail can stop at any time, and takes with it what isn’t backed up.',
  readsLinux: 'Nothing: on Linux only an administrator may ask a drive',
  readsDarwin: 'What each drive says of its own health (S.M.A.R.T.), from systeminformation',
  readsWin32: 'What Windows’ list of drives says of their health, from systeminformation',
  found: '{drives} {count, plural, one {reports} other {report}} a failure, or that one is coming.',
  healthy: '{drives}',
  healthyBut: '{drives}. Nothing is told of {silent}.',
  wanted: 'drives that report themselves healthy',
  silent: 'The system’s list says nothing about the health of any drive.',
  administrator: 'On Linux only an administrator may ask a drive about its health.',
  backUp: 'Back up today, then replace the drive',
  backUpElsewhere: 'Back up today, to another drive.',
  replace: 'Have this drive replaced. Until then, keep nothing on it that exists nowhere else.',
});

export const driveHealth = defineCheck({
  id: 'drive-health',
  area: 'backup',
  when: 'after-call',
  question: words.question,
  unknownTitle: title.unknown,
  why: words.why,
  reads: { linux: words.readsLinux, darwin: words.readsDarwin, win32: words.readsWin32 },
  needs: ['driveHealth'],
  policy: {},
  remedies: {
    'back-up-today': { label: words.backUp, minutes: 60, steps: [words.backUpElsewhere, words.replace] },
  },
  judge: ({ facts, platform }) => {
    const { drives } = facts.driveHealth.value;
    const of = (wanted: (typeof drives)[number]['state']) => drives.filter(({ state }) => state === wanted);
    const [failing, healthy, silent] = [of('failing'), of('healthy'), of('silent')];
    if (failing.length + healthy.length === 0)
      return platform === 'linux'
        ? [{ state: 'not-applicable', title: title.administrator, reason: words.administrator }]
        : [{ state: 'unknown', title: title.silent, reason: words.silent }];
    const named = (some: typeof drives) => list(some.map((drive) => name(drive.name)));
    const count = failing.length;
    if (count > 0)
      return [
        {
          state: 'fail',
          title: title.failing({ count }),
          found: words.found({ drives: named(failing), count }),
          wanted: words.wanted,
          why: words.why,
          remedies: ['back-up-today'],
        },
      ];
    const found =
      silent.length === 0
        ? words.healthy({ drives: named(healthy) })
        : words.healthyBut({ drives: named(healthy), silent: named(silent) });
    return [{ state: 'pass', title: title.healthy, found }];
  },
});
