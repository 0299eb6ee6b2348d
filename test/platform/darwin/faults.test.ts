import { describe, expect, it } from 'vitest';
import type { Cause } from '../../../electron/core/facts/fact.ts';
import type { Reading } from '../../../electron/platform/machine/recording.ts';
import {
  apfsList,
  diskList,
  exported,
  factOf,
  INSTALL_HISTORY,
  plistFile,
  plistText,
  printed,
  recordingOf,
  SOFTWARE_UPDATE,
  SYSTEM_VERSION,
  tmutil,
  withReadings,
} from './recorded.ts';

describe('faults of the tools', () => {
  const whole = recordingOf('macos-14');
  const half = (program: string, args: readonly string[]): string => {
    const reading = whole.reads.find(
      (it) => it.op === 'run' && it.program === program && it.args.join() === args.join(),
    );
    const stdout = reading !== undefined && 'stdout' in reading ? reading.stdout : '';
    return stdout.slice(0, stdout.length / 2);
  };
  const tools = [
    ['backupTools', tmutil],
    ['backupRuns', exported],
    ['externalDrives', diskList],
    ['externalDrives', apfsList],
  ] as const;

  describe.each(tools)('%s by %s', (key, [program, args]) => {
    const operation = { op: 'run', program, args: [...args] as string[] } as const;
    const faults: readonly (readonly [string, Cause, Reading])[] = [
      ['missing', 'missing-tool', { ...operation, missing: true }],
      ['too slow', 'timed-out', { ...operation, cannotTell: 'timed-out', reason: 'It took too long.' }],
      ['too talkative', 'too-large', { ...operation, cannotTell: 'too-large', reason: 'It said too much.' }],
      ['cut off', 'unreadable', printed(program, args, half(program, args))],
      ['cut off with an error', 'unreadable', printed(program, args, half(program, args), 1)],
      ['printing something else', 'unreadable', printed(program, args, '\u001b[31mErreur : opération impossible\n')],
      ['printing a list of another form', 'unreadable', printed(program, args, plistText('<array><true/></array>'))],
      ['printing a date', 'unreadable', printed(program, args, plistText('<date>2026-11-20T18:00:00Z</date>'))],
      ['killed', 'unreadable', { ...operation, code: null, stdout: plistText('<dict/>'), stderr: '' }],
    ];
    it.each(faults)('cannot tell when it is %s', async (_, cause, reading) => {
      expect(await factOf(withReadings(whole, reading), key)).toMatchObject({ state: 'unknown', cause });
    });
  });
});

describe('faults of the files', () => {
  const whole = recordingOf('macos-26-pending-security');
  const stored = (path: string): Buffer => {
    const reading = whole.reads.find((it) => it.op === 'readBytes' && it.path === path);
    return Buffer.from(reading !== undefined && 'base64' in reading ? reading.base64 : '', 'base64');
  };
  const holding = (path: string, bytes: Uint8Array): Reading => ({
    op: 'readBytes',
    path,
    base64: Buffer.from(bytes).toString('base64'),
  });
  /** Every reference in the table of a binary list leads to its first value, so that its values hold each other. */
  const knotted = (bytes: Buffer): Buffer => {
    const table = Number(bytes.readBigUInt64BE(bytes.length - 8));
    return Buffer.concat([bytes.subarray(0, table), Buffer.alloc(bytes.length - 32 - table, 8), bytes.subarray(-32)]);
  };

  describe.each([
    ['operatingSystem', SYSTEM_VERSION],
    ['pendingUpdates', SOFTWARE_UPDATE],
    ['pendingUpdates', SYSTEM_VERSION],
    ['updatesLookedAt', SOFTWARE_UPDATE],
    ['updatesInstalledAt', INSTALL_HISTORY],
  ] as const)('%s from %s', (key, path) => {
    const operation = { op: 'readBytes', path } as const;
    const faults: readonly (readonly [string, Cause, Reading])[] = [
      ['denied', 'denied', { ...operation, cannotTell: 'denied', reason: 'You may not read it.' }],
      ['too slow', 'timed-out', { ...operation, cannotTell: 'timed-out', reason: 'It took too long.' }],
      ['too large', 'too-large', { ...operation, cannotTell: 'too-large', reason: 'It is too large.' }],
      ['empty', 'unreadable', holding(path, Buffer.alloc(0))],
      ['full of noughts', 'unreadable', holding(path, Buffer.alloc(4096))],
      ['cut off', 'unreadable', holding(path, stored(path).subarray(0, stored(path).length / 2))],
      ['another list', 'unreadable', plistFile(path, '<string>settings</string>')],
      ['hostile', 'unreadable', holding(path, knotted(stored(SOFTWARE_UPDATE)))],
    ];
    it.each(faults)('cannot tell when it is %s', async (_, cause, reading) => {
      expect(await factOf(withReadings(whole, reading), key)).toMatchObject({ state: 'unknown', cause });
    });
  });

  it.each(['updatesLookedAt', 'pendingUpdates'] as const)(
    '%s is unknown where macOS has written nothing',
    async (key) => {
      const mac = withReadings(whole, { op: 'readBytes', path: SOFTWARE_UPDATE, missing: true });
      expect(await factOf(mac, key)).toMatchObject({ state: 'unknown', cause: 'unreadable' });
    },
  );
});
