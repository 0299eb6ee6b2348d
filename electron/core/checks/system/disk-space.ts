/** Owns the check "is there room on the system disk for recordings and updates". */

import { formatNames } from '../../text/phrases.ts';
import { defineCheck } from '../define-check.ts';

const why = 'On a full disk recordings break off, updates do not install, and meeting apps stop without saying why.';

const GIGABYTE = 1e9;

/** "0.4 GB", "112 GB" */
const gigabytes = (bytes: number): string => {
  const value = bytes / GIGABYTE;
  return `${value < 10 ? (Math.floor(value * 10) / 10).toFixed(1) : Math.floor(value)} GB`;
};

export const diskSpace = defineCheck({
  id: 'disk-space',
  area: 'system',
  when: 'after-call',
  question: 'Is there room on the disk?',
  unknownTitle: 'Could not tell how much room there is on the disk',
  why,
  reads: {
    linux: 'The free space on the volume of the home folder',
    darwin: 'The free space on the volume of the home folder',
    win32: 'The free space on the system drive',
  },
  needs: ['diskSpace'],
  policy: {
    minimumGigabytes: {
      kind: 'number',
      unit: 'gigabytes',
      default: 5,
      minimum: 0,
      maximum: 1000,
      describe: 'Less free space than this is a caution; a fifth of it is a failure.',
    },
    minimumPercent: {
      kind: 'number',
      unit: 'per cent',
      default: 1,
      minimum: 0,
      maximum: 50,
      describe: 'A smaller free share of the disk than this is a caution.',
    },
  },
  remedies: {
    win32: {
      label: 'Open storage settings',
      minutes: 15,
      steps: ['Choose Temporary files and remove what you do not need.', 'Empty the Recycle Bin.'],
      link: 'ms-settings:storagesense',
    },
    darwin: {
      label: 'Open storage settings',
      minutes: 15,
      steps: ['Look at what is recommended there.', 'Empty the Bin.'],
      link: 'x-apple.systempreferences:com.apple.settings.Storage',
    },
    linux: {
      label: 'Make room',
      minutes: 15,
      steps: [
        'Empty the Wastebasket.',
        'Open “Disk Usage Analyser” or a similar program, and delete or move what you do not need.',
      ],
    },
  },
  judge: ({ facts, policy, platform }) => {
    const { volume, freeBytes, totalBytes } = facts.diskSpace.value;
    const wanted = `at least ${policy.minimumGigabytes} GB and ${policy.minimumPercent} % of the disk free`;
    const remedies = [platform] as const;
    const name = formatNames([volume]);
    // Some file systems for live and network use give no size.
    if (!(totalBytes > 0) || !(freeBytes >= 0)) {
      const reason = `${name} does not say how large it is.`;
      return [{ state: 'unknown', title: 'Could not tell how much room there is on the disk', reason }];
    }
    const percent = Math.floor((freeBytes / totalBytes) * 100);
    const found = `${gigabytes(freeBytes)} of ${gigabytes(totalBytes)} are free on ${name} (${percent} %).`;
    const title = `${gigabytes(freeBytes)} free on the disk`;
    if (freeBytes < (policy.minimumGigabytes / 5) * GIGABYTE) {
      return [{ state: 'fail', title: `The disk is full: ${gigabytes(freeBytes)} free`, found, wanted, why, remedies }];
    }
    if (freeBytes < policy.minimumGigabytes * GIGABYTE || freeBytes < totalBytes * (policy.minimumPercent / 100)) {
      return [{ state: 'caution', title: `Only ${title}`, found, wanted, why, remedies }];
    }
    return [{ state: 'pass', title, found, wanted }];
  },
});
