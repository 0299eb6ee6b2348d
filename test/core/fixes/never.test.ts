/** What no fix does: kept for every fix that there is, and for commands that somebody might once write. */
import { describe, expect, test } from 'vitest';
import { takenAway } from '../../../electron/core/fixes/gate.ts';
import { fixes } from '../../../electron/core/fixes/index.ts';
import { neverDone } from '../../../electron/core/fixes/never.ts';

const run = (program: string, ...args: readonly string[]) => neverDone({ does: 'run', program, args });

test.each([
  ['/usr/bin/sudo', 'nmcli', 'radio', 'wifi', 'on'],
  ['/usr/bin/pkexec', '/usr/bin/true'],
  ['/bin/sh', '-c', 'true'],
  ['/usr/bin/kill', '1234'],
  ['/usr/bin/killall', 'zoom'],
  ['C:\\Windows\\System32\\taskkill.exe', '/PID', '12', '/F'],
  ['C:\\Windows\\System32\\taskkill.exe', '/IM', 'zoom.exe'],
  ['C:\\Windows\\System32\\TASKKILL.EXE', '/pid', '12', '/t'],
  ['C:\\Windows\\System32\\reg.exe', 'add', 'HKCU\\Software'],
  ['/usr/bin/tccutil', 'reset', 'Camera'],
  ['/usr/bin/osascript', '-e', 'do shell script "x" with administrator privileges'],
  ['/usr/bin/nmcli', 'connection', 'up', 'Cafe'],
  ['/usr/bin/nmcli', 'radio', 'all', 'off'],
  ['/usr/bin/nmcli', 'device', 'disconnect', 'wlan0'],
  ['/usr/sbin/networksetup', '-setairportnetwork', 'en0', 'Cafe'],
  ['/usr/bin/udisksctl', 'unmount', '-b', '/dev/sdb1', '--force', '--no-user-interaction'],
  ['/usr/bin/udisksctl', 'power-off', '-b', '/dev/sdb'],
  ['/usr/bin/gio', 'trash', '--empty'],
  ['/usr/bin/gio', 'mount', '-e', '/media/x'],
  ['/usr/bin/flatpak', 'permission-set', 'devices', 'camera', 'org.example.App', 'yes'],
  ['/usr/bin/flatpak', 'uninstall', 'org.example.App'],
  ['/usr/bin/systemctl', 'stop', 'NetworkManager'],
  ['/opt/homebrew/bin/brew', 'upgrade'],
  ['/usr/bin/systemd-inhibit', '--what=handle-lid-switch', '/usr/bin/tail'],
  ['/usr/bin/systemd-inhibit', '--what=sleep', '/bin/sh', '-c', 'true'],
  ['nmcli', 'radio', 'wifi', 'on'],
])('never: %s %s %s', (program, ...args) => {
  expect(run(program, ...args)).toBeDefined();
});

test('what the fixes do is none of it', () => {
  expect(run('/usr/bin/nmcli', 'radio', 'wifi', 'on')).toBeUndefined();
  expect(run('/usr/bin/udisksctl', 'unmount', '-b', '/dev/sdb1', '--no-user-interaction')).toBeUndefined();
  expect(run('/usr/bin/flatpak', 'permission-remove', 'devices', 'camera', 'us.zoom.Zoom')).toBeUndefined();
});

describe.each(fixes.map((fix) => [fix.id, fix] as const))('%s', (_id, fix) => {
  test('starts no program of those, and none without its whole path', () => {
    for (const way of Object.values(fix.ways).flatMap((ways) => ways ?? []))
      for (const program of [...way.programs, ...way.asks.map((ask) => ask.program)])
        expect(run(program, ...(/(?:nmcli|networksetup|flatpak|udisksctl)$/.test(program) ? [] : ['x']))).toSatisfy(
          (why) => why === undefined || /^(?:nmcli|networksetup|flatpak|udisksctl) $/.test(String(why)),
        );
  });

  test('can be taken away alone', () => {
    expect(takenAway(fix, { allowed: true, without: [fix.id] })).toBeDefined();
    expect(fixes.filter((other) => takenAway(other, { allowed: true, without: [fix.id] }) !== undefined)).toEqual([
      fix,
    ]);
  });
});
