/** Owns whether a Linux system looks for updates and installs them by itself, by the settings of its package system. */

import { FactUnavailable, type Known, known } from '../../../core/facts/fact.ts';
import type { AutoUpdates } from '../../../core/facts/index.ts';
import { messages } from '../../../core/messages/messages.ts';
import { product } from '../../../core/messages/value.ts';
import { type Machine, runRequired } from '../../machine/machine.ts';
import { optional } from '../../optional.ts';
import { reader } from '../../reader.ts';
import { reasons } from '../../reasons.ts';
import { desktopOf, gnomeSettings } from '../desktop.ts';
import { readUnits } from '../units.ts';
import { takesOwnFixes } from './unattended.ts';

const words = messages('linux-auto-updates', {
  settings: 'apt didn’t show its settings.',
  unknownWay: 'Greenroom doesn’t know how this Linux is updated.',
});

interface Way {
  /** It is there when this file is. */
  readonly sign: string;
  /** Undefined when this package system does nothing by itself. */
  look(machine: Machine): Promise<Known<AutoUpdates> | undefined>;
}

/** `APT::Periodic::Unattended-Upgrade "1";` lines of apt-config. Throws `FactUnavailable` when it printed something else. */
export const parsePeriodic = (stdout: string): ReadonlyMap<string, string> => {
  const lines = stdout.split('\n').filter((line) => line.trim() !== '');
  const values = lines.map((line) => /^APT::Periodic(?:::([A-Za-z-]{1,60}))? "([^"]{0,60})";$/.exec(line));
  if (values.includes(null))
    throw new FactUnavailable('unreadable', reasons.answered({ program: product('apt-config') }));
  return new Map(values.map((match) => [match?.[1] ?? '', match?.[2] ?? '']));
};

/** An interval of apt: days, or a number with a unit, or `always`; nought and nothing are never. */
const isSet = (interval: string | undefined): boolean => !/^0?[smhd]?$/.test(interval ?? '');

const apt: Way = {
  sign: '/usr/bin/apt-get',
  look: async (machine) => {
    const source = 'apt-config dump APT::Periodic, apt-daily.timer, apt-daily-upgrade.timer';
    const { code, stdout } = await runRequired(machine, '/usr/bin/apt-config', ['dump', 'APT::Periodic'], {
      maxBytes: 262_144,
    });
    if (code !== 0) throw new FactUnavailable('unreadable', words.settings);
    const periodic = parsePeriodic(stdout);
    if (periodic.get('Enable') === '0' || !isSet(periodic.get('Update-Package-Lists'))) return undefined;
    const unit = await readUnits(machine);
    if (!unit('apt-daily.timer').active) return undefined;
    const installs =
      isSet(periodic.get('Unattended-Upgrade')) &&
      unit('apt-daily-upgrade.timer').active &&
      (await machine.stat('/usr/bin/unattended-upgrade')) !== undefined;
    if (!installs) return known({ state: 'asks' }, source);
    if (await takesOwnFixes(machine)) return known({ state: 'on' }, source);
    const asks = await desktopAsks(machine);
    return asks ?? known({ state: 'off', takesNothing: true }, `${source}, apt-config dump Unattended-Upgrade`);
  },
};

/** `key = value` of an ini file, whatever its group; undefined when it is not there. */
const iniValue = (text: string | undefined, key: string): string | undefined =>
  new RegExp(`^[ \\t]*${key}[ \\t]*=[ \\t]*(\\S{1,40})[ \\t]*$`, 'm').exec(text ?? '')?.[1]?.toLowerCase();

const dnf: Way = {
  sign: '/usr/bin/dnf',
  look: async (machine) => {
    const file = '/etc/dnf/automatic.conf';
    const unit = await readUnits(machine);
    if (unit('dnf-automatic-install.timer').active) return known({ state: 'on' }, 'dnf-automatic-install.timer');
    const timer = (['dnf5-automatic.timer', 'dnf-automatic.timer'] as const).find((name) => unit(name).active);
    if (timer === undefined) return undefined;
    const applies = iniValue(await machine.readText(file, { maxBytes: 65_536 }), 'apply_updates');
    return known({ state: ['yes', 'true', '1', 'on'].includes(applies ?? '') ? 'on' : 'asks' }, `${timer}, ${file}`);
  },
};

