/** Owns what an organisation may be told of the checks: how much, and where it is written. Nothing is told by default. */
import { flag } from '../policy/policy.ts';
import { defineSettings } from './area.ts';

export const reportingSettings = defineSettings({
  id: 'reporting',
  title: 'What your organisation is told',
  describe: 'Which parts of a result may leave this computer by your organisation’s own tools.',
  policy: {
    systemLog: flag(false, 'Whether one line about each check of everything goes to the system’s log.'),
    jsonLines: flag(
      false,
      'Whether the same line is appended to results.jsonl in Greenroom’s folder, for a collector.',
    ),
    shareAppVersions: flag(true, 'Whether names and versions of meeting apps and browsers are told.'),
    shareFindings: flag(
      false,
      'Whether each finding is told in words, with what was found: names of people, networks, drives and unknown programs are taken out.',
    ),
    shareComputerName: flag(false, 'Whether the name of the computer is told.'),
    shareUserName: flag(false, 'Whether the name of the account is told.'),
  },
});
