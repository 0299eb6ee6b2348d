/** The other fixes by what the systems' programs answer: what is offered, with which steps, and what goes back. */

import { describe, expect, test } from 'vitest';
import { known } from '../../../electron/core/facts/fact.ts';
import type { BackupActivity, Connection, ExternalDrives } from '../../../electron/core/facts/index.ts';
import { askAgain } from '../../../electron/core/fixes/ask-again.ts';
import type { Choice, Fix, Seen, Value, Way } from '../../../electron/core/fixes/fix.ts';
import { holdNotifications } from '../../../electron/core/fixes/hold-notifications.ts';
import { keepAwake } from '../../../electron/core/fixes/keep-awake.ts';
import { signInPage } from '../../../electron/core/fixes/sign-in-page.ts';
import { takeDriveOut } from '../../../electron/core/fixes/take-drive-out.ts';
import { updateFlatpak } from '../../../electron/core/fixes/update-flatpak.ts';
import { wifiOn } from '../../../electron/core/fixes/wifi-on.ts';
import { english } from '../../../electron/core/messages/format.ts';
import { asMessage } from '../../../electron/core/messages/messages.ts';
import { said, seen, typed } from './seen.ts';

const way = (fix: Fix, id: string): Way => {
  const found = Object.values(fix.ways)
    .flatMap((ways) => ways ?? [])
    .find((one) => one.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};
const commands = (one: Way, at: Seen, to: Value, key = ''): unknown => one.steps(at, key, to)?.map(typed);
/** The keys of what is offered, the reason why not, or undefined. */
const offered = (one: Way, at: Seen): unknown => {
  const found = one.choices(at);
  if (found === undefined) return undefined;
  return 'id' in found ? english(found) : found.map(({ key }) => key);
};

describe('notifications', () => {
  const gnome = way(holdNotifications, 'gnome');
  const at = (writable: string, inForce: string, own: string): Seen =>
    seen([said(`${writable}\n`), said(`${inForce}\n`), said(own)]);

  test('GNOME: not set goes back to not set, set to true goes back to true', () => {
    expect(gnome.value(at('true', 'true', ''), '')).toEqual({ banners: null });
    expect(commands(gnome, at('true', 'false', 'false\n'), { banners: null })).toEqual([
      'reset org.gnome.desktop.notifications show-banners',
    ]);
    expect(gnome.value(at('true', 'true', 'true\n'), '')).toEqual({ banners: true });
    expect(commands(gnome, at('true', 'false', 'false\n'), { banners: true })).toEqual([
      'set org.gnome.desktop.notifications show-banners true',
    ]);
  });

  test('GNOME: locked by an administrator says so, held already offers nothing, no answer is no way', () => {
    expect(offered(gnome, at('false', 'true', ''))).toContain('locked');
    expect(offered(gnome, at('true', 'false', 'false\n'))).toEqual([]);
    expect(offered(gnome, at('true', 'true', ''))).toEqual(['']);
    expect(offered(gnome, seen([said('true'), said('true'), undefined]))).toBeUndefined();
    expect(offered(gnome, seen([said('', 1), said('', 1), said('')]))).toBeUndefined();
  });

  test('Xfce: a property that is not there goes back to not there', () => {
    const xfce = way(holdNotifications, 'xfce');
    const missing = seen([said('', 1, 'Property "/do-not-disturb" does not exist on channel "xfce4-notifyd".\n')]);
    expect(xfce.value(missing, '')).toEqual({ held: null });
    expect(offered(xfce, missing)).toEqual(['']);
    const path = '-c xfce4-notifyd -p /do-not-disturb';
    expect(commands(xfce, missing, { held: true })).toEqual([`${path} -n -t bool -s true`]);
    expect(commands(xfce, seen([said('true\n')]), { held: null })).toEqual([`${path} -r`]);
    expect(xfce.value(seen([said('', 1, 'Failed to init libxfconf: no bus')]), '')).toBeUndefined();
  });

  test('KDE Plasma: a helper holds them, which ends with Greenroom; no command takes it away', () => {
    const kde = way(holdNotifications, 'kde');
    const shown = seen([said('{"type":"b","data":false}\n')]);
    expect(kde.steps(shown, '', { held: true })).toMatchObject([{ does: 'hold', program: '/usr/bin/kde-inhibit' }]);
    expect(commands(kde, shown, { held: true })).toEqual(['--notifications /usr/bin/tail --pid={owner} -f /dev/null']);
    expect(kde.steps(shown, '', { held: false })).toBeUndefined();
  });
});

test('awake: only a hold of Greenroom’s own that blocks sleep counts', () => {
  const logind = way(keepAwake, 'logind');
  const row = (who: string, what: string, mode: string, own = 1001) =>
    seen([said(`${who} 1001 jo 2399 systemd-inhibit ${what} For the call ${mode}\n`), said(`${own}\n`)]);
  expect(logind.value(row('Greenroom', 'sleep:idle', 'block'), '')).toEqual({ held: true });
  expect(logind.value(row('NetworkManager', 'sleep', 'delay'), '')).toEqual({ held: false });
  expect(logind.value(row('Greenroom', 'shutdown', 'block'), '')).toEqual({ held: false });
  expect(logind.value(row('Greenroom', 'sleep', 'delay'), '')).toEqual({ held: false });
  // Of another account: it ends with that one's call.
  expect(logind.value(row('Greenroom', 'sleep:idle', 'block', 1000), '')).toEqual({ held: false });
  expect(logind.value(seen([said('', 1), said('1001')]), '')).toBeUndefined();
  expect(logind.value(seen([said(''), undefined]), '')).toBeUndefined();
});

describe('Wi-Fi', () => {
  const nmcli = way(wifiOn, 'nmcli');
  test.each([
    ['disabled:enabled', ['']],
    ['enabled:enabled', []],
    ['enabled:missing', undefined],
    ['disabled:missing', undefined],
    ['', undefined],
  ])('NetworkManager says “%s”', (text, expected) => {
    expect(offered(nmcli, seen([said(`${text}\n`)]))).toEqual(expected);
  });

  test('a switch on the computer is named, not worked around', () => {
    expect(offered(nmcli, seen([said('disabled:disabled\n')]))).toContain('A switch or a key');
  });

  test('macOS: the device is the one that it calls Wi-Fi', () => {
    const mac = way(wifiOn, 'networksetup');
    const ports =
      'Hardware Port: Ethernet\nDevice: en0\nEthernet Address: N/A\n\nHardware Port: Wi-Fi\nDevice: en1\nEthernet Address: N/A\n';
    const at = seen([
      said(ports),
      said('en0 is not a Wi-Fi interface.\n', 10),
      said('Wi-Fi Power (en1): Off\n'),
      said('', 10),
    ]);
    expect(offered(mac, at)).toEqual(['']);
    expect(commands(mac, at, { on: true })).toEqual(['-setairportpower en1 on']);
    expect(offered(mac, seen([said(ports), said(''), said('Wi-Fi Power (en0): Off\n'), said('')]))).toBeUndefined();
  });
});

test('awake by the program itself: offered where it can, proved by its own word, and ended with the hold', () => {
  const blocker = way(keepAwake, 'blocker');
  const at = (awake?: boolean): Seen => ({ ...seen([]), awake });
  expect(offered(blocker, at())).toBeUndefined();
  expect(offered(blocker, at(false))).toEqual(['']);
  expect(offered(blocker, at(true))).toEqual([]);
  expect(commands(blocker, at(false), { held: true })).toEqual(['awake']);
  expect(blocker.value(at(true), '')).toEqual({ held: true });
  expect(blocker.steps(at(true), '', { held: false })).toBeUndefined();
});

describe('an update of one Flatpak app', () => {
  const flatpak = way(updateFlatpak, 'flatpak');
  const [OLD, NEW] = ['8ce0eaa78f25', '0d1f2e3a4b5c'];
  const row = (app: string, commit: string): string => `${app}\t${commit}\n`;
  const at = (user: string, newer: string, running = ''): Seen =>
    seen([said(user), said(''), said(newer), said('', 1), said(running)]);

  test('only of an app that Greenroom knows, that is closed, and of which a newer one was heard of', () => {
    const all = row('us.zoom.Zoom', NEW) + row('org.example.App', NEW);
    const one = at(row('us.zoom.Zoom', OLD) + row('org.example.App', OLD), all);
    expect(offered(flatpak, one)).toEqual(['user/us.zoom.Zoom']);
    expect(commands(flatpak, one, { commit: NEW }, 'user/us.zoom.Zoom')).toEqual([
      'update --user --noninteractive -y us.zoom.Zoom',
    ]);
    expect(offered(flatpak, at(row('us.zoom.Zoom', OLD), ''))).toEqual([]);
    expect(offered(flatpak, at(row('us.zoom.Zoom', OLD), row('us.zoom.Zoom', NEW), 'us.zoom.Zoom\n'))).toContain(
      'Close Zoom first',
    );
  });

  test('none where nothing could be read, where two branches are there, and no older one', () => {
    expect(offered(flatpak, seen([said(''), said(''), said('', 1), said('', 1), said('')]))).toBeUndefined();
    expect(offered(flatpak, seen([said(''), said(''), said(''), said(''), undefined]))).toBeUndefined();
    const branches = row('us.zoom.Zoom', OLD) + row('us.zoom.Zoom', '111111111111');
    expect(offered(flatpak, at(branches, row('us.zoom.Zoom', NEW)))).toEqual([]);
    const one = at(row('us.zoom.Zoom', NEW), row('us.zoom.Zoom', NEW));
    expect(flatpak.steps(one, 'user/us.zoom.Zoom', { commit: OLD })).toBeUndefined();
    expect(flatpak.steps(one, 'user/org.example.App', { commit: NEW })).toBeUndefined();
  });
});

test('the sign-in page is opened only where the system says that one waits', () => {
  const linux = way(signInPage, 'browser');
  const at = (internet: Connection['internet']): Seen =>
    seen([], { connection: known({ internet } as Connection, '') });
  expect(offered(linux, at('portal'))).toEqual(['']);
  expect(commands(linux, at('portal'), { internet: 'full' })).toEqual(['http://nmcheck.gnome.org/']);
  const [choice] = linux.choices(at('portal')) as readonly Choice[];
  expect(choice && english(choice.says)).toContain('Opens http://nmcheck.gnome.org/ in');
  for (const internet of ['full', 'limited', null] as const) expect(offered(linux, at(internet))).toEqual([]);
  expect(offered(linux, seen([]))).toBeUndefined();
});

describe('a drive', () => {
  const udisks = way(takeDriveOut, 'udisks');
  const system = { name: '/dev/sda', children: [{ name: '/dev/sda1', uuid: 'sys', fstype: 'ext4', mountpoint: '/' }] };
  const box = (...children: readonly object[]) => ({ name: '/dev/sdb', children });
  const plain = { name: '/dev/sdb1', uuid: 'A', fstype: 'ext4', mountpoint: '/media/jo/BACKUP' };
  const other = { name: '/dev/sdb2', uuid: 'B', fstype: 'ext4', mountpoint: '/media/jo/PHOTOS' };
  const drive = (id: string, label: string, more: object = {}) => ({ id, label, ...more });
  const at = (
    disks: readonly object[],
    drives: readonly object[],
    activity: BackupActivity = { running: [], gaps: [] },
  ): Seen =>
    seen([said(JSON.stringify({ blockdevices: disks }))], {
      externalDrives: known({ drives } as unknown as ExternalDrives, ''),
      backupActivity: known(activity, ''),
    });
  const both = at([system, box(plain, other)], [drive('A', 'BACKUP'), drive('B', 'PHOTOS')]);

  test('every volume of it is named and unmounted, then it is switched off', () => {
    const found = udisks.choices(both);
    expect(Array.isArray(found) ? found.map(({ says }) => english(says)) : []).toEqual([
      'Closes BACKUP and PHOTOS and switches the drive off, so that you can unplug it.',
    ]);
    const quiet = '--no-user-interaction';
    expect(commands(udisks, both, { mounted: '', present: false }, 'A')).toEqual([
      `unmount -b /dev/sdb1 ${quiet}`,
      `unmount -b /dev/sdb2 ${quiet}`,
      `power-off -b /dev/sdb ${quiet}`,
    ]);
  });

  test('mounted again by its identity, wherever it is by then; once it is switched off there is no command', () => {
    const moved = at([{ name: '/dev/sdc', children: [{ ...plain, name: '/dev/sdc1', mountpoint: null }] }], []);
    expect(commands(udisks, moved, { mounted: 'A' }, 'A')).toEqual(['mount -b /dev/sdc1 --no-user-interaction']);
    expect(udisks.value(at([system], []), 'A')).toEqual({ mounted: '', unlocked: '', present: false });
    expect(udisks.steps(at([system], []), 'A', { mounted: 'A' })).toBeUndefined();
  });

  test('what was unlocked is locked', () => {
    const inner = { name: '/dev/mapper/luks-1', uuid: 'I', fstype: 'ext4', mountpoint: '/media/jo/SAFE' };
    const locked = at(
      [box({ name: '/dev/sdb1', uuid: 'L', fstype: 'crypto_LUKS', mountpoint: null, children: [inner] })],
      [drive('L', 'SAFE', { innerId: 'I' })],
    );
    expect(offered(udisks, locked)).toEqual(['L']);
    // Unmounted, and the lock refused: that is not what was wanted.
    const open = { ...inner, mountpoint: null };
    const half = at([box({ name: '/dev/sdb1', uuid: 'L', fstype: 'crypto_LUKS', children: [open] })], []);
    expect(udisks.value(half, 'L')).toEqual({ mounted: '', unlocked: 'L', present: true });
    expect(commands(udisks, locked, { mounted: '', present: false }, 'L')).toEqual([
      'unmount -b /dev/mapper/luks-1 --no-user-interaction',
      'lock -b /dev/sdb1 --no-user-interaction',
      'power-off -b /dev/sdb --no-user-interaction',
    ]);
  });

  test('a second drive may sit in the same box: then it is not switched off', () => {
    const second = {
      name: '/dev/sdc',
      children: [{ name: '/dev/sdc1', uuid: 'C', fstype: 'ext4', mountpoint: '/media/c' }],
    };
    const two = at([box(plain), second], [drive('A', 'BACKUP'), drive('C', 'OTHER')]);
    const found = udisks.choices(two);
    expect(Array.isArray(found) ? found.map(({ did, after }) => [english(did), after.present]) : []).toEqual([
      ['Closed BACKUP. The drive stays on.', true],
      ['Closed OTHER. The drive stays on.', true],
    ]);
    expect(commands(udisks, two, { mounted: '', present: true }, 'A')).toEqual([
      'unmount -b /dev/sdb1 --no-user-interaction',
    ]);
  });

  test('of two copies of one disk neither is touched', () => {
    const copy = { name: '/dev/sdc', children: [{ ...plain, name: '/dev/sdc1', mountpoint: null }] };
    const copies = at([copy, box(plain)], [drive('A', 'BACKUP')]);
    expect(offered(udisks, copies)).toEqual([]);
    expect(udisks.value(copies, 'A')).toBeUndefined();
    expect(udisks.steps(copies, 'A', { mounted: '', present: false })).toBeUndefined();
  });

  test('never the computer’s own disk, nor one with a volume that is not known, nor one without identities', () => {
    expect(offered(udisks, at([system], [drive('A', 'BACKUP')]))).toEqual([]);
    expect(offered(udisks, at([box(plain, other)], [drive('A', 'BACKUP')]))).toEqual([]);
    expect(offered(udisks, at([box({ ...plain, uuid: '' })], [drive('', 'NAMELESS')]))).toEqual([]);
  });

  test('never while a backup runs, or may be running unseen', () => {
    const running = { running: [{ tool: 'restic', name: 'restic', percent: null }], gaps: [] };
    expect(offered(udisks, at([box(plain)], [drive('A', 'B')], running))).toContain('backup is running');
    expect(offered(udisks, at([box(plain)], [drive('A', 'B')], { running: [], gaps: [asMessage('?')] }))).toContain(
      'can’t be seen',
    );
  });
});

describe('Flatpak’s camera question', () => {
  const flatpak = way(askAgain, 'flatpak');
  const rows = (...all: readonly string[]) => seen([said(`${all.join('\n')}\n`)]);
  test('only a “no”, only of an app that Greenroom knows', () => {
    const at = rows('devices\tcamera\tus.zoom.Zoom\tno\t0x00', 'devices\tcamera\torg.unknown.App\tno\t0x00');
    expect(offered(flatpak, at)).toEqual(['us.zoom.Zoom']);
    expect(commands(flatpak, at, { answer: null }, 'us.zoom.Zoom')).toEqual([
      'permission-remove devices camera us.zoom.Zoom',
    ]);
    expect(offered(flatpak, rows('devices\tcamera\tus.zoom.Zoom\tyes\t0x00'))).toEqual([]);
    expect(offered(flatpak, seen([said('', 1, 'error: No entry for camera')]))).toEqual([]);
    expect(offered(flatpak, seen([said('', 1, 'error: no bus')]))).toBeUndefined();
  });

  test('the way back gives the “no” back, and never a “yes”', () => {
    const at = rows('devices\tcamera\t\t\t0x00');
    expect(commands(flatpak, at, { answer: 'no' }, 'us.zoom.Zoom')).toEqual([
      'permission-set devices camera us.zoom.Zoom no',
    ]);
    expect(flatpak.steps(at, 'us.zoom.Zoom', { answer: 'yes' })).toBeUndefined();
  });
});