const rpmOstree: Way = {
  sign: '/run/ostree-booted',
  look: async (machine) => {
    const file = '/etc/rpm-ostreed.conf';
    const unit = await readUnits(machine);
    const own = (['bootc-fetch-apply-updates.timer', 'uupd.timer'] as const).find((name) => unit(name).active);
    if (own !== undefined) return known({ state: 'on' }, own);
    if (!unit('rpm-ostreed-automatic.timer').active) return undefined;
    const policy = iniValue(await machine.readText(file, { maxBytes: 65_536 }), 'AutomaticUpdatePolicy');
    if (policy === 'stage' || policy === 'apply') return known({ state: 'on' }, `rpm-ostreed-automatic.timer, ${file}`);
    return policy === 'check' ? known({ state: 'asks' }, `rpm-ostreed-automatic.timer, ${file}`) : undefined;
  },
};

const zypper: Way = {
  sign: '/usr/bin/zypper',
  look: async (machine) => {
    const unit = await readUnits(machine);
    const timer = 'transactional-update.timer';
    return unit(timer).active ? known({ state: 'on' }, timer) : undefined;
  },
};

const pacman: Way = { sign: '/usr/bin/pacman', look: () => Promise.resolve(undefined) };

/** As for waiting updates: an image-based system also carries its distribution's package tool, which does not rule it. */
const ways: readonly Way[] = [rpmOstree, apt, zypper, dnf, pacman];

const GNOME_SOFTWARE = '/usr/bin/gnome-software';

/** Programs of a desktop that look for updates by themselves and ask before they install them. */
const askers: Readonly<Record<'gnome' | 'kde', readonly string[]>> = {
  gnome: [GNOME_SOFTWARE, '/usr/bin/update-notifier'],
  kde: ['/etc/xdg/autostart/org.kde.discover.notifier.desktop'],
};

/** GNOME Software looks unless it is told not to; where its settings are not told, it is as it was shipped. */
const gnomeSoftwareLooks = async (machine: Machine): Promise<boolean> => {
  const told = (name: string) => optional(gnomeSettings(machine).then((setting) => setting(name)));
  const switches = await Promise.all(
    ['allow-updates', 'download-updates'].map((key) => told(`org.gnome.software ${key}`)),
  );
  return !switches.includes('false');
};

/** Linux Mint's Update Manager: it looks as long as it is started with the session, and installs where this mark is. */
const MINT_LOOKS = '/etc/xdg/autostart/mintupdate.desktop';
const MINT_INSTALLS = '/var/lib/linuxmint/mintupdate-automatic-upgrades-enabled';
const MINT_DESKTOPS = /(?:^|:)(?:x-cinnamon|cinnamon|mate|xfce)(?:$|:)/i;

const updateManager = async (machine: Machine): Promise<Known<AutoUpdates> | undefined> => {
  if (!MINT_DESKTOPS.test(machine.variable('XDG_CURRENT_DESKTOP') ?? '')) return undefined;
  const [looks, installs] = await Promise.all([MINT_LOOKS, MINT_INSTALLS].map((file) => optional(machine.stat(file))));
  if (looks === undefined) return undefined;
  return installs === undefined ? known({ state: 'asks' }, MINT_LOOKS) : known({ state: 'on' }, MINT_INSTALLS);
};

const desktopAsks = async (machine: Machine): Promise<Known<AutoUpdates> | undefined> => {
  const desktop = desktopOf(machine);
  for (const file of desktop === undefined || desktop === 'xfce' ? [] : askers[desktop]) {
    if ((await machine.stat(file)) === undefined) continue;
    if (file !== GNOME_SOFTWARE || (await gnomeSoftwareLooks(machine))) return known({ state: 'asks' }, file);
  }
  return updateManager(machine);
};

export const autoUpdates = reader<AutoUpdates>(5_000, async (machine) => {
  for (const way of ways) {
    if ((await machine.stat(way.sign)) === undefined) continue;
    return (await way.look(machine)) ?? (await desktopAsks(machine)) ?? known({ state: 'off' }, `timers, ${way.sign}`);
  }
  throw new FactUnavailable('unsupported', words.unknownWay);
});
