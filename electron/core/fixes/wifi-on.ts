/** Owns the fix "switch Wi-Fi on". It joins and leaves no network. */
import { messages } from '../messages/messages.ts';
import { type Answer, type Choice, type Fix, printed, run, type Value, type Way } from './fix.ts';

const words = messages('fix-wifi-on', {
  label: 'Switch Wi-Fi on',
  describe: 'Switches the Wi-Fi radio on. The system then connects to a network that it knows, if one is near.',
  says: 'Switches Wi-Fi on. This computer then connects to a network that it knows, if one is near.',
  did: 'Switched Wi-Fi on.',
  mayAsk: 'If your Mac is set so, macOS asks for an administrator’s password.',
  hardware: 'A switch or a key on this computer keeps Wi-Fi off. Turn it on there.',
});

const switchOn = (before: Value): readonly Choice[] => [
  { key: '', says: words.says, did: words.did, before, after: { on: true } },
];

const NMCLI = '/usr/bin/nmcli';

/** `enabled:missing`: what is allowed, and what the hardware says; the program ends well also where there is no Wi-Fi. */
const radio = (answer: Answer): { readonly on: boolean; readonly hardware: string } | undefined => {
  const [, allowed, hardware] = /^(enabled|disabled):(\w+)\s*$/.exec(printed(answer) ?? '') ?? [];
  return hardware === undefined ? undefined : { on: allowed === 'enabled', hardware };
};

const networkManager: Way = {
  id: 'nmcli',
  programs: [NMCLI],
  asks: [{ program: NMCLI, args: ['-t', '-f', 'WIFI,WIFI-HW', 'radio'] }],
  choices: ({ answers: [answer] }) => {
    const now = radio(answer);
    if (now === undefined || now.hardware === 'missing') return undefined;
    if (now.hardware !== 'enabled') return words.hardware;
    return now.on ? [] : switchOn({ on: false });
  },
  value: ({ answers: [answer] }) => {
    const now = radio(answer);
    return now?.hardware === 'enabled' ? { on: now.on } : undefined;
  },
  steps: (_seen, _key, { on }) => [run(NMCLI, 'radio', 'wifi', on === true ? 'on' : 'off')],
};

const NETWORKSETUP = '/usr/sbin/networksetup';
const DEVICES = ['en0', 'en1', 'en2'] as const;

/** The device of Wi-Fi, and whether it is on: `Wi-Fi Power (en0): On`. */
const airport = ([ports, ...powers]: readonly Answer[]) => {
  const device = /^Hardware Port: (?:Wi-Fi|AirPort)\nDevice: (en\d)$/m.exec(printed(ports) ?? '')?.[1];
  const answer = powers.find((_, index) => DEVICES[index] === device);
  const power = /\((en\d)\): (On|Off)\s*$/.exec(printed(answer) ?? '');
  return device === undefined || power?.[1] !== device ? undefined : { device, on: power[2] === 'On' };
};

const networksetup: Way = {
  id: 'networksetup',
  mayAsk: words.mayAsk,
  programs: [NETWORKSETUP],
  asks: [
    { program: NETWORKSETUP, args: ['-listallhardwareports'] },
    ...DEVICES.map((device) => ({ program: NETWORKSETUP, args: ['-getairportpower', device] })),
  ],
  choices: ({ answers }) => {
    const now = airport(answers);
    if (now === undefined) return undefined;
    return now.on ? [] : switchOn({ on: false });
  },
  value: ({ answers }) => {
    const now = airport(answers);
    return now === undefined ? undefined : { on: now.on };
  },
  steps: ({ answers }, _key, { on }) => {
    const device = airport(answers)?.device;
    if (device === undefined) return undefined;
    return [run(NETWORKSETUP, '-setairportpower', device, on === true ? 'on' : 'off')];
  },
};

export const wifiOn: Fix = {
  id: 'wifi-on',
  label: words.label,
  describe: words.describe,
  changes: 'setting',
  gate: 'any',
  // Off again in the middle of a call would end it.
  undoneWhile: 'quiet',
  seconds: { usual: 5, worst: 20 },
  lasts: 'stays',
  undo: 'restore',
  facts: [],
  ways: { linux: [networkManager], darwin: [networksetup] },
};
