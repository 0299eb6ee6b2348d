/** Owns the check "is there a camera", by the system's own list. */
import { messages, titles } from '../../../messages/messages.ts';
import { names } from '../../../messages/names.ts';
import { defineCheck } from '../../define-check.ts';
import { presenceOf, unknownPresence } from './presence.ts';

const title = titles('camera-present', {
  there: 'A camera is connected',
  virtual: 'Only a virtual camera is there',
  infrared: 'Only an infrared camera is there',
  none: 'No camera is connected',
});

const words = messages('camera-present', {
  question: 'Is a camera connected?',
  why: 'Without a camera, others hear you but can’t see you.',
  readsLinux:
    'The cameras that the kernel and udev list, and PipeWire’s devices; whether this is a virtual computer (systeminformation) or a remote session',
  readsDarwin:
    'The list of cameras in System Information; whether this is a virtual computer (systeminformation) or a remote session',
  readsWin32:
    'The cameras in Windows’ list of devices, and those that programs have added; whether this is a virtual computer (systeminformation) or a remote session',
  found: 'Found: {cameras}.',
  seen: 'Greenroom’s window sees a camera.',
  wanted: 'at least one camera',
  none: 'The system lists no camera.',
  connect: 'Connect a camera',
  plugIn: 'Plug the camera in, or open the cover of the built-in one.',
  key: 'Look for a key with a camera on it: it may turn the camera off.',
  without: 'You can also join without one.',
});

/** What sees faces for signing in, by the word that makers put into its name: nobody is shown by it in a call. */
const isInfrared = (name: string): boolean => /\bIR\b|infra-?red/i.test(name);

export const cameraPresent = defineCheck({
  id: 'camera-present',
  area: 'call',
  when: 'before-call',
  question: words.question,
  unknownTitle: unknownPresence('camera'),
  why: words.why,
  reads: { linux: words.readsLinux, darwin: words.readsDarwin, win32: words.readsWin32 },
  needs: [],
  uses: ['cameras', 'seenDevices', 'computer'],
  policy: {},
  remedies: { connect: { label: words.connect, minutes: 2, steps: [words.plugIn, words.key, words.without] } },
  judge: ({ facts, platform }) => {
    const { cameras, seenDevices: seen, computer } = facts;
    const list =
      cameras.state === 'known'
        ? { ...cameras, value: { devices: cameras.value.cameras, complete: cameras.value.complete } }
        : cameras;
    const presence = presenceOf({ kind: 'camera', list, seen, computer, platform });
    const { wanted, why } = words;
    const problem = { state: 'caution', wanted, why, remedies: ['connect'] } as const;
    switch (presence.is) {
      case 'open':
        return [presence.judgement];
      case 'seen':
        return [{ state: 'pass', title: title.there, found: words.seen, wanted }];
      case 'none':
        return [{ ...problem, title: title.none, found: words.none }];
      case 'listed': {
        const found = words.found({ cameras: names(presence.devices.map(({ name }) => name)) });
        if (presence.devices.every(({ name }) => isInfrared(name)))
          return [{ ...problem, title: title.infrared, found }];
        const colour = presence.devices.filter(({ name }) => !isInfrared(name));
        return colour.every(({ isVirtual }) => isVirtual)
          ? [{ ...problem, title: title.virtual, found }]
          : [{ state: 'pass', title: title.there, found, wanted }];
      }
    }
  },
});
