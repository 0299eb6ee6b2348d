/** Owns whether the drive that Windows runs from is encrypted. */

import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { DiskEncryption } from '../../../core/facts/index.ts';
import { messages } from '../../../core/messages/messages.ts';
import { place } from '../../../core/messages/value.ts';
import { reader } from '../../reader.ts';
import { SCRIPT_TIMEOUT_MS } from '../powershell.ts';
import { systemDrive } from '../system-program.ts';
import { encryptionStates } from './encryption.ts';

const words = messages('windows-encryption', {
  untold: 'Windows didn’t say whether {volume} is encrypted.',
});

/**
 * `System.Volume.BitLockerProtection`. Widely copied code takes 5 (suspended) for protected. 8 waits for activation:
 * encrypted, with the key beside it. 6 (locked) cannot be the drive that Windows runs from.
 */
const states: Readonly<Record<number, DiskEncryption['state']>> = {
  1: 'on',
  2: 'off',
  3: 'encrypting',
  4: 'decrypting',
  5: 'suspended',
  7: 'off',
  8: 'suspended',
};

export const diskEncryption = reader<DiskEncryption>(SCRIPT_TIMEOUT_MS, async (machine) => {
  const volume = systemDrive(machine);
  const found = (await encryptionStates(machine)).find(
    ({ root }) => root.toLowerCase() === `${volume}\\`.toLowerCase(),
  );
  const state = states[found?.state ?? 0];
  if (state === undefined) throw new FactUnavailable('unreadable', words.untold({ volume: place(volume) }));
  return known({ state, volume }, `BitLocker state of ${volume}, as Explorer shows it`);
});
