/** Tries the choice between the window and the command line. */
import { expect, test } from 'vitest';
import { commandLineArguments } from '../../electron/main/command-line.ts';

test.each([
  [['greenroom'], null],
  [['greenroom', '--hidden'], null],
  [['/Applications/Greenroom.app/Contents/MacOS/greenroom', '-psn_0_12345'], null],
  [['greenroom', 'greenroom://open'], null],
  [['greenroom', '/home/ada/check'], null],
  [['greenroom', 'file:///home/ada/check'], null],
  [['greenroom', 'C:\\Users\\ada\\check'], null],
  [['greenroom', 'invitation.ics'], null],
  [
    ['greenroom', 'check', '--json'],
    ['check', '--json'],
  ],
  [['greenroom', 'chekc'], ['chekc']],
  [['greenroom', '--help'], ['--help']],
  [['greenroom', '-V'], ['-V']],
])('packed: %j', (argv, expected) => {
  expect(commandLineArguments(argv, true)).toEqual(expected);
});

test.each([
  [['electron', '.'], null],
  [['electron', '--inspect=0', '/project', '--use-fake-device-for-media-stream'], null],
  [['node', 'dist/main/index.js', 'check'], ['check']],
])('in a checkout the first word is the path of the program: %j', (argv, expected) => {
  expect(commandLineArguments(argv, false)).toEqual(expected);
});
