/** Owns what fixes may start: every program by its whole path, with each argument in one of these forms. Nothing else is ever started for one. */
import { OWNER, type Step } from './fix.ts';

type Part = string | RegExp;
type Form = readonly [program: string, ...args: readonly Part[]];

const END = /^set-(?:sink|source)-/;
/** The name of a device: it starts with no dash, as it would be an option then. */
const NAME = /^(?!-)[^\0\n]{1,300}$/;
const NUMBER = /^\d{1,10}$/;
const APP = /^[A-Za-z_][\w-]*(?:\.[\w-]+)+$/;
const PERCENT = /^(?:100|\d{1,2})%?$/;
const KEEPER: readonly Part[] = ['/usr/bin/tail', `--pid=${OWNER}`, '-f', '/dev/null'];
const BANNERS: readonly Part[] = ['org.gnome.desktop.notifications', 'show-banners'];
const HELD_IN_XFCE: readonly Part[] = ['-c', 'xfce4-notifyd', '-p', '/do-not-disturb'];
const CAMERA: readonly Part[] = ['devices', 'camera', APP];

const forms: readonly Form[] = [
  ['/usr/bin/pactl', new RegExp(`${END.source}mute$`), NAME, /^[01]$/],
  ['/usr/bin/pactl', new RegExp(`${END.source}volume$`), NAME, PERCENT],
  ['/usr/bin/pactl', /^set-default-(?:sink|source)$/, NAME],
  ['/usr/bin/wpctl', 'set-mute', NUMBER, /^[01]$/],
  ['/usr/bin/wpctl', 'set-volume', NUMBER, /^(?:0\.\d\d|1\.00)$/],
  ['/usr/bin/wpctl', 'set-default', NUMBER],
  ['/usr/bin/wpctl', 'clear-default', /^[01]$/],
  ['/usr/bin/osascript', '-e', /^set volume with(?:out)? output muted$/],
  ['/usr/bin/osascript', '-e', /^set volume (?:input|output) volume (?:100|\d{1,2})$/],
  // The radio alone: no network is joined or left.
  ['/usr/bin/nmcli', 'radio', 'wifi', /^(?:on|off)$/],
  ['/usr/sbin/networksetup', '-setairportpower', /^en\d$/, /^(?:on|off)$/],
  ['/usr/bin/gsettings', 'set', ...BANNERS, /^(?:true|false)$/],
  ['/usr/bin/gsettings', 'reset', ...BANNERS],
  ['/usr/bin/xfconf-query', ...HELD_IN_XFCE, '-r'],
  ['/usr/bin/xfconf-query', ...HELD_IN_XFCE, '-n', '-t', 'bool', '-s', /^(?:true|false)$/],
  ['/usr/bin/kde-inhibit', '--notifications', ...KEEPER],
  // Sleep only: a lid that is closed in a bag still puts the computer to sleep.
  ['/usr/bin/systemd-inhibit', '--what=idle:sleep', '--who=Greenroom', '--why=For the call', '--mode=block', ...KEEPER],
  // The answer "no" is taken out or given back; nothing is ever allowed.
  ['/usr/bin/flatpak', 'permission-remove', ...CAMERA],
  ['/usr/bin/flatpak', 'permission-set', ...CAMERA, 'no'],
  ['/usr/bin/flatpak', 'update', /^--(?:user|system)$/, '--noninteractive', '-y', APP],
  // Never by force, and never with a question that nobody sees.
  [
    '/usr/bin/udisksctl',
    /^(?:unmount|mount|lock|power-off)$/,
    '-b',
    /^\/dev\/(?!.*\.\.)[\w./+-]+$/,
    '--no-user-interaction',
  ],
];

const fits = (part: Part | undefined, text: string): boolean =>
  typeof part === 'string' ? part === text : part?.test(text) === true;

/** Whether a fix may do this. */
export const isAllowed = (step: Step): boolean => {
  if (step.does === 'open' || step.does === 'awake') return true;
  const { program, args } = step;
  return forms.some(
    ([one, ...parts]) =>
      one === program && parts.length === args.length && args.every((arg, index) => fits(parts[index], arg)),
  );
};
