import { expect, test } from 'vitest';
import { parseMounts } from '../../../../electron/platform/linux/drives/mounts.ts';
import { placeOf } from '../../../../electron/platform/machine/places/place-of.ts';

const row = (target: string, type: string): string => `20 1 0:9 / ${target} rw - ${type} source rw`;
const mounts = parseMounts(
  [
    row('/', 'ext4'),
    row('/home', 'ext4'),
    row('/proc', 'proc'),
    row('/usr/local', 'nfs4'),
    row('/home/ada/Cloud', 'fuse.rclone'),
    row('/home/ada/Cloud/deep', 'fuse.rclone'),
    row('/media/ada/STICK', 'vfat'),
    row('/run/user/1000/doc', 'fuse.portal'),
  ].join('\n'),
);

test.each([
  ['/proc/self/mountinfo', null],
  ['/etc/os-release', null],
  ['/usr/bin/zoom', null],
  ['/var/lib/dpkg/status', null],
  ['/run/udev/data', null],
  ['/usr/local/bin/zoom', '/usr/local'],
  ['/opt/zoom/version.txt', '/opt/zoom'],
  ['/home/ada/Cloud/a/b', '/home/ada/Cloud'],
  ['/home/ada/Cloud/deep/b', '/home/ada/Cloud/deep'],
  ['/home/ada/Downloads', '/home/ada/Downloads'],
  ['/home/ada/.config/zoomus.conf', '/home/ada/.config/zoomus.conf'],
  ['/home/ada/.config/pika/a.json', '/home/ada/.config/pika'],
  ['/media/ada/STICK/a', '/media/ada/STICK'],
  ['/run/user/1000/doc/x', '/run/user/1000/doc'],
  ['/run/media/ada/other', '/run/media'],
  ['/etcetera/x', '/etcetera/x'],
])('%s lies with %s', (file, place) => {
  expect(placeOf(file, { platform: 'linux', home: '/home/ada' }, () => mounts)).toBe(place);
});

test.each([
  ['/System/Library/x.plist', null],
  ['/Volumes/Disk/a/b', '/Volumes/Disk'],
  ['/Users/ada/Library/Preferences/x.plist', '/Users/ada/Library/Preferences'],
  ['/Users/ada/Downloads/a.pkg', '/Users/ada/Downloads/a.pkg'],
])('on a Mac %s lies with %s', (file, place) => {
  expect(placeOf(file, { platform: 'darwin', home: '/Users/ada' })).toBe(place);
});

test.each([
  ['C:\\Windows\\System32\\reg.exe', null],
  ['C:\\Windows.old\\a', 'c:\\'],
  ['Z:\\share\\a', 'z:\\'],
  ['C:\\Users\\Ada\\AppData\\Local\\x', 'c:\\users\\ada\\appdata\\local'],
])('on Windows %s lies with %s', (file, place) => {
  expect(placeOf(file, { platform: 'win32', home: 'C:\\Users\\ada' })).toBe(place);
});
