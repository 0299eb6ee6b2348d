/** Which backups run now: by what a program was told to do, never by its name alone. */
import { expect, test } from 'vitest';
import { builtInCatalogue } from '../../../../electron/core/catalogue/index.ts';
import type { Reading } from '../../../../electron/platform/machine/recording.ts';
import { redact } from '../../../../electron/platform/redaction/redact.ts';
import { factOf, file, outcomeOf, recordingOf, withReadings } from '../recorded.ts';

const ubuntu = recordingOf('ubuntu-24.04-ready');

const program = (name: string, pid: number) => ({ name, pid, percent: 3, devices: null, own: false });
const running = (...programs: readonly ReturnType<typeof program>[]): Reading => ({
  op: 'processes',
  processes: { processorPercent: 10, running: [program('systemd', 1), ...programs] },
});
/** Ubuntu with one program more, and the words it was started with. */
const withCommand = (words: readonly string[], name = words[0] ?? '') =>
  withReadings(ubuntu, running(program(name, 4242)), file('/proc/4242/cmdline', `${words.join('\0')}\0`));
const progress = (text: string) => file('/home/user/.local/share/backintime/worker.progress', text);

test.each([
  ['Borg', ['borg', '--lock-wait', '5', 'create', '/mnt/x::{now}', '/home/user']],
  ['Borg', ['borg', 'compact', '/mnt/x']],
  ['restic', ['restic', '-r', '/mnt/x', 'backup', '/home/user']],
  ['duplicity', ['duplicity', 'incr', '/home/user', 'file:///mnt/x']],
  ['Kopia', ['kopia', 'snapshot', 'create', '/home/user']],
  ['Timeshift', ['timeshift', '--create', '--scripted']],
])('%s at work: %j', async (name, words) => {
  expect(await outcomeOf(withCommand(words), 'backupActivity')).toMatchObject({ running: [{ name, percent: null }] });
});

test.each([
  [['borg', 'mount', '/mnt/x', '/home/user/old']],
  [['borg', 'list', '/mnt/x::backup-2026']],
  [['restic', 'mount', '/home/user/backup']],
  [['restic', 'snapshots']],
  [['duplicity', 'collection-status', 'file:///mnt/x']],
  [['kopia', 'server', 'start']],
  [['timeshift', '--list']],
  [['vim', 'create', 'backup']],
])('no backup: %j', async (words) => {
  expect(await outcomeOf(withCommand(words), 'backupActivity')).toEqual({ running: [], gaps: [] });
});

test('a backup that runs under the name of its interpreter', async () => {
  const words = ['python3', '-Es', '/usr/share/backintime/common/backintime.py', 'backup-job'];
  const recording = withReadings(withCommand(words), progress(''));
  expect(await outcomeOf(recording, 'backupActivity')).toMatchObject({ running: [{ tool: 'back-in-time' }] });
  const redacted = redact(recording, { userName: 'ada', hostName: 'box', home: '/home/user' }, builtInCatalogue);
  expect(await outcomeOf(redacted, 'backupActivity')).toMatchObject({ running: [{ tool: 'back-in-time' }] });
});

test.each([
  ['[rsync]\nsent=1.2G\nspeed=30MB/s\npercent=42\neta=0:10:00\n', 42],
  ['percent=100\n', 100],
  ['percent=101\n', null],
  ['percent=-3\n', null],
  ['percent=\n', null],
  ['garbage', null],
])('Back In Time notes how far it is: %j', async (text, percent) => {
  const recording = withReadings(withCommand(['backintime', '--profile-id', '1', 'backup']), progress(text));
  expect(await outcomeOf(recording, 'backupActivity')).toMatchObject({ running: [{ tool: 'back-in-time', percent }] });
});

test('Borg run twice is one backup', async () => {
  const words = 'borg\0create\0';
  const recording = withReadings(
    ubuntu,
    running(program('borg', 4242), program('borg', 4243)),
    file('/proc/4242/cmdline', words),
    file('/proc/4243/cmdline', words),
  );
  expect(await outcomeOf(recording, 'backupActivity')).toMatchObject({ running: [{ tool: 'borg' }] });
});

test('a program that ended while it was looked at is no backup', async () => {
  const gone: Reading = { op: 'readText', path: '/proc/4242/cmdline', missing: true };
  const recording = withReadings(ubuntu, running(program('borg', 4242)), gone);
  expect(await outcomeOf(recording, 'backupActivity')).toEqual({ running: [], gaps: [] });
});

test('where other accounts’ programs are hidden, none seen is not none', async () => {
  const hidden = file('/proc/self/mountinfo', '22 28 0:21 / /proc rw,relatime shared:12 - proc proc rw,hidepid=2\n');
  expect(await factOf(withReadings(ubuntu, running(), hidden), 'backupActivity')).toMatchObject({
    state: 'unknown',
    cause: 'denied',
  });
});
