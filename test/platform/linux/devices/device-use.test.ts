import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parsePipewire } from '../../../../electron/platform/linux/devices/pipewire.ts';
import { receiversIn } from '../../../../electron/platform/linux/devices/receivers.ts';
import { type LinuxMachine, outcomeOf, recordingOf, withReadings } from '../recorded.ts';

describe('who uses the camera', () => {
  it.each<[LinuxMachine, unknown]>([
    ['ubuntu-24.04-ready', 'unknown: not-revealed'],
    ['ubuntu-24.04-security-waiting-french', { users: ['chrome'], complete: false }],
    ['arch', { users: ['obs'], complete: false }],
    // Zoom, which also shows a screen; Greenroom's own preview is left out.
    ['linux-in-a-call', { users: ['zoom'], complete: false }],
    // Without a camera nobody uses one.
    ['debian-12-server', { users: [], complete: true }],
    ['linux-tools-missing', { users: [], complete: false }],
    ['unknown-linux-nothing-readable', 'unknown: denied'],
  ])('%s', async (name, expected) => {
    expect(await outcomeOf(recordingOf(name), 'cameraUse')).toEqual(expected);
  });
});

describe('who uses the microphone', () => {
  it.each<[LinuxMachine, unknown]>([
    ['ubuntu-24.04-ready', { users: [], complete: true }],
    // A recording of the loudspeaker, a level meter and a paused stream are none.
    ['ubuntu-24.04-security-waiting-french', { users: ['firefox'], complete: true }],
    ['linux-in-a-call', { users: ['chrome'], complete: true }],
    // Held without PipeWire, by a program this account may not name.
    ['opensuse-leap-16', { users: [null], complete: true }],
    // PipeWire runs and does not answer; PulseAudio is not asked.
    ['ubuntu-24.04-stale-index', { users: [], complete: false }],
    ['linux-tools-missing', { users: [], complete: false }],
    ['debian-13-desktop-broken-apt', { users: [], complete: false }],
    ['debian-12-server', { users: [], complete: true }],
  ])('%s', async (name, expected) => {
    expect(await outcomeOf(recordingOf(name), 'microphoneUse')).toEqual(expected);
  });

  it('somebody uses it when PipeWire holds it and does not tell for whom', async () => {
    const call = recordingOf('linux-in-a-call');
    const machine = withReadings(call, {
      op: 'run',
      program: '/usr/bin/pw-dump',
      args: [],
      code: 255,
      stdout: '',
      stderr: '',
    });
    expect(await outcomeOf(machine, 'microphoneUse')).toEqual({ users: [null], complete: false });
  });

  it('is unknown when there are sound cards and the kernel hides their use', async () => {
    const machine = withReadings(
      recordingOf('ubuntu-24.04-ready'),
      { op: 'stat', path: '/proc/asound', missing: true },
      { op: 'stat', path: '/dev/snd', stat: { kind: 'folder', size: 0, modifiedMs: 0, uid: 0, mode: 0o755 } },
    );
    expect(await outcomeOf(machine, 'microphoneUse')).toBe('unknown: unreadable');
  });
});

describe('what PipeWire tells', () => {
  const dump = readFileSync(new URL('pw-dump-recording.json', import.meta.url), 'utf8');

  it('a real one: two programs record, one of them the loudspeaker', () => {
    const receivers = receiversIn(parsePipewire(dump));
    expect(receivers('Audio')).toEqual([{ name: 'pw-record', pid: 22471 }]);
    expect(receivers('Video')).toEqual([]);
  });

  it.each(['', '[', '{}', 'null', '[{"id":"x"}]', dump.slice(0, dump.length / 2)])(
    'takes nothing else for it: %#',
    (text) => {
      expect(() => parsePipewire(text)).toThrow('PipeWire didn’t say');
    },
  );
});
