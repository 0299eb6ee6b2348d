/** Cameras and sound as the recorded Windows computers tell of them. */

import { describe, expect, it } from 'vitest';
import { english } from '../../../electron/core/messages/format.ts';
import { factOf, recordingOf, withSection } from './recorded.ts';

const knownOn = async <K extends 'sound' | 'cameras' | 'clock'>(recording: ReturnType<typeof recordingOf>, key: K) => {
  const fact = await factOf(recording, key);
  if (fact.state !== 'known') throw new Error(english(fact.reason));
  return fact.value;
};

describe('sound', () => {
  it('lists what is usable, and takes the one that was last chosen', async () => {
    const { microphones } = await knownOn(recordingOf('windows-11-25h2-pro'), 'sound');
    expect(microphones).toMatchObject({
      devices: [{ name: 'Microphone Array (Realtek(R) Audio)' }],
      inUse: 'Microphone Array (Realtek(R) Audio)',
      missing: null,
    });
  });

  it('a chosen headset that is unplugged is missed', async () => {
    const { microphones } = await knownOn(recordingOf('windows-10-22h2'), 'sound');
    expect(microphones.missing).toBe('Headset (Jabra Evolve2 65)');
  });

  it('other bits beside the first are not usable', async () => {
    const device = { end: 'Capture', values: { DeviceState: '268435457' }, names: null };
    const machine = withSection('windows-11-25h2-pro', 'sound', { devices: [device], unread: 0 });
    expect((await knownOn(machine, 'sound')).microphones).toMatchObject({ devices: [], complete: true });
  });

  it('where PowerShell may not start reg.exe tells the same', async () => {
    const blocked = recordingOf('windows-11-24h2-powershell-blocked');
    const { microphones } = await knownOn(blocked, 'sound');
    expect(microphones).toMatchObject({ devices: [{ name: 'Microphone Array (Realtek(R) Audio)' }], complete: true });
    expect(microphones.inUse).toBe('Microphone Array (Realtek(R) Audio)');
    expect(await knownOn(blocked, 'clock')).toMatchObject({ isSetByItself: true });
  });
});

describe('cameras', () => {
  it.each([
    ['windows-11-25h2-pro', 1, true],
    // Switched off by hand.
    ['windows-11-24h2-home', 0, true],
    // The bus over which a camera might come is none.
    ['windows-server-2025', 0, true],
    // A list without even the computer itself is not whole.
    ['windows-11-25h2-japanese-file-history-off', 0, false],
  ])('%s', async (name, count, complete) => {
    const value = await knownOn(recordingOf(name), 'cameras');
    expect([value.cameras.length, value.complete]).toEqual([count, complete]);
  });
});

it('an older recording does not hold them, and one that fails here names its reason', async () => {
  const server = recordingOf('windows-11-25h2-update-server-error');
  expect(await factOf(server, 'cameras')).toMatchObject({ cause: 'denied' });
});
