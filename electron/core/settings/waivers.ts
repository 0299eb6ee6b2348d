/** Owns the settings about setting findings aside: who may, which, for how long, and what the organisation has set aside itself. */
import { days, flag, list, waiverLines } from '../policy/policy.ts';
import { defineSettings } from './area.ts';

export const waiverSettings = defineSettings({
  id: 'waivers',
  title: 'Setting things aside',
  describe: 'Whether a person may set a finding aside, with a reason and an end.',
  adminOnly: true,
  policy: {
    allowed: flag(true, 'Whether people may set findings aside.'),
    requiredToo: flag(
      true,
      'Whether that holds for checks that decide the verdict. It is then never better than “with something to look at”.',
    ),
    onlyChecks: list('ids of checks', 'The checks whose findings may be set aside; empty: those of all.'),
    longestDays: days(90, 'The longest time for which a finding may be set aside.', 366),
    byOrganisation: waiverLines(
      'What the organisation itself has set aside: a check, a colon and its subject where it has one, the last day, the reason.',
    ),
  },
});
