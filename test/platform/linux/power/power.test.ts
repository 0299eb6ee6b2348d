import { describe, expect, it } from 'vitest';
import { file, type LinuxMachine, outcomeOf, recordingOf, withReadings } from '../recorded.ts';

describe('power', () => {
  it.each<[LinuxMachine, unknown]>([
    // The battery of the mouse is nobody's worry here.
    ['ubuntu-24.04-ready', { battery: { percent: 87, onMains: true, minutesLeft: null }, sleepAfterMinutes: null }],
    [
      'ubuntu-24.04-security-waiting-french',
      { battery: { percent: 21, onMains: false, minutesLeft: 35 }, sleepAfterMinutes: 15 },
    ],
    // Two batteries, of which one is used after the other: 48 of 96 Wh, at 9 W.
    ['arch', { battery: { percent: 50, onMains: false, minutesLeft: 320 }, sleepAfterMinutes: null }],
    // No plug to be seen, and no figure for how long it lasts.
    ['arch-not-synchronised', { battery: { percent: 64, onMains: false, minutesLeft: null }, sleepAfterMinutes: null }],
    ['silverblue-43', { battery: null, sleepAfterMinutes: 15 }],
    ['debian-12-server', { battery: null, sleepAfterMinutes: null }],
    ['ubuntu-24.04-stale-index', 'unknown: unreadable'],
    // The battery is known without gsettings.
    ['linux-tools-missing', { battery: { percent: 87, onMains: true, minutesLeft: null }, sleepAfterMinutes: null }],
    ['unknown-linux-nothing-readable', 'unknown: denied'],
  ])('%s', async (name, expected) => {
    expect(await outcomeOf(recordingOf(name), 'power')).toEqual(expected);
  });

  it.each([
    '',
    'POWER_SUPPLY_TYPE=Battery\nPOWER_SUPPLY_CAPACITY=voll\n',
    'POWER_SUPPLY_TYPE=Battery\nPOWER_SUPPLY_CAPACITY=\n',
  ])('does not take %j for a charge', async (text) => {
    const machine = withReadings(recordingOf('fedora-43'), file('/sys/class/power_supply/BAT0/uevent', text));
    expect(await outcomeOf(machine, 'power')).toBe('unknown: unreadable');
  });
});
