/** Owns the check "is there room on the system disk for recordings and updates". */

import { messages, titles } from '../../messages/messages.ts';
import { measure, name, size } from '../../messages/value.ts';
import { integerKey } from '../../policy/policy.ts';
import { defineCheck } from '../define-check.ts';

const title = titles('disk-space', {
  enough: '{free} free on the disk',
  low: 'Only {free} free on the disk',
  full: 'The disk is full',
  unknown: 'Couldn’t check free disk space',
});

const words = messages('disk-space', {
  question: 'Is there enough room on the disk?',
  why: 'On a full disk, recordings stop, updates don’t install and meeting apps close without warning.',
  readsHome: 'The free space on the volume of the home folder',
  readsWin32: 'The free space on the system drive',
  found: '{free} of {total} are free on {disk} ({share}).',
  wanted: 'at least {least} and {share} of the disk free',
  sizeless: '{disk} doesn’t say how big it is.',
  openSettings: 'Open storage settings',
  removeWin32: 'Choose Temporary files and remove what you don’t need.',
  emptyWin32: 'Empty the Recycle Bin.',
  recommended: 'Follow the recommendations there.',
  emptyDarwin: 'Empty the Bin.',
  makeRoom: 'Make room',
  emptyLinux: 'Empty the Wastebasket.',
  removeLinux: 'Open “Disk Usage Analyser” or a similar program, and delete or move what you don’t need.',
});

const GIGABYTE = 1e9;

const describe = messages('policy.disk-space', {
  minimumGigabytes: 'Less free space than this is a caution; a fifth of it is a failure.',
  minimumPercent: 'A smaller free share of the disk than this is a caution.',
});

export const diskSpace = defineCheck({
  id: 'disk-space',
  area: 'system',
  when: 'after-call',
  question: words.question,
  unknownTitle: title.unknown,
  why: words.why,
  reads: { linux: words.readsHome, darwin: words.readsHome, win32: words.readsWin32 },
  needs: ['diskSpace'],
  policy: {
    minimumGigabytes: integerKey(5, 'gigabytes', 0, 1000, describe.minimumGigabytes),
    minimumPercent: integerKey(1, 'percent', 0, 50, describe.minimumPercent),
  },
  remedies: {
    win32: {
      label: words.openSettings,
      minutes: 15,
      steps: [words.removeWin32, words.emptyWin32],
      link: 'ms-settings:storagesense',
    },
    darwin: {
      label: words.openSettings,
      minutes: 15,
      steps: [words.recommended, words.emptyDarwin],
      link: 'x-apple.systempreferences:com.apple.settings.Storage',
    },
    linux: { label: words.makeRoom, minutes: 15, steps: [words.emptyLinux, words.removeLinux] },
  },
  judge: ({ facts, policy, platform }) => {
    const { volume, freeBytes, totalBytes } = facts.diskSpace.value;
    const disk = name(volume);
    // Some file systems for live and network use give no size.
    if (!(totalBytes > 0) || !(freeBytes >= 0))
      return [{ state: 'unknown', title: title.unknown, reason: words.sizeless({ disk }) }];
    const free = size(freeBytes);
    const share = measure(Math.floor((freeBytes / totalBytes) * 100), 'percent');
    const found = words.found({ free, total: size(totalBytes), disk, share });
    const wanted = words.wanted({
      least: measure(policy.minimumGigabytes, 'gigabyte'),
      share: measure(policy.minimumPercent, 'percent'),
    });
    const problem = { found, wanted, why: words.why, remedies: [platform] } as const;
    if (freeBytes < (policy.minimumGigabytes / 5) * GIGABYTE) return [{ ...problem, state: 'fail', title: title.full }];
    if (freeBytes < policy.minimumGigabytes * GIGABYTE || freeBytes < totalBytes * (policy.minimumPercent / 100))
      return [{ ...problem, state: 'caution', title: title.low({ free }) }];
    return [{ state: 'pass', title: title.enough({ free }), found, wanted }];
  },
});
