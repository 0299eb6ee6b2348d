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

  it('tells what had to be moved to the disk, where there is swap space', async () => {
    const memory = (swap: string): string => `MemTotal:       1000 kB\nMemAvailable:   500 kB\n${swap}`;
    const swapped = async (swap: string) =>
      outcomeOf(withReadings(recordingOf('ubuntu-24.04-ready'), file('/proc/meminfo', memory(swap))), 'load');
    expect(await swapped('SwapTotal:      8000 kB\nSwapFree:       2000 kB\n')).toMatchObject({
      swappedBytes: 6_144_000,
    });
    for (const none of ['', 'SwapTotal:         0 kB\nSwapFree:          0 kB\n', 'SwapTotal:      8000 kB\n'])
      expect(await swapped(none)).not.toHaveProperty('swappedBytes');
  });

  it.each(['', 'MemTotal:       0 kB\nMemAvailable:   0 kB\n', 'Speicher: viel\n'])(
    'is unknown with %j for the memory',
    async (text) => {
      const machine = withReadings(recordingOf('ubuntu-24.04-ready'), file('/proc/meminfo', text));
      expect(await outcomeOf(machine, 'load')).toBe('unknown: unreadable');
    },
  );
});
