/** Owns the settings of when Greenroom checks by itself. */
import { messages } from '../messages/messages.ts';
import { choice, flag, integerKey } from '../policy/policy.ts';
import { defineSettings } from './area.ts';

const words = messages('settings.schedule', {
  title: 'When it checks',
  about: 'Greenroom checks when it starts, when you come back to the computer, and when you ask.',
  quietMinutes: 'Check again after',
  beforeMeetingMinutes: 'Check before a meeting',
  onChanges: 'Check when a camera, a drive or the network changes',
  onBattery: 'On battery',
  onBatteryAsUsual: 'Check as usual',
  onBatteryLess: 'Only after a break and before a meeting',
  onBatteryWhenAsked: 'Only when I ask',
});

const describe = messages('policy.schedule', {
  quietMinutes: 'Time from one check to the next when nothing else asks for one.',
  beforeMeetingMinutes: 'How long before the next meeting a check is made.',
  onChanges: 'Whether a camera, a drive or a network that comes or goes is followed by a check.',
  onBattery:
    'What is checked on battery: as-usual; less, which is at the start, after a break and before a meeting; or only when a person asks.',
});

export const scheduleSettings = defineSettings({
  id: 'schedule',
  title: words.title,
  describe: words.about,
  policy: {
    quietMinutes: integerKey(45, 'minutes', 15, 1440, describe.quietMinutes),
    beforeMeetingMinutes: integerKey(10, 'minutes', 1, 120, describe.beforeMeetingMinutes),
    onChanges: flag(true, describe.onChanges),
    onBattery: choice(['as-usual', 'less', 'when-asked'], 'less', describe.onBattery),
  },
  words: {
    quietMinutes: { label: words.quietMinutes },
    beforeMeetingMinutes: { label: words.beforeMeetingMinutes },
    onChanges: { label: words.onChanges },
    onBattery: {
      label: words.onBattery,
      choices: {
        'as-usual': words.onBatteryAsUsual,
        less: words.onBatteryLess,
        'when-asked': words.onBatteryWhenAsked,
      },
    },
  },
});
