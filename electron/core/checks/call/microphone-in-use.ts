/** Owns the check "which program holds the microphone now". */

import { messages } from '../../messages/messages.ts';
import { list } from '../../policy/policy.ts';
import { defineCheck } from '../define-check.ts';
import { judgeDeviceUse, unknownUse } from './device-use.ts';

const words = messages('microphone-in-use', {
  question: 'Is another program using your microphone?',
  why: 'Another program can hear you now, before you’ve joined anything.',
  readsLinux: 'PipeWire’s or PulseAudio’s recording streams, and the sound cards’ own state',
  readsDarwin: 'What keeps this Mac awake: macOS names the microphone there, and often the program',
  readsWin32: 'Windows’ own record of which programs use the microphone, and the programs that run',
  quit: 'Quit the program if it shouldn’t hear you now. Look in the tray or menu bar too.',
  again: 'Check again.',
  findPage: 'Find the page',
  findTab: 'Look for a tab with a microphone or a red dot on it.',
  closeTab: 'Close it, unless it’s your meeting.',
  find: 'See which program it is',
  findWin32: 'Look for a program marked “Currently in use”.',
  findDarwin: 'Look for the orange dot in the menu bar and open Control Centre: it names the program.',
  listDarwin: 'The settings list every program that may use the microphone.',
  close: 'Close the program',
  listLinux: 'Open the sound settings: they list the programs that are recording.',
});

const close = [words.quit, words.again];

const describe = messages('policy.microphone-in-use', {
  allowedPrograms:
    'Programs that may hold the microphone at any time, such as a noise filter; by default the one that waits for “Siri”.',
});

export const microphoneInUse = defineCheck({
  id: 'microphone-in-use',
  area: 'call',
  when: 'before-call',
  question: words.question,
  unknownTitle: unknownUse('microphone'),
  why: words.why,
  reads: { linux: words.readsLinux, darwin: words.readsDarwin, win32: words.readsWin32 },
  needs: ['microphoneUse'],
  policy: {
    allowedPrograms: list('programs', describe.allowedPrograms, ['corespeechd']),
  },
  remedies: {
    'close-page': { label: words.findPage, minutes: 2, steps: [words.findTab, words.closeTab] },
    'see-win32': {
      label: words.find,
      minutes: 2,
      steps: [words.findWin32, ...close],
      link: 'ms-settings:privacy-microphone',
    },
    'see-darwin': {
      label: words.find,
      minutes: 2,
      steps: [words.findDarwin, words.listDarwin, ...close],
      link: 'x-apple.systempreferences:com.apple.preference.security?Privacy_Microphone',
    },
    'see-linux': { label: words.close, minutes: 2, steps: [words.listLinux, ...close] },
  },
  judge: ({ facts, policy, platform, catalogue }) => {
    const see = `see-${platform}` as const;
    return [
      judgeDeviceUse(facts.microphoneUse.value, policy.allowedPrograms, catalogue, {
        device: 'microphone',
        why: words.why,
        remedies: [see],
        browserRemedies: ['close-page'],
      }),
    ];
  },
});
