/** What fixes may start, and what never: the steps that they make are held against the same list in their own tests. */
import { expect, test } from 'vitest';
import { isAllowed } from '../../../electron/core/fixes/allowed.ts';
import { takenAway } from '../../../electron/core/fixes/gate.ts';
import { fixes } from '../../../electron/core/fixes/index.ts';

const run = (program: string, ...args: readonly string[]) => isAllowed({ does: 'run', program, args });

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
  ['/usr/bin/pactl', 'set-sink-volume', 'alsa_output.usb', '101%'],
  ['/usr/bin/pactl', 'set-default-sink', '--help'],
  ['/usr/bin/wpctl', 'set-volume', '41', '1.50'],
  ['/usr/bin/osascript', '-e', 'set volume output volume 30\ndo shell script "x"'],
  ['/usr/bin/gsettings', 'set', 'org.gnome.desktop.screensaver', 'lock-enabled', 'false'],
  ['/usr/bin/flatpak', 'update', '--user', '--noninteractive', '-y'],
  ['/usr/bin/flatpak', 'update', '--user', '--noninteractive', '-y', '--commit=1'],
  ['/usr/bin/udisksctl', 'unmount', '-b', '/dev/../etc/x', '--no-user-interaction'],
])('never: %s %s %s', (program, ...args) => {
  expect(run(program, ...args)).toBe(false);
});

test.each([
  ['/usr/bin/nmcli', 'radio', 'wifi', 'on'],
  ['/usr/bin/udisksctl', 'unmount', '-b', '/dev/sdb1', '--no-user-interaction'],
  ['/usr/bin/flatpak', 'permission-remove', 'devices', 'camera', 'us.zoom.Zoom'],
  ['/usr/bin/pactl', 'set-sink-volume', 'alsa_output.usb', '100%'],
])('allowed: %s %s %s', (program, ...args) => {
  expect(run(program, ...args)).toBe(true);
  // Not with one word more, one less, or from elsewhere.
  expect(run(program, ...args, '--force')).toBe(false);
  expect(run(program, ...args.slice(1))).toBe(false);
  expect(run(`/home/jo${program}`, ...args)).toBe(false);
});

test.each(fixes.map((fix) => [fix.id, fix] as const))('%s can be taken away alone', (_id, fix) => {
  expect(takenAway(fix, { allowed: true, without: [fix.id] })).toBeDefined();
  expect(fixes.filter((other) => takenAway(other, { allowed: true, without: [fix.id] }) !== undefined)).toEqual([fix]);
});
