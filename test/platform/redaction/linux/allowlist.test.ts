/** What a recording keeps of the desktop, the sound and the networks around: enough for the same facts, and nothing else. */
import { expect, it } from 'vitest';
import { builtInCatalogue } from '../../../../electron/core/catalogue/index.ts';
import type { FactKey } from '../../../../electron/core/facts/index.ts';
import type { Reading } from '../../../../electron/platform/machine/recording.ts';
import { redact } from '../../../../electron/platform/redaction/redact.ts';
import { factOf, file, type LinuxMachine, recordingOf, withReadings } from '../../linux/recorded.ts';

const identity = { userName: 'user', hostName: 'desk', home: '/home/user' };
const french = recordingOf('ubuntu-24.04-security-waiting-french');

it('Ubuntu Pro’s account and contract are left out, and what it takes stays', () => {
  const path = '/var/lib/ubuntu-advantage/status.json';
  const services = [{ name: 'esm-infra', status: 'enabled', description: 'secret' }];
  const text = JSON.stringify({ attached: true, account: { name: 'secret' }, contract: { id: 'secret' }, services });
  const { reads } = redact(withReadings(french, file(path, text)), identity, builtInCatalogue);
  const kept = reads.find((it) => 'path' in it && it.path === path);
  expect(kept).toMatchObject({ text: '{"attached":true,"services":[{"name":"esm-infra","status":"enabled"}]}' });
});

const printing = (program: string, more: string): Reading => {
  const found = french.reads.find(
    (it) => it.op === 'run' && it.program === program && it.args[1] !== 'org.gnome.DejaDup',
  );
  if (found === undefined || !('stdout' in found)) throw new Error(`no ${program}`);
  return { ...found, stdout: found.stdout + more };
};

it.each<[string, Reading]>([
  ['favourite', printing('/usr/bin/gsettings', "org.gnome.shell favorite-apps ['favourite.desktop']\n")],
  ['Voisins', printing('/usr/bin/nmcli', ' :Voisins de palier:WPA2:(aucun):psk\n')],
  ['10.0.2.15', printing('/sbin/ip', '')],
  [
    'coffre',
    file(
      '/proc/self/mountinfo',
      french.reads.flatMap((it) => ('text' in it && it.path === '/proc/self/mountinfo' ? [it.text] : [])).join(''),
    ),
  ],
])('%s is left out', (secret, reading) => {
  const { reads } = redact(withReadings(french, reading), identity, builtInCatalogue);
  const kept = reads.filter((it) => it.op !== 'stat' && it.op !== 'readDir');
  expect(JSON.stringify(kept.filter((it) => it.op === reading.op))).not.toContain(secret);
});

it('titles of what is played, and the names of person and machine, are not in PipeWire’s list', () => {
  const dump = JSON.stringify([
    {
      id: 1,
      type: 'PipeWire:Interface:Node',
      info: {
        state: 'running',
        props: {
          'media.class': 'Stream/Output/Audio',
          'media.name': 'A song',
          'application.process.machine-id': 'abc123',
        },
      },
    },
  ]);
  const pw: Reading = { op: 'run', program: '/usr/bin/pw-dump', args: [], code: 0, stdout: dump, stderr: '' };
  const kept = JSON.stringify(redact(withReadings(french, pw), identity, builtInCatalogue).reads);
  expect(kept).not.toContain('A song');
  expect(kept).not.toContain('abc123');
});

it.each<[LinuxMachine]>([
  ['ubuntu-24.04-ready'],
  ['linux-in-a-call'],
  ['linux-other-language'],
  ['silverblue-43'],
  ['arch'],
])('the facts of %s stay the same', async (name) => {
  const whole = recordingOf(name);
  const short = redact(whole, identity, builtInCatalogue);
  const keys: readonly FactKey[] = [
    'screenLock',
    'focusMode',
    'power',
    'mediaPermissions',
    'diskEncryption',
    'cameraUse',
    'microphoneUse',
    'remoteControl',
    'remoteLogin',
  ];
  for (const key of keys) expect(await factOf(short, key)).toEqual(await factOf(whole, key));
});
