/** Owns the settings about setting findings aside: who may, which, for how long, and what the organisation has snoozed itself. */
import { days, flag, list, waiverLines } from '../policy/policy.ts';
import { defineSettings } from './area.ts';

export const waiverSettings = defineSettings({
  id: 'waivers',
  title: 'Snoozing',
  describe: 'Whether a person may snooze a finding, with a reason and an end.',
  adminOnly: true,
  policy: {
    allowed: flag(true, 'Whether people may snooze findings.'),
    requiredToo: flag(
      true,
      'Whether that holds for checks that decide the verdict. It is then never better than “with something to look at”.',
    ),
    onlyChecks: list('ids of checks', 'The checks whose findings may be snoozed; empty: those of all.'),
    longestDays: days(90, 'The longest time for which a finding may be snoozed.', 366),
    byOrganisation: waiverLines(
      'What the organisation itself has snoozed: a check, a colon and its subject where it has one, the last day, the reason.',
    ),
  },
});
