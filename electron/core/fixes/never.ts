/** Owns what no fix ever starts, whatever it is for: looked at by a test for every fix, and by the runner before every step. */
import type { Step } from './fix.ts';

/** Programs that give rights, that end or watch other programs by force, or that install, remove and restart what nobody looked at. */
const programs: readonly string[] = [
  ...['sudo', 'pkexec', 'su', 'doas', 'runas.exe', 'gsudo.exe', 'sh', 'bash', 'dash', 'zsh', 'cmd.exe', 'env'],
  ...['kill', 'killall', 'pkill', 'fuser', 'tskill.exe', 'shutdown', 'shutdown.exe', 'reboot', 'systemctl'],
  ...['tccutil', 'sqlite3', 'reg.exe', 'brew', 'mas', 'softwareupdate', 'pkcon', 'apt', 'apt-get', 'dnf', 'snap'],
  ...['defaults', 'pmset', 'powercfg.exe', 'nft', 'iptables', 'ufw', 'netsh.exe', 'ip', 'rm', 'tmutil'],
];

/** Words that make of a harmless program one that is not. */
const words: readonly RegExp[] = [
  /administrator privileges/i,
  /runas/i,
  /^\/(?:f|t|im)$/i,
  /^--?(?:force|lazy|ignore-security-hash|include-unknown|allow-reboot|empty|all)$/i,
  /^--what=.*handle-/i,
];

/** Whole commands by their first arguments: networks that are joined or left, tunnels, a wastebasket. */
const commands: readonly (readonly [program: string, first: RegExp])[] = [
  ['nmcli', /^(?!radio wifi (?:on|off)$)/],
  ['networksetup', /^(?!-setairportpower en\d (?:on|off)$)/],
  [
    'flatpak',
    /^(?!permission-remove devices camera \S+$|permission-set devices camera \S+ no$|update --(?:user|system) --noninteractive -y [A-Za-z][\w.-]+$)/,
  ],
  ['udisksctl', /^(?!(?:unmount|mount|lock|power-off) -b \/dev\/\S+ --no-user-interaction$)/],
  ['gio', /^/],
];

const nameOf = (program: string): string => program.replace(/^.*[\\/]/, '').toLowerCase();

/** Why this is never done; undefined for a step that may be. */
export const neverDone = (step: Step): string | undefined => {
  if (step.does === 'open' || step.does === 'awake') return undefined;
  const { program, args } = step;
  if (!/^(?:\/|[a-z]:\\)/i.test(program)) return 'a program without its whole path';
  const name = nameOf(program);
  if (programs.includes(name)) return name;
  // A helper may start another program, named by its whole path.
  const word = args.find(
    (arg) => words.some((one) => one.test(arg)) || (/^\/(?:usr\/)?s?bin\//.test(arg) && programs.includes(nameOf(arg))),
  );
  if (word !== undefined) return word;
  const command = commands.find(([one, first]) => one === name && first.test(args.join(' ')));
  return command === undefined ? undefined : `${name} ${args.join(' ')}`;
};
