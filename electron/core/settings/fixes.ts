/** Owns the settings about fixes: whether Greenroom may change anything on a click, and what it may not. */
import { flag, list } from '../policy/policy.ts';
import { defineSettings } from './area.ts';

export const fixSettings = defineSettings({
  id: 'fixes',
  title: 'Fixes',
  describe: 'What Greenroom may change on this computer when a person asks it to.',
  adminOnly: true,
  policy: {
    allowed: flag(true, 'Whether Greenroom may change anything when a person asks it to.'),
    without: list('ids of fixes', 'Fixes that are taken away, such as “microphone-on”.'),
  },
});
