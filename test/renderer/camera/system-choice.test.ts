/** Another microphone than the system's own choice is said only where the browser tells which that is. */
import { expect, test } from 'vitest';
import { type ListedMicrophone, otherSystemChoice, triedOf } from '../../../renderer/camera/sound/system-choice.ts';

const mic = (id: string, label: string, group = ''): ListedMicrophone => ({ id, label, group });
const builtIn = mic('1', 'Built-in Microphone (04f2:b6d9)', 'g1');
const headset = mic('2', 'Headset (Jabra)', 'g2');
const mac = [mic('default', 'Default - Headset (Jabra)', 'g2'), builtIn, headset];
const windows = [
  mic('default', 'Default - Built-in Microphone (04f2:b6d9)', 'g1'),
  mic('communications', 'Communications - Headset (Jabra)', 'g2'),
  builtIn,
  headset,
];
const twins = [mic('1', 'USB Microphone', 'a'), mic('2', 'USB Microphone', 'b')];

test.each<[string, string, readonly ListedMicrophone[], string | null]>([
  ['another than the choice of macOS', '1', mac, 'Headset (Jabra)'],
  ['the choice of macOS', '2', mac, null],
  ['the choice itself, by its other name', 'default', mac, null],
  ['Windows’ choice for calls counts before that for music', '1', windows, 'Headset (Jabra)'],
  ['Windows’ choice for calls', '2', windows, null],
  ['Linux does not say which its choice is', '1', [mic('default', 'Default', 'g9'), builtIn, headset], null],
  [
    'a choice whose name is in another language',
    '1',
    [mic('default', 'Standard', 'g2'), builtIn, headset],
    'Headset (Jabra)',
  ],
  ['one of two with the same name', '1', [mic('default', 'Default - USB Microphone', 'b'), ...twins], 'USB Microphone'],
  ['two with the same name, and no telling which', '1', [mic('default', 'Default - USB Microphone'), ...twins], null],
  ['names are not told', '1', [mic('default', ''), mic('1', ''), mic('2', '')], null],
  ['one that has gone meanwhile', '7', mac, null],
  ['an empty list', '1', [], null],
])('%s', (_name, tried, listed, said) => expect(otherSystemChoice(tried, listed)).toBe(said));

test.each<[string, string, readonly ListedMicrophone[], unknown]>([
  ['with what the system gives', '1', mac, { label: builtIn.label, choice: headset.label }],
  [
    'alone, where Linux does not say',
    '1',
    [mic('default', 'Default', 'g9'), builtIn],
    { label: builtIn.label, choice: null },
  ],
  ['not at all, where it was the system’s own', 'default', mac, null],
  ['not at all, where it has no name', '1', [mic('1', '')], null],
])('the one that was tried is told %s', (_name, tried, listed, told) => expect(triedOf(tried, listed)).toEqual(told));
