/** Two witnesses tell of a device; none is believed where the other contradicts it, and nothing told is never green or red. */
import { describe, expect, test } from 'vitest';
import { cameraPresent } from '../../../../../electron/core/checks/call/devices/camera-present.ts';
import { headset } from '../../../../../electron/core/checks/call/devices/headset.ts';
import {
  loudspeakerPresent,
  microphonePresent,
} from '../../../../../electron/core/checks/call/devices/sound-present.ts';
import { type Fact, known, unknown } from '../../../../../electron/core/facts/fact.ts';
import type { Computer, Headsets, Platform, Sound, SoundDevices } from '../../../../../electron/core/facts/index.ts';
import type { SeenDevices, TriedMicrophone } from '../../../../../electron/core/facts/seen-devices.ts';
import { asMessage } from '../../../../../electron/core/messages/messages.ts';
import { judged, laptop } from '../../judged.ts';

const builtIn = { name: 'Built-in', isVirtual: false };
const good: SoundDevices = {
  devices: [builtIn],
  complete: true,
  isWithheld: false,
  inUse: 'Built-in',
  missing: null,
  isMuted: false,
  volumePercent: 60,
};
const all = (isThere: boolean): SeenDevices => ({ camera: isThere, microphone: isThere, loudspeaker: isThere });

interface Situation {
  readonly microphone?: Partial<SoundDevices>;
  readonly loudspeaker?: Partial<SoundDevices>;
  readonly sound?: Fact<Sound>;
  readonly seen?: SeenDevices;
  readonly tried?: TriedMicrophone;
  readonly computer?: Partial<Computer>;
  readonly platform?: Platform;
}

const finding = (check: typeof microphonePresent | typeof loudspeakerPresent, situation: Situation) => {
  const { microphone, loudspeaker, seen = 'not-looked', tried = null, computer, platform = 'linux' } = situation;
  const sound: Sound = { microphones: { ...good, ...microphone }, loudspeakers: { ...good, ...loudspeaker } };
  const [first] = judged(
    check,
    {
      sound: situation.sound ?? known(sound, 'test'),
      seenDevices: known(seen, 'test'),
      triedMicrophone: known(tried, 'test'),
      computer: known({ ...laptop, ...computer }, 'test'),
    },
    { platform },
  );
  if (first === undefined) throw new Error('It says nothing.');
  return first;
};

const unread = unknown('unreadable', asMessage('The server did not answer.'));

describe('a microphone', () => {
  test.each<[string, Situation, string, RegExp]>([
    ['listed', {}, 'pass', /A microphone is connected/],
    ['listed and seen', { seen: all(true) }, 'pass', /is connected/],
    ['none anywhere', { microphone: { devices: [] } }, 'fail', /No microphone is connected/],
    [
      'hardware that is kept from this account',
      { microphone: { devices: [], isWithheld: true } },
      'fail',
      /isn’t available to programs/,
    ],
    ['muted', { microphone: { isMuted: true } }, 'caution', /is muted/],
    ['all the way down', { microphone: { volumePercent: 0 } }, 'caution', /turned all the way down/],
    ['hardly up', { microphone: { volumePercent: 1 } }, 'pass', /is connected/],
    ['another than was chosen', { microphone: { missing: 'Jabra' } }, 'caution', /you chose isn’t connected/],
    [
      'only one that a program makes',
      { microphone: { devices: [{ ...builtIn, isVirtual: true }] } },
      'caution',
      /virtual microphone/,
    ],
    ['listed, and the window sees none', { seen: all(false) }, 'unknown', /Couldn’t check for a microphone/],
    [
      'not listed, and the window sees one',
      { microphone: { devices: [] }, seen: all(true) },
      'unknown',
      /Couldn’t check/,
    ],
    ['a list that is not whole', { microphone: { devices: [], complete: false } }, 'unknown', /Couldn’t check/],
    [
      'the same, and the window sees one',
      { microphone: { devices: [], complete: false }, seen: all(true) },
      'pass',
      /is connected/,
    ],
    [
      'the same, and the window sees none',
      { microphone: { devices: [], complete: false }, seen: all(false) },
      'unknown',
      /Couldn’t check/,
    ],
    ['no list', { sound: unread }, 'unknown', /Couldn’t check/],
    ['no list, and the window sees one', { sound: unread, seen: all(true) }, 'pass', /is connected/],
    ['no list, and the window sees none', { sound: unread, seen: all(false) }, 'unknown', /Couldn’t check/],
    [
      'none in a virtual computer',
      { microphone: { devices: [] }, computer: { virtualMachine: 'KVM' } },
      'unknown',
      /Couldn’t check/,
    ],
    [
      'none in a remote session',
      { microphone: { devices: [] }, computer: { remoteSession: true } },
      'unknown',
      /Couldn’t check/,
    ],
    [
      'listed by a Windows that is used from elsewhere',
      { platform: 'win32', computer: { remoteSession: true } },
      'unknown',
      /Couldn’t check/,
    ],
    [
      'the same, and the window sees one',
      { platform: 'win32', computer: { remoteSession: true }, seen: all(true) },
      'pass',
      /is connected/,
    ],
  ])('%s', (_name, situation, state, title) => {
    const found = finding(microphonePresent, situation);
    expect(found.state).toBe(state);
    expect(found.title).toMatch(title);
    if (state === 'fail' || state === 'caution') expect(found.when).toBe('before-call');
  });

  test('whether it is muted is not claimed where nobody tells', () => {
    expect(finding(microphonePresent, { microphone: { isMuted: null } }).evidence.found).toMatch(/can’t see whether/);
  });

  test('each microphone and each loudspeaker is judged apart', () => {
    const situation: Situation = { microphone: { isMuted: true }, loudspeaker: { devices: [] } };
    expect(finding(microphonePresent, situation).title).toBe('Your microphone is muted');
    expect(finding(loudspeakerPresent, situation).title).toBe('No loudspeaker is connected');
  });
});

