/** Which proxy each system sets for a meeting's host: its address where it is a plain one, and that there is one where it is not. */
import { describe, expect, test } from 'vitest';
import { allowedMacosProxy } from '../../../electron/platform/darwin/network/proxy.ts';
import { bind } from '../../../electron/platform/machine/machine.ts';
import type { Recording } from '../../../electron/platform/machine/recording.ts';
import { replayMachine } from '../../../electron/platform/machine/replay.ts';
import type { SystemProxy } from '../../../electron/platform/proxy/address.ts';
import { systemProxy } from '../../../electron/platform/proxy/system-proxy.ts';
import * as mac from '../darwin/recorded.ts';
import * as linux from '../linux/recorded.ts';

const HOST = 'us02web.zoom.us';
const at = (host: string, port: number): SystemProxy => ({ is: 'address', host, port });
const proxyOf = (recording: Recording): Promise<SystemProxy | undefined> =>
  systemProxy(bind(replayMachine(recording, { strict: false }), new AbortController().signal), HOST);

const ran = (program: string, args: readonly string[], stdout: string, code = 0) => ({
  ...{ op: 'run' as const, program, args: [...args], code, stdout, stderr: '' },
});

describe('macOS', () => {
  const scutil = (...lines: readonly string[]): string =>
    `<dictionary> {\n${lines.map((it) => `  ${it}\n`).join('')}}\n`;
  const manual = ['HTTPSEnable : 1', 'HTTPSPort : 3128', 'HTTPSProxy : proxy.example'];
  test.each<[string, string, SystemProxy | undefined, boolean | null]>([
    ['none', scutil('HTTPEnable : 0', 'HTTPSEnable : 0'), { is: 'none' }, false],
    ['one by hand', scutil(...manual), at('proxy.example', 3128), true],
    [
      'one whose list leaves the host out',
      scutil('ExceptionsList : <array> {', '  0 : *.zoom.us', '}', ...manual),
      { is: 'unfollowed' },
      true,
    ],
    [
      'one whose list leaves another out',
      scutil('ExceptionsList : <array> {', '  0 : *.local', '  1 : 169.254/16', '}', ...manual),
      at('proxy.example', 3128),
      true,
    ],
    ['a script', scutil('ProxyAutoConfigEnable : 1', ...manual), { is: 'unfollowed' }, true],
    ['one found on the network', scutil('ProxyAutoDiscoveryEnable : 1'), { is: 'unfollowed' }, true],
    [
      'one of one interface alone',
      scutil('__SCOPED__ : <dictionary> {', '  en0 : <dictionary> {', '    HTTPSEnable : 1', '  }', '}'),
      { is: 'none' },
      false,
    ],
    ['no answer', '', undefined, null],
  ])('%s', async (_, stdout, proxy, isSet) => {
    const machine = mac.withReadings(mac.recordingOf('macos-26'), ran('/usr/sbin/scutil', ['--proxy'], stdout));
    expect(await proxyOf(machine)).toEqual(proxy);
    expect((await mac.knownOf(machine, 'connection')).proxy).toBe(isSet);
  });

  test('a recording keeps that there is one, never where', () => {
    const kept = allowedMacosProxy(
      scutil(...manual, 'ProxyAutoConfigEnable : 0', 'ProxyAutoConfigURLString : http://x.example/'),
    );
    expect(kept).toBe('<dictionary> {\n  HTTPSEnable : 1\n  ProxyAutoConfigEnable : 0\n}');
  });
});

