/** Owns the settings of a run of the checks. */
import { messages } from '../messages/messages.ts';
import { integerKey } from '../policy/policy.ts';
import { defineSettings } from './area.ts';

const words = messages('settings.checking', {
  title: 'Checking',
  about: 'How Greenroom looks at this computer.',
  deadlineSeconds: 'Wait at most',
});

const describe = messages('policy.checking', {
  deadlineSeconds: 'What is not known after this time is told as not known.',
});

export const checkingSettings = defineSettings({
  id: 'checking',
  title: words.title,
  describe: words.about,
  policy: {
    // Each reading has a limit of its own, the longest one half a minute: the search for updates on Windows.
    deadlineSeconds: integerKey(35, 'seconds', 2, 60, describe.deadlineSeconds),
  },
  words: { deadlineSeconds: { label: words.deadlineSeconds } },
});
