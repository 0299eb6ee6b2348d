/** Only an encrypted system volume passes; a key that lies open does not. */
import { expect, test } from 'vitest';
import { diskEncryption } from '../../../../electron/core/checks/protection/disk-encryption.ts';
import { known } from '../../../../electron/core/facts/fact.ts';
import type { DiskEncryption, Platform } from '../../../../electron/core/facts/index.ts';
import { judged } from '../judged.ts';

const finding = (state: DiskEncryption['state'], platform: Platform = 'win32', volume = 'C:') =>
  judged(diskEncryption, { diskEncryption: known({ state, volume }, 'test') }, { platform })[0];

test.each<[DiskEncryption['state'], string, string]>([
  ['on', 'pass', 'Your system disk is encrypted'],
  ['encrypting', 'pass', 'Your system disk is being encrypted'],
  ['off', 'caution', 'Your system disk isn’t encrypted'],
  ['suspended', 'caution', 'Disk encryption is suspended'],
  ['decrypting', 'caution', 'Your system disk is being decrypted'],
])('%s is %s', (is, state, title) => expect(finding(is)).toMatchObject({ state, title }));

test('the volume is named in the evidence', () => {
  expect(finding('off', 'linux', '/dev/mapper/home\u202e')?.evidence.found).toBe('/dev/mapper/home isn’t encrypted.');
});

test('each system opens its own pane, and Linux none', () => {
  expect(finding('off', 'win32')?.remedies[0]?.link).toMatch(/^ms-settings:/);
  expect(finding('off', 'darwin')?.remedies[0]?.link).toContain('FileVault');
  expect(finding('off', 'linux')?.remedies[0]?.link).toBeUndefined();
});
