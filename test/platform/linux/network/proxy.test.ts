/** What a desktop's own settings say of a proxy; what they do not say is not taken for "none". */
import { expect, test } from 'vitest';
import { allowedProxy } from '../../../../electron/platform/linux/network/proxy.ts';
import { file, knownOf, recordingOf, withReadings } from '../recorded.ts';

const [gnome, plasma] = [recordingOf('ubuntu-24.04-ready'), recordingOf('opensuse-leap-16')];
const set = (stdout: string) =>
  withReadings(gnome, {
    op: 'run',
    program: '/usr/bin/gsettings',
    args: ['list-recursively'],
    ...{ code: 0, stdout, stderr: '' },
  });
const typed = (text: string) => withReadings(plasma, file('/home/user/.config/kioslaverc', text));

test.each([
  ['GNOME without one', gnome, false],
  ['GNOME with one', set("org.gnome.system.proxy mode 'manual'\n"), true],
  ['GNOME with a script', set("org.gnome.system.proxy mode 'auto'\n"), true],
  ['GNOME that says nothing of it', set('org.gnome.desktop.session idle-delay uint32 300\n'), null],
  ['GNOME with a word nobody knows', set("org.gnome.system.proxy mode 'constructor'\n"), null],
  ['Plasma without settings', plasma, false],
  ['Plasma with one', typed('[Proxy Settings]\nProxyType=1\nhttpsProxy=http://proxy.example 3128\n'), true],
  ['Plasma without one', typed('[Proxy Settings]\nProxyType=0\nhttpsProxy=http://proxy.example 3128\n'), false],
  ['Plasma with a kind nobody knows', typed('[Proxy Settings]\nProxyType=9\n'), null],
  ['a desktop that is not asked', recordingOf('debian-12-server'), null],
])('%s', async (_name, machine, proxy) => expect((await knownOf(machine, 'connection')).proxy).toBe(proxy));

test('a recording keeps no address of one', () => {
  const text =
    '[$Version]\nupdate_info=x\n\n[Proxy Settings]\nhttpsProxy=http://ada:word@proxy.example 3128\nProxyType=1\n';
  expect(allowedProxy(text)).toBe('[Proxy Settings]\nProxyType=1');
});