describe('a camera', () => {
  const camera = (cameras: readonly { name: string; isVirtual: boolean }[], complete: boolean, seen: SeenDevices) =>
    judged(cameraPresent, {
      cameras: known({ cameras, complete }, 'test'),
      seenDevices: known(seen, 'test'),
      computer: known(laptop, 'test'),
    })[0]?.state;

  test.each([
    [[builtIn], true, 'not-looked', 'pass'],
    [[], true, 'not-looked', 'caution'],
    [[], false, 'not-looked', 'unknown'],
    // Two that see none are enough for a word of caution.
    [[], false, all(false), 'caution'],
    [[{ name: 'OBS', isVirtual: true }], true, 'not-looked', 'caution'],
  ] as const)('%j, whole: %s, seen: %j', (cameras, complete, seen, state) =>
    expect(camera(cameras, complete, seen)).toBe(state),
  );
});

describe('a headset', () => {
  const of = (...headsets: Headsets['headsets']) => judged(headset, { headsets: known({ headsets }, 'test') })[0];
  test.each([
    [[], 'not-applicable'],
    [[{ name: 'A', batteryPercent: 19, canCall: true }], 'caution'],
    [[{ name: 'A', batteryPercent: null, canCall: null }], 'pass'],
    [[{ name: 'A', batteryPercent: 90, canCall: false }], 'caution'],
    [
      [
        { name: 'A', batteryPercent: 90, canCall: true },
        { name: 'B', batteryPercent: 3, canCall: true },
      ],
      'caution',
    ],
  ] as const)('%j', (headsets, state) => expect(of(...headsets)?.state).toBe(state));

  test('that does not tell its charge is not called charged', () => {
    expect(of({ name: 'A', batteryPercent: null, canCall: true })?.title).toBe('Your headset is connected');
  });
});

const names = (...all: readonly string[]) => all.map((name) => ({ name, isVirtual: false }));
const two = names('Built-in', 'USB Mic');
const tried = (label: string, choice: string | null = null) => ({ label, choice });

test.each<[string, string, string | null, Partial<SoundDevices>, Platform, 'pass' | 'caution']>([
  ['another than the one in use, on Linux', 'USB Mic', null, { devices: two }, 'linux', 'caution'],
  ['the one in use', 'Built-in', null, { devices: two }, 'linux', 'pass'],
  [
    'another than the window tells',
    'USB Mic (046d:0ab1)',
    'Built-in (Built-in)',
    { devices: two },
    'darwin',
    'caution',
  ],
  ['the one that the window tells', 'USB Mic', 'USB Mic', { devices: two }, 'win32', 'pass'],
  ['one that was made the system’s since', 'USB Mic', 'Built-in', { devices: two, inUse: 'USB Mic' }, 'darwin', 'pass'],
  ['one that has been unplugged since', 'USB Mic', null, { devices: names('Built-in') }, 'linux', 'pass'],
  ['nobody knows what the system gives', 'USB Mic', null, { devices: two, inUse: null }, 'win32', 'pass'],
  ['one of two of a name', 'USB Mic', null, { devices: [...two, ...names('USB Mic')] }, 'linux', 'pass'],
  ['a longer name that begins alike', 'USB Mic 2', null, { devices: names('USB Mic', 'Built-in') }, 'linux', 'pass'],
  ['a name that fits two', 'USB (2) (a:b)', null, { devices: names('USB', 'USB (2)', 'Built-in') }, 'linux', 'pass'],
  ['a device without a name', '', null, { devices: names('', 'Built-in') }, 'linux', 'pass'],
])('the microphone that was tried is %s', (_name, label, choice, microphone, platform, state) => {
  const told = finding(microphonePresent, { tried: tried(label, choice), microphone, platform });
  expect(told.state).toBe(state);
  if (state === 'caution') {
    expect(told.title).toMatch(/tried another microphone/);
    expect(told.evidence.found).toBe('You tried USB Mic, and the system itself gives Built-in.');
  }
  expect(
    finding(loudspeakerPresent, { tried: tried(label, choice), loudspeaker: microphone, platform }).title,
  ).not.toMatch(/tried/);
});

test('that it is muted comes before that another was tried', () => {
  const told = finding(microphonePresent, { tried: tried('USB Mic'), microphone: { devices: two, isMuted: true } });
  expect(told.title).toMatch(/is muted/);
});

test.each([
  [['Integrated IR Camera'], 'caution'],
  [['Windows Hello Infrared', 'HP IR Camera (0408:5349)'], 'caution'],
  [['Integrated Camera', 'Integrated IR Camera'], 'pass'],
  // A word that only holds these letters.
  [['Mirror cam'], 'pass'],
])('cameras %j: what only knows faces by infrared shows nobody (%s)', (named, state) => {
  const cameras = { cameras: named.map((name) => ({ name, isVirtual: false })), complete: true };
  const [found] = judged(cameraPresent, {
    cameras: known(cameras, 'test'),
    seenDevices: known('not-looked', 'test'),
    computer: known(laptop, 'test'),
  });
  expect(found?.state).toBe(state);
});
