/** Owns the check "which program holds the microphone now". */

import { list } from '../../policy/policy.ts';
import { defineCheck } from '../define-check.ts';
import { judgeDeviceUse } from './device-use.ts';

const why = 'Whatever holds the microphone hears the room now, before you have joined anything.';

const close = ['Quit the program, also from the tray or the menu bar, if it should not hear you now.', 'Check again.'];

export const microphoneInUse = defineCheck({
  id: 'microphone-in-use',
  area: 'call',
  when: 'before-call',
  question: 'Is another program using the microphone?',
  unknownTitle: 'Could not tell whether another program is using the microphone',
  why,
  reads: {
    linux: 'PipeWire’s or PulseAudio’s recording streams, and the sound cards’ own state',
    darwin: 'What keeps this Mac awake: macOS names the microphone there, and often the program',
    win32: 'Windows’ own record of which programs use the microphone, and the programs that run',
  },
  needs: ['microphoneUse'],
  policy: {
    allowedPrograms: list(
      'program names',
      'Programs that may hold the microphone at any time, such as a noise filter; by default the one that waits for “Siri”.',
      ['corespeechd'],
    ),
  },
  remedies: {
    'close-page': {
      label: 'Look for the page',
      minutes: 2,
      steps: ['Look for a tab with a microphone or a red dot on it.', 'Close it, unless it is your meeting.'],
    },
    'see-win32': {
      label: 'See which program it is',
      minutes: 2,
      steps: ['Look for a program that is “Currently in use”.', ...close],
      link: 'ms-settings:privacy-microphone',
    },
    'see-darwin': {
      label: 'See which program it is',
      minutes: 2,
      steps: [
        'Look at the orange dot in the menu bar, and open Control Centre: it names the program.',
        'The settings list every program that may use the microphone.',
        ...close,
      ],
      link: 'x-apple.systempreferences:com.apple.preference.security?Privacy_Microphone',
    },
    'see-linux': {
      label: 'Close the program',
      minutes: 2,
      steps: ['Open the sound settings: they list the programs that record now.', ...close],
    },
  },
  judge: ({ facts, policy, platform, catalogue }) => {
    const see = `see-${platform}` as const;
    return [
      judgeDeviceUse(facts.microphoneUse.value, policy.allowedPrograms, catalogue, {
        device: 'microphone',
        why,
        remedies: [see],
        browserRemedies: ['close-page'],
      }),
    ];
  },
});