describe('GNOME and Plasma', () => {
  const gnome = (mode: string, host = 'proxy.example', left = "['localhost', '*.local']") =>
    linux.withReadings(
      linux.recordingOf('ubuntu-24.04-ready'),
      ran(
        '/usr/bin/gsettings',
        ['list-recursively'],
        `org.gnome.system.proxy mode '${mode}'\norg.gnome.system.proxy ignore-hosts ${left}\norg.gnome.system.proxy.https host '${host}'\norg.gnome.system.proxy.https port 8080\n`,
      ),
    );
  const plasma = (text: string) =>
    linux.withReadings(
      linux.recordingOf('opensuse-leap-16'),
      linux.file('/home/user/.config/kioslaverc', `[Proxy Settings]\n${text}`),
    );
  test.each<[string, Recording, SystemProxy | undefined]>([
    ['GNOME, none', gnome('none'), { is: 'none' }],
    ['GNOME, by hand', gnome('manual'), at('proxy.example', 8080)],
    ['GNOME, by hand but not for this host', gnome('manual', 'proxy.example', "['zoom.us']"), { is: 'unfollowed' }],
    ['GNOME, SOCKS alone', gnome('manual', ''), { is: 'unfollowed' }],
    ['GNOME, a script', gnome('auto'), { is: 'unfollowed' }],
    ['Plasma, by hand', plasma('ProxyType=1\nhttpsProxy=http://proxy.example 3128\n'), at('proxy.example', 3128)],
    ['Plasma, a script', plasma('ProxyType=2\n'), { is: 'unfollowed' }],
    ['another desktop', linux.recordingOf('debian-12-server'), undefined],
  ])('%s', async (_, machine, proxy) => expect(await proxyOf(machine)).toEqual(proxy));

  test('what the environment names counts as one, and is not kept', async () => {
    const server = linux.recordingOf('debian-12-server');
    const named = { ...server, host: { ...server.host, namesProxy: true as const } };
    expect(await linux.outcomeOf(named, 'connection')).toMatchObject({ proxy: true });
  });
});

describe('Windows', () => {
  const LONG = { HKLM: 'HKEY_LOCAL_MACHINE', HKCU: 'HKEY_CURRENT_USER' };
  const SETTINGS = 'Microsoft\\Windows\\CurrentVersion\\Internet Settings';
  const key = (hive: keyof typeof LONG, below: string, ...values: readonly string[]) =>
    ran(
      'C:\\Windows\\System32\\reg.exe',
      ['query', `${hive}\\Software\\${below}${SETTINGS}`, '/reg:64'],
      values.length === 0
        ? ''
        : `\r\n${LONG[hive]}\\Software\\${below}${SETTINGS}\r\n${values.map((it) => `    ${it}\r\n`).join('')}`,
      values.length === 0 ? 1 : 0,
    );
  const windows = (...reads: readonly ReturnType<typeof key>[]) => ({
    ...mac.recordingOf('windows-11-25h2-pro'),
    reads: [...reads],
  });
  const on = 'ProxyEnable    REG_DWORD    0x1';
  const server = (text: string) => `ProxyServer    REG_SZ    ${text}`;
  const closed = key('HKLM', 'Policies\\');
  const unset = key('HKCU', 'Policies\\');
  test.each<[string, Recording, SystemProxy | undefined]>([
    [
      'none',
      windows(closed, unset, key('HKCU', '', 'ProxyEnable    REG_DWORD    0x0', server('old:1'))),
      { is: 'none' },
    ],
    ['by hand', windows(closed, unset, key('HKCU', '', on, server('proxy.example:8080'))), at('proxy.example', 8080)],
    ['for each kind', windows(closed, unset, key('HKCU', '', on, server('http=a:1;https=b:2'))), at('b', 2)],
    ['SOCKS alone', windows(closed, unset, key('HKCU', '', on, server('socks=a:1'))), { is: 'unfollowed' }],
    [
      'not for this host',
      windows(closed, unset, key('HKCU', '', on, server('a:1'), 'ProxyOverride    REG_SZ    *.zoom.us;<local>')),
      { is: 'unfollowed' },
    ],
    [
      'a script',
      windows(closed, unset, key('HKCU', '', 'AutoConfigURL    REG_SZ    http://x.example/p.pac')),
      { is: 'unfollowed' },
    ],
    [
      'prescribed for the computer, whatever the account has',
      windows(
        key('HKLM', 'Policies\\', 'ProxySettingsPerUser    REG_DWORD    0x0'),
        key('HKLM', '', on, server('firm.example:3128')),
        key('HKCU', '', on, server('own.example:1')),
      ),
      at('firm.example', 3128),
    ],
    [
      'a script that a policy names',
      windows(key('HKLM', 'Policies\\', 'AutoConfigURL    REG_SZ    http://x.example/'), unset, key('HKCU', '')),
      { is: 'unfollowed' },
    ],
    ['a registry that tells nothing', windows(closed, unset, key('HKCU', '')), undefined],
  ])('%s', async (_, machine, proxy) => expect(await proxyOf(machine)).toEqual(proxy));
});
