/** Owns what an organisation may be told of the checks: how much, and where it is written. Nothing is told by default. */
import { messages } from '../messages/messages.ts';
import { flag } from '../policy/policy.ts';
import { defineSettings } from './area.ts';

const words = messages('settings.reporting', {
  title: 'What your organisation is told',
  about: 'Which parts of a result may leave this computer by your organisation’s own tools.',
});

const describe = messages('policy.reporting', {
  systemLog: 'Whether one line about each check of everything goes to the system’s log.',
  jsonLines: 'Whether the same line is appended to results.jsonl in Greenroom’s folder, for a collector.',
  shareAppVersions: 'Whether names and versions of meeting apps and browsers are told.',
  shareFindings:
    'Whether each finding is told in words, with what was found: names of people, networks, drives and unknown programs are taken out.',
  shareComputerName: 'Whether the name of the computer is told.',
  shareUserName: 'Whether the name of the account is told.',
});

export const reportingSettings = defineSettings({
  id: 'reporting',
  title: words.title,
  describe: words.about,
  policy: {
    systemLog: flag(false, describe.systemLog),
    jsonLines: flag(false, describe.jsonLines),
    shareAppVersions: flag(true, describe.shareAppVersions),
    shareFindings: flag(false, describe.shareFindings),
    shareComputerName: flag(false, describe.shareComputerName),
    shareUserName: flag(false, describe.shareUserName),
  },
});
