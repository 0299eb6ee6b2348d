/** Owns the settings of a run of the checks. */
import { integerKey } from '../policy/policy.ts';
import { defineSettings } from './area.ts';

export const checkingSettings = defineSettings({
  id: 'checking',
  title: 'Checking',
  describe: 'How Greenroom looks at this computer.',
  policy: {
    // Each reading has a limit of its own, the longest one half a minute: the search for updates on Windows.
    deadlineSeconds: integerKey(35, 'seconds', 2, 60, 'What is not known after this time is told as not known.'),
  },
  words: { deadlineSeconds: { label: 'Wait at most' } },
});
