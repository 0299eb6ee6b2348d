/** Where apps and installers come from, on the recorded computers; the findings stand here by hand. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { runChecks } from '../../../../electron/engine/run/run.ts';
import { parseRecording } from '../../../../electron/platform/machine/recording.ts';
import { replayMachine } from '../../../../electron/platform/machine/replay.ts';

const findingsOn = async (name: string): Promise<readonly string[]> => {
  const file = `test/machines/${name}.json`;
  const recording = parseRecording(file, readFileSync(file, 'utf8'));
  const { findings } = await runChecks({
    port: replayMachine(recording, { strict: true }),
    only: ['app-origin', 'installer-origin'],
    now: new Date(recording.recordedAt),
  });
  return findings.map(({ state, title }) => `${state}: ${title}`);
};

const NOT_ON_MAC = 'unknown: Couldn’t check Downloads for installers';
const NONE = 'not-applicable: No meeting-app installers in Downloads';

it.each<[string, readonly string[]]>([
  [
    'ubuntu-24.04-ready',
    ['pass: Google Chrome comes from a checked source', 'pass: This Zoom installer comes from its maker'],
  ],
  // Zoom for Linux always comes as a file, and browsers write no origin there: neither is held against it.
  [
    'ubuntu-24.04-security-waiting-french',
    ['unknown: Couldn’t check who made this Zoom', 'unknown: Couldn’t check where this Zoom installer comes from'],
  ],
  ['ubuntu-24.04-stale-index', ['pass: Mozilla Firefox comes from a checked source', NONE]],
  [
    'debian-13-desktop-broken-apt',
    ['fail: This Zoom installer comes from a fake site', 'unknown: Couldn’t check who made this Mozilla Firefox'],
  ],
  [
    'linux-in-a-call',
    [
      'fail: This Slack installer came over an unprotected connection',
      'pass: Google Chrome comes from a checked source',
    ],
  ],
  [
    'fedora-43',
    ['pass: Mozilla Firefox comes from a checked source', 'pass: Google Chrome comes from a checked source', NONE],
  ],
  ['arch', ['unknown: Couldn’t check who made this Zoom', 'pass: Mozilla Firefox comes from a checked source', NONE]],
  [
    'macos-15-french',
    [
      NOT_ON_MAC,
      'pass: Mozilla Firefox is signed by Mozilla Corporation',
      'pass: Safari is part of the system',
      'pass: Zoom is signed by Zoom Video Communications, Inc.',
    ],
  ],
  [
    'windows-11-25h2-pro',
    [
      'unknown: Couldn’t check who made 4 programs',
      'pass: Microsoft Teams comes from a checked source',
      'pass: This Zoom installer comes from its maker',
    ],
  ],
  [
    'windows-11-24h2-home',
    [
      'fail: This Microsoft Teams installer comes from a fake site',
      'unknown: Couldn’t check who made 4 programs',
      'unknown: Couldn’t check where this Skype installer comes from',
      'pass: Microsoft Teams comes from a checked source',
      'pass: Skype comes from a checked source',
    ],
  ],
  [
    'windows-11-24h2-powershell-blocked',
    ['pass: Microsoft Teams comes from a checked source', 'unknown: Couldn’t check who made this Microsoft Edge', NONE],
  ],
])('%s', async (name, expected) => {
  expect([...(await findingsOn(name))].toSorted()).toEqual([...expected].toSorted());
});
