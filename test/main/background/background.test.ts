/** The edges of what goes on without a window: menus, closing, the start at login, what is noticed, whether there is a tray. */
import type { App, BrowserWindow } from 'electron';
import { describe, expect, test } from 'vitest';
import { type TrayPresence, trayPresence } from '../../../electron/engine/background/tray-support.ts';
import { changeEventOfUdev, networkName } from '../../../electron/main/background/change-watchers.ts';
import { loginItem, startsHidden } from '../../../electron/main/background/login-item.ts';
import { menuTemplate } from '../../../electron/main/background/tray.ts';
import { type ClosingSituation, decideClosing } from '../../../electron/main/window/closing.ts';
import type { MachinePort } from '../../../electron/platform/machine/machine.ts';
import { answerNextDialog } from '../../doubles/electron/desktop/dialog.ts';
import { record } from '../../doubles/electron/record.ts';
import { recordingOf } from '../../platform/linux/recorded.ts';

const { host } = recordingOf('debian-12-server');

describe('closing the window', () => {
  const close = async (more: Partial<ClosingSituation>, button = 0) => {
    record.dialogs.length = 0;
    answerNextDialog(button);
    const attention = { knowsTray: false, knowsNoTray: false };
    const window = {} as BrowserWindow;
    const closing = await decideClosing({
      window,
      keepInTray: true,
      managed: false,
      presence: 'there',
      attention,
      ...more,
    });
    return { ...closing, said: record.dialogs.map(({ message }) => message), buttons: record.dialogs[0]?.buttons };
  };

  test('with a tray leaves the program there, and says so once', async () => {
    expect(await close({})).toMatchObject({
      after: 'hide',
      said: ['Greenroom stays in the tray'],
      remember: { knowsTray: true },
    });
    expect(record.dialogs.map(({ ofWindow }) => ofWindow)).toEqual([true]);
    const knowing = { attention: { knowsTray: true, knowsNoTray: false } };
    expect(await close(knowing)).toMatchObject({ after: 'hide', said: [] });
  });

  test('ends it when the person chooses so, now and from then on', async () => {
    expect(await close({}, 1)).toMatchObject({ after: 'quit', keepInTray: false });
    expect(await close({ keepInTray: false })).toMatchObject({ after: 'quit', said: [] });
  });

  test('offers no end where the organisation keeps it in the tray', async () => {
    expect((await close({ managed: true })).buttons).toEqual(['Stay in the tray']);
  });

  test('without a tray says so once and keeps a window; later it ends the program', async () => {
    expect(await close({ presence: 'missing' })).toMatchObject({
      after: 'minimise',
      said: ['This desktop shows no tray icons'],
      remember: { knowsNoTray: true },
    });
    const knowing = { presence: 'missing' as const, attention: { knowsTray: true, knowsNoTray: true } };
    expect(await close(knowing)).toMatchObject({ after: 'quit', said: [] });
  });

  test('never hides it where nobody can tell whether the icon is shown', async () => {
    expect(await close({ presence: 'unknown' })).toMatchObject({ after: 'quit', said: [] });
  });
});

describe('whether a Linux desktop shows tray icons', () => {
  test.each([
    ['b true\n', 0, 'there'],
    ['b false\n', 0, 'missing'],
    ['', 1, 'unknown'],
    ['s "something else"\n', 0, 'unknown'],
    [null, 0, 'unknown'],
  ] as const)('%j with code %i: %s', async (stdout, code, expected: TrayPresence) => {
    const port: MachinePort = {
      host,
      read: async () => (stdout === null ? undefined : { code, stdout, stderr: '' }) as never,
    };
    expect(await trayPresence(port)).toBe(expected);
  });

  test('the other systems are not asked', async () => {
    const port: MachinePort = { host: { ...host, platform: 'win32' }, read: () => Promise.reject(new Error('asked')) };
    expect(await trayPresence(port)).toBe('there');
  });
});

describe('start at login by Electron', () => {
  const app = (settings: object, isPackaged = true) => {
    const set: object[] = [];
    const members: Pick<App, 'isPackaged' | 'getLoginItemSettings' | 'setLoginItemSettings'> = {
      isPackaged,
      getLoginItemSettings: () => settings as ReturnType<App['getLoginItemSettings']>,
      setLoginItemSettings: (asked) => void set.push(asked),
    };
    return { members, set };
  };
  const place = { host, program: '/opt/Greenroom/greenroom' };

  test.each([
    ['win32', { openAtLogin: true, executableWillLaunchAtLogin: true }, 'on'],
    ['win32', { openAtLogin: true, executableWillLaunchAtLogin: false }, 'blocked'],
    ['win32', { openAtLogin: false, executableWillLaunchAtLogin: false }, 'off'],
    ['darwin', { status: 'enabled' }, 'on'],
    ['darwin', { status: 'requires-approval' }, 'blocked'],
    ['darwin', { status: 'not-registered' }, 'off'],
  ] as const)(
    'on %s what the system says counts, not what was asked for: %j is %s',
    async (platform, told, expected) => {
      const { members, set } = app(told);
      expect((await loginItem(platform, place, members).set(true)).state).toBe(expected);
      expect(set).toEqual([{ openAtLogin: true, ...(platform === 'win32' ? { args: ['--hidden'] } : {}) }]);
    },
  );

  test('a program from its source sets nothing and says so', async () => {
    const { members, set } = app({ openAtLogin: true }, false);
    expect((await loginItem('win32', place, members).set(true)).state).toBe('unavailable');
    expect(set).toEqual([]);
  });

  test('a start without a window is one with the switch', () => {
    const { members } = app({ wasOpenedAtLogin: false });
    expect(startsHidden(members, ['greenroom', '--hidden'])).toBe(true);
    expect(startsHidden(members, ['greenroom', 'greenroom://check'])).toBe(false);
  });
});

describe('what is noticed', () => {
  test.each([
    ['c81:0', 'camera'],
    ['b8:17', 'drive'],
    ['b259:1', 'drive'],
    ['b7:3', null],
    ['b11:0', null],
    ['c13:64', null],
    ['n2', null],
    ['+usb:1-1', null],
    ['.#b8:17x2Fz', null],
  ])('the file %s of udev is about: %s', (name, change) => {
    expect(changeEventOfUdev(name)).toBe(change);
  });

  const address = (text: string, internal = false) => ({
    address: text,
    family: text.includes(':') ? ('IPv6' as const) : ('IPv4' as const),
    netmask: '',
    mac: '',
    internal,
    cidr: null,
    scopeid: 0,
  });
  test('another network is another name; a renewed private address, a link’s own and this computer’s own are not', () => {
    const home = {
      wlan0: [address('192.168.1.20'), address('2001:db8:1:2:aaaa::1')],
      lo: [address('127.0.0.1', true)],
    };
    const renewed = { wlan0: [address('2001:db8:1:2:bbbb::9'), address('fe80::1'), address('192.168.1.20')] };
    expect(networkName(renewed)).toBe(networkName(home));
    expect(networkName({ wlan0: [address('10.0.0.7')] })).not.toBe(networkName(home));
    expect(networkName({})).not.toBe(networkName(home));
  });
});

test('a title with “&” keeps it in the menu', () => {
  const [item] = menuTemplate([{ kind: 'words', id: 'x', label: 'Research & Development' }], () => {});
  expect(item).toEqual({ id: 'x', label: 'Research && Development', enabled: false });
});
