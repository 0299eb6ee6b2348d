/** Whatever goes wrong with a tool or a file: its facts are unknown, with the cause, and no others are harmed. */
import { describe, expect, it } from 'vitest';
import type { Cause } from '../../../electron/core/facts/fact.ts';
import type { FactKey } from '../../../electron/core/facts/index.ts';
import type { Reading } from '../../../electron/platform/machine/recording.ts';
import {
  assertions,
  factOf,
  fdesetup,
  knownOf,
  netstat,
  plistFile,
  printed,
  processes,
  recordingOf,
  SOFTWARE_UPDATE,
  sysadminctl,
  sysctl,
  systemProfiler,
  withReadings,
} from './recorded.ts';

const whole = recordingOf('macos-26');

describe('faults of the tools', () => {
  const said = (program: string): { stdout: string; stderr: string } => {
    const reading = whole.reads.find((it) => it.op === 'run' && it.program === program);
    return reading !== undefined && 'stdout' in reading ? reading : { stdout: '', stderr: '' };
  };
  const tools: readonly (readonly [FactKey, readonly [string, readonly string[]]])[] = [
    ['firewall', systemProfiler],
    ['network', systemProfiler],
    ['connection', ['/usr/sbin/scutil', ['--nwi']]],
    ['power', systemProfiler],
    ['diskEncryption', fdesetup],
    ['screenLock', sysadminctl],
    ['remoteLogin', netstat],
    ['remoteControl', processes],
    ['load', processes],
    ['load', sysctl],
    ['cameraUse', assertions],
    ['microphoneUse', assertions],
  ];

  describe.each(tools)('%s by %s', (key, [program, args]) => {
    const operation = { op: 'run' as const, program, args: [...args] };
    const { stdout, stderr } = said(program);
    const half = (text: string): string => text.slice(0, text.length / 2);
    const babble = '\u001b[31mErreur : opération impossible\n';
    const faults: readonly (readonly [string, Cause, Reading])[] = [
      ['missing', 'missing-tool', { ...operation, missing: true }],
      ['denied', 'denied', { ...operation, cannotTell: 'denied', reason: 'You may not run it.' }],
      ['too slow, or dripping', 'timed-out', { ...operation, cannotTell: 'timed-out', reason: 'It took too long.' }],
      ['too talkative', 'too-large', { ...operation, cannotTell: 'too-large', reason: 'It said too much.' }],
      ['silent', 'unreadable', printed(program, args, '')],
      ['cut off by a crash', 'unreadable', printed(program, args, half(stdout), 139, half(stderr))],
      ['killed at its end', 'unreadable', { ...operation, code: null, stdout, stderr }],
      ['printing something else', 'unreadable', printed(program, args, babble, 0, babble)],
      ['printing noughts', 'unreadable', printed(program, args, '\0'.repeat(4096))],
      ['printing a list of another form', 'unreadable', printed(program, args, '[[[]]]\n')],
    ];
    it.each(faults)('cannot tell when it is %s', async (_, cause, reading) => {
      const mac = withReadings(whole, reading);
      expect(await factOf(mac, key)).toMatchObject({ state: 'unknown', cause, reason: expect.stringMatching(/\.$/) });
      expect(await factOf(mac, 'diskSpace')).toMatchObject({ state: 'known' });
    });
  });

  it('leave the other parts of a report standing when one is broken', async () => {
    const broken = JSON.stringify({ ...JSON.parse(said(systemProfiler[0]).stdout), SPPowerDataType: 'none' });
    const mac = withReadings(whole, printed(...systemProfiler, broken));
    expect(await factOf(mac, 'power')).toMatchObject({ state: 'unknown' });
    expect(await factOf(mac, 'firewall')).toMatchObject({ state: 'known' });
    expect(await factOf(mac, 'network')).toMatchObject({ state: 'known' });
  });

  it.each(['macos-13-tools-denied'])('on %s nothing is guessed', async (name) => {
    const mac = recordingOf(name);
    const keys: readonly FactKey[] = [
      ...new Set(tools.map(([key]) => key)),
      'autoUpdates',
      'diskSpace',
      'restartPending',
      'mediaPermissions',
      'focusMode',
    ];
    for (const key of keys) expect(await factOf(mac, key), key).toMatchObject({ state: 'unknown' });
  });
});

describe('faults of the files', () => {
  const files = [
    SOFTWARE_UPDATE,
    '/Library/Managed Preferences/com.apple.SoftwareUpdate.plist',
    '/Library/Managed Preferences/user/com.apple.SoftwareUpdate.plist',
  ];
  const faultsOf = (path: string): readonly (readonly [string, Cause, Reading])[] => [
    ['denied', 'denied', { op: 'readBytes', path, cannotTell: 'denied', reason: 'You may not read it.' }],
    ['too slow', 'timed-out', { op: 'readBytes', path, cannotTell: 'timed-out', reason: 'It took too long.' }],
    ['too large', 'too-large', { op: 'readBytes', path, cannotTell: 'too-large', reason: 'It is too large.' }],
    ['empty', 'unreadable', { op: 'readBytes', path, base64: '' }],
    ['full of noughts', 'unreadable', { op: 'readBytes', path, base64: Buffer.alloc(4096).toString('base64') }],
    ['another list', 'unreadable', plistFile(path, '<array/>')],
  ];

  describe.each(files)('automatic updates from %s', (path) => {
    it.each(faultsOf(path))('cannot be told when it is %s', async (_, cause, reading) => {
      expect(await factOf(withReadings(whole, reading), 'autoUpdates')).toMatchObject({ state: 'unknown', cause });
    });
  });

  const saver = whole.reads.find((it) => it.op === 'readBytes' && it.path.includes('/ByHost/'));
  const savers = [
    saver?.op === 'readBytes' ? saver.path : '',
    '/Library/Managed Preferences/com.apple.screensaver.plist',
    '/Library/Managed Preferences/user/com.apple.screensaver.plist',
  ];
  describe.each(savers)('the time until the screen goes dark from %s', (path) => {
    it.each(faultsOf(path))('is not seen when it is %s; the lock itself is', async (_, _cause, reading) => {
      expect(await knownOf(withReadings(whole, reading), 'screenLock')).toEqual({
        locks: true,
        idleSeconds: null,
        delaySeconds: 0,
      });
    });
  });

  it.each<[string, Cause, Reading]>([
    ['missing', 'unreadable', { op: 'freeSpace', path: '/Users/user', missing: true }],
    ['denied', 'denied', { op: 'freeSpace', path: '/Users/user', cannotTell: 'denied', reason: 'You may not look.' }],
    ['hanging', 'timed-out', { op: 'freeSpace', path: '/Users/user', cannotTell: 'timed-out', reason: 'No answer.' }],
  ])('the room on the disk cannot be told when the home folder is %s', async (_, cause, reading) => {
    expect(await factOf(withReadings(whole, reading), 'diskSpace')).toMatchObject({ state: 'unknown', cause });
  });
});
