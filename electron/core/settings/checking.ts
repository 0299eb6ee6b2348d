/** Owns the settings of a run of the checks. */
import { integerKey } from '../policy/policy.ts';
import { defineSettings } from './area.ts';

export const checkingSettings = defineSettings({
  id: 'checking',
  title: 'Checking',
  describe: 'How Greenroom looks at this computer.',
  policy: {
    deadlineSeconds: integerKey(10, 'seconds', 2, 60, 'What is not known after this time is told as not known.'),
  },
  words: { deadlineSeconds: { label: 'Wait at most' } },
});
