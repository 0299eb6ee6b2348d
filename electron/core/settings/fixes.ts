/** Owns the settings about fixes: whether Greenroom may change anything on a click, and what it may not. */
import { fixIds } from '../fixes/fix.ts';
import { messages } from '../messages/messages.ts';
import { choices, flag } from '../policy/policy.ts';
import { defineSettings } from './area.ts';

const words = messages('settings.fixes', {
  title: 'Fixes',
  about: 'What Greenroom may change on this computer when a person asks it to.',
});

const describe = messages('policy.fixes', {
  allowed: 'Whether Greenroom may change anything when a person asks it to.',
  without: 'Fixes that are taken away, such as “microphone-on”.',
});

export const fixSettings = defineSettings({
  id: 'fixes',
  title: words.title,
  describe: words.about,
  adminOnly: true,
  policy: {
    allowed: flag(true, describe.allowed),
    without: choices('fixes', fixIds, describe.without),
  },
});
