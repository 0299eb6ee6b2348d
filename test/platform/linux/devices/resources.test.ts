import { describe, expect, it } from 'vitest';
import { file, type LinuxMachine, outcomeOf, recordingOf, withReadings } from '../recorded.ts';

describe('room on the disk', () => {
  it.each<[LinuxMachine, unknown]>([
    ['ubuntu-24.04-security-waiting-french', { volume: '/home/user', freeBytes: 1610612736, totalBytes: 251196305408 }],
    ['unknown-linux-nothing-readable', 'unknown: denied'],
  ])('%s', async (name, expected) => {
    expect(await outcomeOf(recordingOf(name), 'diskSpace')).toEqual(expected);
  });
});

describe('load', () => {
  it.each<[LinuxMachine, unknown]>([
    [
      'ubuntu-24.04-security-waiting-french',
      {
        processorPercent: 93.4,
        memoryPercent: 95,
        busiest: [
          { name: 'HandBrakeCLI', percent: 71.5 },
          { name: 'firefox', percent: 8.8 },
          // Two processes of one program.
          { name: 'chrome', percent: 5.3 },
        ],
      },
    ],
    // Greenroom's own work is not among them.
    ['debian-12-server', { processorPercent: 2.5, memoryPercent: 17.7, busiest: [] }],
    ['unknown-linux-nothing-readable', 'unknown: unreadable'],
  ])('%s', async (name, expected) => {
    expect(await outcomeOf(recordingOf(name), 'load')).toEqual(expected);
  });

  it.each(['', 'MemTotal:       0 kB\nMemAvailable:   0 kB\n', 'Speicher: viel\n'])(
    'is unknown with %j for the memory',
    async (text) => {
      const machine = withReadings(recordingOf('ubuntu-24.04-ready'), file('/proc/meminfo', text));
      expect(await outcomeOf(machine, 'load')).toBe('unknown: unreadable');
    },
  );
});
