/** Recordings as Greenroom made them in its first days are still read, and judged by what they hold. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { runChecks } from '../../../electron/engine/run/run.ts';
import { parseRecording, type Recording } from '../../../electron/platform/machine/recording.ts';
import { replayMachine } from '../../../electron/platform/machine/replay.ts';

const folder = path.resolve('test/platform/machine/earlier');
const earlier = (name: string): Recording =>
  parseRecording(name, readFileSync(path.join(folder, `${name}.json`), 'utf8'));

const check = (recording: Recording) =>
  runChecks({
    port: replayMachine(recording, { strict: false }),
    now: new Date(recording.recordedAt),
    deadlineMs: 60_000,
  });

/** What such a recording holds nothing of, by hand from what was read then. */
const notThen = {
  'ubuntu-24.04-ready': [
    'app-origin',
    'background-effects',
    'battery-wear',
    'camera-present',
    'clock',
    'drive-health',
    'installer-origin',
  ],
  'macos-26': [
    'camera-present',
    'headset',
    'loudspeaker-present',
    'microphone-present',
    'app-origin',
    'background-effects',
    'battery-wear',
    'connection',
    'drive-health',
  ],
  'windows-11-25h2-pro': [
    'antivirus',
    'auto-updates',
    'background-effects',
    'backup-running',
    'battery-wear',
    'camera-in-use',
    'camera-permission',
    'camera-present',
    'clock',
    'loudspeaker-present',
    'microphone-present',
    'connection',
    'disk-space',
    'drive-health',
    'firewall',
    'focus-mode',
    'installer-origin',
    'load',
    'microphone-in-use',
    'power',
    'remote-control',
    'remote-login',
    'restart-pending',
    'screen-lock',
    'wifi',
  ],
} as const;

describe.each(Object.entries(notThen))('%s', (name, lacking) => {
  test('says of nothing but what was not read then that it was not recorded', async () => {
    const { findings } = await check(earlier(name));
    const short = findings.filter((one) => one.state === 'unknown' && one.cause === 'not-recorded');
    expect([...new Set(short.map(({ id }) => id))].sort()).toEqual(lacking.toSorted());
  });

  test('is judged by the rules of today wherever it holds the readings, and what it lacks has no vote', async () => {
    const { findings, verdict } = await check(earlier(name));
    const stateOf = (id: string) => findings.find((finding) => finding.id === id)?.state;
    expect(['os-supported', 'os-patches', 'backup-drive'].map(stateOf)).toEqual(['pass', 'pass', 'pass']);
    expect(verdict).not.toBe('undetermined');
  });
});

test('what the recording shows was refused keeps its vote', async () => {
  const whole = earlier('ubuntu-24.04-ready');
  const refused: Recording = {
    ...whole,
    reads: whole.reads.map((reading) =>
      reading.op === 'run' && /\/(?:apt|systemctl|gsettings|nmcli|pw-dump)$/.test(reading.program)
        ? { op: 'run', program: reading.program, args: reading.args, cannotTell: 'denied', reason: 'It may not run.' }
        : reading,
    ),
  };
  const { findings, verdict } = await check(refused);
  expect(findings.find(({ id }) => id === 'os-patches')).toMatchObject({ state: 'unknown', cause: 'denied' });
  expect(verdict).toBe('undetermined');
});
