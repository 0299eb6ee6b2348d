/** Owns the settings about setting findings aside: who may, which, for how long, and what the organisation has snoozed itself. */
import { messages } from '../messages/messages.ts';
import { days, flag, list, waiverLines } from '../policy/policy.ts';
import { defineSettings } from './area.ts';

const words = messages('settings.waivers', {
  title: 'Snoozing',
  about: 'Whether a person may snooze a finding, with a reason and an end.',
});

const describe = messages('policy.waivers', {
  allowed: 'Whether people may snooze findings.',
  requiredToo:
    'Whether that holds for checks that decide the verdict. It is then never better than “with something to look at”.',
  onlyChecks: 'The checks whose findings may be snoozed; empty: those of all.',
  longestDays: 'The longest time for which a finding may be snoozed.',
  byOrganisation:
    'What the organisation itself has snoozed: a check, a colon and its subject where it has one, the last day, the reason.',
});

export const waiverSettings = defineSettings({
  id: 'waivers',
  title: words.title,
  describe: words.about,
  adminOnly: true,
  policy: {
    allowed: flag(true, describe.allowed),
    requiredToo: flag(true, describe.requiredToo),
    onlyChecks: list('checks', describe.onlyChecks),
    longestDays: days(90, describe.longestDays, 366),
    byOrganisation: waiverLines(describe.byOrganisation),
  },
});
