/** What a recording may not tell of its owner, on a machine made up for it; and that it still means the same. */
import { readdirSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { builtInCatalogue } from '../../../electron/core/catalogue/index.ts';
import { mapTexts, nameReplacer } from '../../../electron/core/redaction/names.ts';
import { runChecks } from '../../../electron/engine/run/run.ts';
import { redactedRecording } from '../../../electron/engine/support/redacted-recording.ts';
import { parseRecording, type Reading, type Recording } from '../../../electron/platform/machine/recording.ts';
import { replayMachine } from '../../../electron/platform/machine/replay.ts';
import { namesIn, redact } from '../../../electron/platform/redaction/redact.ts';

const identity = { userName: 'adalovelace', hostName: 'analytical', home: '/home/adalovelace' };

const machineWith = (...reads: Reading[]): Recording => ({
  schema: 'greenroom.machine/1',
  recordedAt: '2026-11-22T09:30:00.000Z',
  redacted: false,
  host: {
    platform: 'linux',
    arch: 'x64',
    kernel: '6.1',
    home: identity.home,
    variables: { XDG_CONFIG_HOME: '/home/adalovelace/.config' },
    utcOffsetMinutes: 0,
  },
  reads,
});

const text = (path: string, content: string): Reading => ({ op: 'readText', path, text: content });

test.each([
  ['the home folder', '/home/adalovelace/Documents', 'adalovelace'],
  ['the user name on its own', 'owner=Adalovelace;', 'adalovelace'],
  ['the computer’s name', 'profile on ANALYTICAL', 'analytical'],
  ['a hardware address', 'link/ether 8c:16:45:9a:0b:1f brd', '8c:16:45'],
  ['a mail address', 'notify ada.lovelace@engine.example', 'ada.lovelace@'],
  ['a server with an account', 'sftp://ada:secret@vault.engine.example/backup', 'vault.engine'],
  ['a volume and a serial number', '"uuid": "9f1c2d3e-0000-4444-8888-aaaabbbbcccc", "serial":"S3Z8NB0K"', 'S3Z8NB0K'],
])('%s is taken out', (_name, content, secret) => {
  const { reads } = redact(machineWith(text('/etc/anything', content)), identity, builtInCatalogue);
  expect(JSON.stringify(reads).toLowerCase()).not.toContain(secret.toLowerCase());
});

test('the same secret has the same stand-in, and two have two', () => {
  const content = 'a 8c:16:45:9a:0b:1f b 8c:16:45:9a:0b:1f c 00:11:22:33:44:55';
  const [reading] = redact(machineWith(text('/x', content)), identity, builtInCatalogue).reads;
  const [one, two, three] = JSON.stringify(reading).match(/02:00:00:00:00:\d\d/g) ?? [];
  expect(one).toBe(two);
  expect(three).not.toBe(one);
});

test('versions are not taken for addresses', () => {
  const content = 'Package: zoom\nVersion: 7.0.5.3034\n\nPackage: secret-tool\nVersion: 1\n\n';
  const [reading] = redact(machineWith(text('/var/lib/dpkg/status', content)), identity, builtInCatalogue).reads;
  expect(JSON.stringify(reading)).toContain('7.0.5.3034');
  expect(JSON.stringify(reading)).not.toContain('secret-tool');
});

test('what runs and with whom this computer talks is not told, but for what a finding may name', () => {
  const running = (name: string, more: object = {}) => ({ name, pid: 7, percent: 0, devices: [], own: false, ...more });
  const table =
    '  sl  local_address rem_address   st\n   0: 00000000:0016 00000000:0000 0A 0\n   1: 0100007F:9C40 22D8B85D:01BB 01 0\n';
  const sent = JSON.stringify(
    redact(
      machineWith(
        {
          op: 'processes',
          processes: {
            processorPercent: 5,
            running: [
              running('tax-secrets'),
              running('anydesk'),
              running('video', { devices: ['camera'] }),
              running('busy', { percent: 40 }),
            ],
          },
        } as Reading,
        text('/proc/net/tcp', table),
        {
          op: 'readDir',
          path: '/opt',
          entries: [
            { name: 'zoom', kind: 'folder' },
            { name: 'patient-records', kind: 'folder' },
          ],
        },
      ),
      identity,
      builtInCatalogue,
    ).reads,
  );
  for (const gone of ['tax-secrets', '22D8B85D', 'patient-records', 'video', 'busy']) expect(sent).not.toContain(gone);
  for (const kept of ['anydesk', 'program-1', 'program-2', '00000000:0016', 'zoom']) expect(sent).toContain(kept);
});

test('from which computer a session is used is not told', () => {
  const session =
    'UID=1000\nREMOTE=1\nREMOTE_HOST=gate.engine.example\nREMOTE_USER=boss\nTYPE=x11\nSERVICE=sshd\nLEADER=77\n';
  const user = 'NAME=adalovelace\nDISPLAY=c7\nSESSIONS=c7 4\n';
  const { reads } = redact(
    machineWith(text('/run/systemd/sessions/c7', session), text('/run/systemd/users/1000', user)),
    identity,
    builtInCatalogue,
  );
  expect(reads.map((reading) => ('text' in reading ? reading.text : ''))).toEqual([
    'REMOTE=1\nTYPE=x11\nSERVICE=sshd',
    'DISPLAY=c7',
  ]);
});

test('bytes stay what they are', () => {
  const base64 = Buffer.from('adalovelace').toString('base64');
  const [reading] = redact(machineWith({ op: 'readBytes', path: '/x', base64 }), identity, builtInCatalogue).reads;
  expect(reading).toMatchObject({ base64 });
});

const here = new URL('../../machines/', import.meta.url);
const machines = readdirSync(here, { recursive: true }).flatMap((name) => {
  const [, plain] = /^(.*)\.json$/.exec(String(name)) ?? [];
  return plain === undefined ? [] : [plain];
});
const machineOf = (name: string): Recording =>
  parseRecording(name, readFileSync(new URL(`${name}.json`, here), 'utf8'));

const findingsOf = async (machine: Recording, words: (text: string) => string) =>
  (
    await runChecks({
      port: replayMachine(machine, { strict: false }),
      now: new Date(machine.recordedAt),
      deadlineMs: 60_000,
    })
  ).findings
    .map(({ durationMs, evidence, subject, title, messages, ...finding }) =>
      JSON.stringify({
        ...finding,
        messages: mapTexts(messages, (text, key) => (key === 'text' ? words(text) : text)),
        texts: [subject ?? '', title, evidence.found].map(words),
      }),
    )
    .sort();

test.each(machines)('%s comes to the same findings after it, word for word but for the names', async (name) => {
  const machine = machineOf(name);
  const own = { userName: 'user', hostName: 'machine', home: machine.host.home };
  const same = nameReplacer(namesIn(machine, own, builtInCatalogue));
  const [wanted, without] = await Promise.all(
    [machine, redact(machine, own, builtInCatalogue)].map((one) => findingsOf(one, same)),
  );
  if (isDeepStrictEqual(without, wanted)) return;
  // A name stands where the system's own word stands too: what is sent is looked at more closely.
  const { recording, isFaithful } = await redactedRecording(machine, own);
  expect(isFaithful).toBe(true);
  expect(await findingsOf(recording, same)).toEqual(wanted);
});

// A person may be called as a part of a system is.
test.each([
  ['ubuntu-24.04-ready', 'on', 'Intel'],
  ['fedora-43', 'zoom', 'gnome'],
  ['windows-11-25h2-pro', 'Windows', 'Intel'],
  ['windows-10-22h2', 'x', 'PC'],
  ['macos-26', 'Apple', 'TimeMachine'],
  ['macos-15', 'e', 'true'],
])('%s comes to the same findings for %s on %s', async (name, userName, hostName) => {
  const machine = machineOf(name);
  const { isFaithful } = await redactedRecording(machine, { userName, hostName, home: machine.host.home });
  expect(isFaithful).toBe(true);
});

test.each([
  ['HEARTOFGOLD-WOR', 'heartofgold-workstation'],
  ['heartofgold.magrathea', 'heartofgold'],
  ['of vm today', 'vm'],
])('"%s" is a form of the computer’s name %s', (content, hostName) => {
  const [reading] = redact(machineWith(text('/x', content)), { ...identity, hostName }, builtInCatalogue).reads;
  expect(JSON.stringify(reading)).toContain('machine');
  expect(JSON.stringify(reading).toLowerCase()).not.toContain(hostName.slice(0, 11).toLowerCase());
});

test.each(['zaphods-laptop', 'Mappe_Zaphod', 'Beeblebrox', '/media/zaphod/x', 'zaphod@x', 'ZAPHOD2'])(
  '"%s" holds the person’s name',
  (content) => {
    const own = { ...identity, userName: 'zaphod', personNames: ['Zaphod Beeblebrox'] };
    const [reading] = redact(machineWith(text('/y', content)), own, builtInCatalogue).reads;
    expect(JSON.stringify(reading).toLowerCase()).not.toMatch(/zaphod|beeblebrox/);
  },
);
