/** Owns whether FileVault protects the startup disk. Disks of newer Macs are encrypted without it, but open to whoever starts them. */

import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { DiskEncryption } from '../../../core/facts/index.ts';
import { messages } from '../../../core/messages/messages.ts';
import { runRequired } from '../../machine/machine.ts';
import { reader } from '../../reader.ts';

const words = messages('macos-encryption', {
  untold: 'macOS didn’t say whether FileVault is on.',
});

export const FDESETUP = '/usr/bin/fdesetup';

/** The words are the same in every language. Work in progress stands in a line of its own, below the state or alone. */
const stateOf = (stdout: string): DiskEncryption['state'] | undefined => {
  const progress = /^(Encryption|Decryption) in progress\b/m.exec(stdout)?.[1];
  if (progress !== undefined) return progress === 'Encryption' ? 'encrypting' : 'decrypting';
  const states = new Set([...stdout.matchAll(/^FileVault is (On|Off)\b/gm)].map(([, state]) => state));
  if (states.size !== 1) return undefined;
  return states.has('On') ? 'on' : 'off';
};

export const diskEncryption = reader<DiskEncryption>(5_000, async (machine) => {
  const { code, stdout } = await runRequired(machine, FDESETUP, ['status'], { timeoutMs: 5_000 });
  // It ends with another code than 0 when FileVault is off or busy, but never by a signal.
  const state = code === null ? undefined : stateOf(stdout);
  if (state === undefined) throw new FactUnavailable('unreadable', words.untold);
  return known({ state, volume: 'The startup disk' }, 'fdesetup status');
});

/** The lines that `diskEncryption` reads; another may name the account that FileVault waits for. */
export const allowedFdesetup = (stdout: string): string =>
  stdout
    .split('\n')
    .filter((line) => /^(?:FileVault is |Encryption|Decryption)/.test(line))
    .map((line) => `${line}\n`)
    .join('');
