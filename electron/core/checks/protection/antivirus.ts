/** Owns the check "is a virus scanner on and up to date, where one is expected". */

import { formatList, formatNames } from '../../text/phrases.ts';
import { defineCheck } from '../define-check.ts';

const why =
  'Files and links that arrive in a meeting’s chat are opened in a hurry. A scanner that is on and fresh stops most of what they may carry.';

export const antivirus = defineCheck({
  id: 'antivirus',
  area: 'protection',
  when: 'after-call',
  question: 'Is virus protection on and up to date?',
  unknownTitle: 'Could not tell whether virus protection is on',
  why,
  reads: {
    linux: 'Nothing: a virus scanner is not expected on Linux',
    darwin: 'Nothing: macOS brings protection of its own',
    win32: 'What Windows Security knows of each virus scanner',
  },
  needs: ['antivirus'],
  policy: {},
  remedies: {
    'turn-on-win32': {
      label: 'Open Windows Security',
      minutes: 2,
      steps: [
        'Choose Virus & threat protection.',
        'Turn on real-time protection, or open the virus scanner named there and turn it on.',
        'If your organisation manages it, ask your IT department.',
      ],
      link: 'ms-settings:windowsdefender',
    },
    'update-win32': {
      label: 'Open Windows Security',
      minutes: 5,
      steps: [
        'Choose Virus & threat protection, then Protection updates.',
        'Choose Check for updates, or open the virus scanner named there and update it.',
      ],
      link: 'ms-settings:windowsdefender',
    },
    other: {
      label: 'Turn the virus scanner on',
      minutes: 5,
      steps: ['Open the virus scanner that your organisation expects on this computer.', 'Turn it on and update it.'],
    },
  },
  judge: ({ facts, platform }) => {
    const { expected, products } = facts.antivirus.value;
    const wanted = 'a virus scanner that is on and up to date';
    const on = products.filter((product) => product.on);
    const names = formatNames(on.map((product) => product.name));
    const are = on.length === 1 ? 'is' : 'are';
    if (on.some((product) => product.fresh === true)) {
      const fresh = formatNames(on.filter((product) => product.fresh === true).map((product) => product.name));
      return [
        { state: 'pass', title: `Virus protection is on: ${fresh}`, found: `On and up to date: ${fresh}.`, wanted },
      ];
    }
    if (!expected) {
      const reason = on.length === 0 ? 'None is usual on this system.' : `${names} ${are} on; none is expected.`;
      return [{ state: 'not-applicable', title: 'No virus scanner is expected here', reason }];
    }
    const off = platform === 'win32' ? 'turn-on-win32' : 'other';
    if (on.length === 0) {
      const found =
        products.length === 0
          ? 'No virus scanner was found.'
          : formatList(products.slice(0, 3).map((product) => `${formatNames([product.name])} is off`)).concat('.');
      return [{ state: 'fail', title: 'Virus protection is off', found, wanted, why, remedies: [off] }];
    }
    const update = platform === 'win32' ? 'update-win32' : 'other';
    if (on.some((product) => product.fresh === null)) {
      const reason = `${names} ${are} on. Whether ${on.length === 1 ? 'it is' : 'they are'} up to date cannot be seen.`;
      return [
        {
          state: 'unknown',
          title: 'Could not tell whether virus protection is up to date',
          reason,
          remedies: [update],
        },
      ];
    }
    const found = `${names} ${are} on, but not up to date.`;
    return [{ state: 'caution', title: 'Virus protection is out of date', found, wanted, why, remedies: [update] }];
  },
});
