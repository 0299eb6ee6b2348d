/** Owns the check "is a virus scanner on and up to date, where one is expected". */
import { messages, titles } from '../../messages/messages.ts';
import { firstOf } from '../../messages/names.ts';
import { list, product } from '../../messages/value.ts';
import { defineCheck } from '../define-check.ts';

const title = titles('antivirus', {
  on: 'Virus protection is on',
  off: 'Virus protection is off',
  old: 'Virus protection is out of date',
  unexpected: 'No virus scanner is needed here',
  ageUnknown: 'Couldn’t check whether virus protection is current',
  unknown: 'Couldn’t check virus protection',
});

const words = messages('antivirus', {
  question: 'Is virus protection on and up to date?',
  why: 'Files and links in a meeting’s chat get opened in a hurry. An up-to-date scanner stops most bad ones.',
  readsLinux: 'Nothing: a virus scanner is not expected on Linux',
  readsDarwin: 'Nothing: macOS brings protection of its own',
  readsWin32:
    'What Windows Security knows of each virus scanner; where it is another maker’s, the list of installed programs and the programs that run',
  wanted: 'a virus scanner that is on and up to date',
  fresh: 'On and up to date: {scanners}.',
  unusual: 'None is usual on this system.',
  extra: 'On: {scanners}. None is expected.',
  none: 'No virus scanner was found.',
  off: 'Off: {scanners}.',
  ageUnseen: 'On: {scanners}. Whether it’s up to date can’t be seen.',
  old: 'On, but not up to date: {scanners}.',
  open: 'Open Windows Security',
  choose: 'Choose Virus & threat protection.',
  realTime: 'Turn on real-time protection, or open the virus scanner named there and turn it on.',
  managed: 'If your organisation manages it, ask your IT department.',
  updates: 'Choose Virus & threat protection, then Protection updates.',
  check: 'Choose Check for updates, or open the virus scanner named there and update it.',
  turnOn: 'Turn on the virus scanner',
  openOther: 'Open the virus scanner that your organisation expects on this computer.',
  turnOnOther: 'Turn it on and update it.',
});

export const antivirus = defineCheck({
  id: 'antivirus',
  area: 'protection',
  when: 'after-call',
  question: words.question,
  unknownTitle: title.unknown,
  why: words.why,
  reads: { linux: words.readsLinux, darwin: words.readsDarwin, win32: words.readsWin32 },
  needs: ['antivirus'],
  policy: {},
  remedies: {
    'turn-on-win32': {
      label: words.open,
      minutes: 2,
      steps: [words.choose, words.realTime, words.managed],
      link: 'ms-settings:windowsdefender',
    },
    'update-win32': {
      label: words.open,
      minutes: 5,
      steps: [words.updates, words.check],
      link: 'ms-settings:windowsdefender',
    },
    other: { label: words.turnOn, minutes: 5, steps: [words.openOther, words.turnOnOther] },
  },
  judge: ({ facts, platform }) => {
    const { expected, products } = facts.antivirus.value;
    const { wanted, why } = words;
    const on = products.filter((one) => one.on);
    const named = (some: typeof products) => ({ scanners: firstOf(some.map((one) => product(one.name))) });
    const fresh = on.filter((one) => one.fresh === true);
    if (fresh.length > 0) return [{ state: 'pass', title: title.on, found: words.fresh(named(fresh)), wanted }];
    if (!expected) {
      const reason = on.length === 0 ? words.unusual : words.extra(named(on));
      return [{ state: 'not-applicable', title: title.unexpected, reason }];
    }
    const off = platform === 'win32' ? 'turn-on-win32' : 'other';
    if (on.length === 0) {
      const shown = list(products.slice(0, 3).map((one) => product(one.name)));
      const found = products.length === 0 ? words.none : words.off({ scanners: shown });
      return [{ state: 'fail', title: title.off, found, wanted, why, remedies: [off] }];
    }
    const remedies = [platform === 'win32' ? 'update-win32' : 'other'] as const;
    if (on.some((one) => one.fresh === null))
      return [{ state: 'unknown', title: title.ageUnknown, reason: words.ageUnseen(named(on)), remedies }];
    return [{ state: 'caution', title: title.old, found: words.old(named(on)), wanted, why, remedies }];
  },
});
