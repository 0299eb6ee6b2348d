import { describe, expect, it } from 'vitest';
import type { Reading } from '../../../electron/platform/machine/recording.ts';
import { factOf, knownOf, netstat, printed, processes, recordingOf, withReadings } from './recorded.ts';

const good = recordingOf('macos-26');

describe('remote login', () => {
  const listing = (...rows: readonly string[]): Reading =>
    printed(
      ...netstat,
      ['Active Internet connections (including servers)', 'tcp4 0 0 127.0.0.1.631 *.* LISTEN', ...rows, ''].join('\n'),
    );
  const loginWith = (...rows: readonly string[]) => knownOf(withReadings(good, listing(...rows)), 'remoteLogin');

  it('names the doors that stand open, once each', async () => {
    expect(await knownOf(recordingOf('macos-26-exposed'), 'remoteLogin')).toEqual({
      services: [
        { name: 'SSH', port: 22 },
        { name: 'Screen Sharing', port: 5900 },
      ],
      sessionIsRemote: false,
    });
    expect(await knownOf(good, 'remoteLogin')).toEqual({ services: [], sessionIsRemote: false });
  });

  it('sees somebody who watches the screen; a door for this Mac alone is none', async () => {
    expect(await knownOf(recordingOf('macos-27-managed'), 'remoteLogin')).toEqual({
      services: [{ name: 'SSH', port: 22 }],
      sessionIsRemote: true,
    });
  });

  it.each([
    ['a web server', 'tcp4       0      0  *.8022                 *.*                    LISTEN     '],
    ['SSH to another computer', 'tcp4 0 0 192.168.64.20.50110 203.0.113.5.22 ESTABLISHED'],
    ['an address that was cut off', 'tcp6       0      0  fe80::aede:48ff:fe0.22 *.*                    LISTEN     '],
    ['a connection that is over', 'tcp4 0 0 192.168.64.20.5900 192.168.64.31.50412 TIME_WAIT'],
  ])('does not take %s for an open door', async (_, row) => {
    expect(await loginWith(row)).toEqual({ services: [], sessionIsRemote: false });
  });
});

describe('port 22 beside a virtual machine', () => {
  const rows = (...protocols: readonly string[]): Reading =>
    printed(
      ...netstat,
      ['tcp4 0 0 127.0.0.1.631 *.* LISTEN', ...protocols.map((it) => `${it} 0 0 *.22 *.* LISTEN`), ''].join('\n'),
    );
  const runs = (path: string): Reading => printed(...processes, `1 0.0 /sbin/launchd\n700 3.0 ${path}\n`);
  const vm = '/Applications/VirtualBox.app/Contents/MacOS/VBoxHeadless';
  const ssh = { state: 'known', value: { services: [{ name: 'SSH', port: 22 }], sessionIsRemote: false } };

  it.each<[string, readonly string[], string, object]>([
    ['over one version of IP it may be the machine’s', ['tcp4'], vm, { state: 'unknown', cause: 'unsupported' }],
    ['over both it is the Mac’s', ['tcp4', 'tcp6'], vm, ssh],
    ['without a virtual machine it is the Mac’s', ['tcp4'], '/usr/sbin/cupsd', ssh],
  ])('%s', async (_, protocols, path, expected) => {
    const mac = withReadings(good, rows(...protocols), runs(path));
    expect(await factOf(mac, 'remoteLogin')).toMatchObject(expected);
  });
});

describe('remote control', () => {
  const running = (...paths: readonly string[]): Reading =>
    printed(...processes, ['/sbin/launchd', ...paths].map((path, index) => `${index + 1}   0.0 ${path}\n`).join(''));
  const programsAt = async (...paths: readonly string[]) =>
    (await knownOf(withReadings(good, running(...paths)), 'remoteControl')).programs;

  it('names what runs, whichever of its parts it is', async () => {
    expect(await knownOf(recordingOf('macos-26-exposed'), 'remoteControl')).toEqual({
      programs: ['AnyDesk', 'TeamViewer'],
    });
    expect(
      await programsAt(
        '/Applications/RustDesk.app/Contents/MacOS/rustdesk',
        '/Library/PrivilegedHelperTools/ChromeRemoteDesktopHost.app/Contents/MacOS/remoting_me2me_host',
        '/Applications/Splashtop Streamer.app/Contents/MacOS/Splashtop Streamer',
        '/usr/local/bin/x11vnc',
      ),
    ).toEqual(['Chrome Remote Desktop', 'RustDesk', 'Splashtop', 'VNC']);
  });

  it('does not take other programs for one by a part of their name', async () => {
    expect(
      await programsAt(
        '/Applications/TeamViewerMeeting.app/Contents/MacOS/TeamViewerMeeting',
        '/Applications/GoToMeeting.app/Contents/MacOS/g2mcomm',
        '/System/Applications/Utilities/Screen Sharing.app/Contents/MacOS/Screen Sharing',
        '/Users/user/teamviewer/notes',
        '/usr/bin/parsecfg',
      ),
    ).toEqual([]);
  });

  it('cannot be told from a list that shows the programs of this account alone', async () => {
    const mine = printed(...processes, '  688   0.4 /System/Library/CoreServices/Finder.app/Contents/MacOS/Finder\n');
    expect(await factOf(withReadings(good, mine), 'remoteControl')).toMatchObject({ state: 'unknown' });
  });
});
