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

const NOT_ON_MAC = 'unknown: Could not tell whether installers lie in your downloads';
const NONE = 'not-applicable: No installer of a meeting app lies in your downloads';

it.each<[string, readonly string[]]>([
  [
    'ubuntu-24.04-ready',
    [
      'pass: Google Chrome comes from a source that this system checks',
      'pass: “zoom_amd64.deb” comes from cdn.zoom.us, a site of the maker of Zoom',
    ],
  ],
  // Zoom for Linux always comes as a file, and browsers write no origin there: neither is held against it.
  [
    'ubuntu-24.04-security-waiting-french',
    ['unknown: Could not tell who made this Zoom', 'unknown: Could not tell where “zoom_amd64.deb” comes from'],
  ],
  ['ubuntu-24.04-stale-index', ['pass: Mozilla Firefox comes from a source that this system checks', NONE]],
  [
    'debian-13-desktop-broken-apt',
    [
      'fail: “zoom_amd64.deb” comes from zoom-download.example, which only looks like the site of Zoom',
      'unknown: Could not tell who made this Mozilla Firefox',
    ],
  ],
  [
    'linux-in-a-call',
    [
      'fail: “slack-desktop-4.51.191-amd64.deb” came over a connection without protection',
      'pass: Google Chrome comes from a source that this system checks',
    ],
  ],
  [
    'fedora-43',
    [
      'pass: Mozilla Firefox comes from a source that this system checks',
      'pass: Google Chrome comes from a source that this system checks',
      NONE,
    ],
  ],
  [
    'arch',
    [
      'unknown: Could not tell who made this Zoom',
      'pass: Mozilla Firefox comes from a source that this system checks',
      NONE,
    ],
  ],
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
      'unknown: Could not tell who made 4 programs',
      'pass: Microsoft Teams comes from a source that this system checks',
      'pass: “ZoomInstallerFull.exe” comes from cdn.zoom.us, a site of the maker of Zoom',
    ],
  ],
  [
    'windows-11-24h2-home',
    [
      'fail: “Teams_windows_x64.exe” comes from teams-microsoft-download.example, which only looks like the site of Microsoft Teams',
      'unknown: Could not tell who made 4 programs',
      'unknown: Could not tell where “SkypeSetup.exe” comes from',
      'pass: Microsoft Teams comes from a source that this system checks',
      'pass: Skype comes from a source that this system checks',
    ],
  ],
  ['windows-11-24h2-powershell-blocked', ['unknown: Could not tell where the meeting apps come from', NONE]],
])('%s', async (name, expected) => {
  expect([...(await findingsOn(name))].toSorted()).toEqual([...expected].toSorted());
});
