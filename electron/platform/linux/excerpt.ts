/** Owns what of Linux' answers about the desktop, sound, Wi-Fi and disks stays in a recording: what the readers use, and no more. */
import { parseTerse } from './network.ts';
import { pipewireExcerpt } from './pipewire.ts';

const SETTINGS =
  /^org\.gnome\.(?:DejaDup\S*|desktop\.(?:lockdown disable-lock-screen|notifications show-banners|privacy disable-(?:camera|microphone)|screensaver lock-(?:delay|enabled)|session idle-delay)|settings-daemon\.plugins\.power sleep-inactive-\S+) /;

/** The network in use, which a finding names, and none of the neighbours'. A line of another form stays one. */
const networkInUse = (line: string): readonly string[] => {
  const values = parseTerse(line.slice(0, 1_000));
  if (values.length !== 5) return line === '' ? [] : ['?'];
  return values[0] === '*' ? [line] : [];
};

/** What a program printed, shortened. */
export const printedExcerpt = (program: string, stdout: string): string => {
  const lines = stdout.split('\n');
  switch (program) {
    case '/usr/bin/gsettings':
      return lines
        .filter((line) => SETTINGS.test(line))
        .map((line) => `${line}\n`)
        .join('');
    case '/usr/bin/nmcli':
      return lines
        .flatMap(networkInUse)
        .map((line) => `${line}\n`)
        .join('');
    case '/usr/bin/pw-dump':
      return pipewireExcerpt(stdout);
    case '/sbin/ip':
      return stdout.replace(/ (?:via|src) \S+/g, '');
    default:
      return stdout;
  }
};

/** The mounts that tell of the system and of the person's files; what else is attached is nobody's business. */
export const mountExcerpt = (mounts: string): string =>
  mounts
    .split('\n')
    .filter((row) => /^\S+ \S+ \S+ \S+ \/(?:proc|sysroot|var|(?:var\/)?home(?:\/\S*)?)? /.test(row))
    .map((row) => `${row}\n`)
    .join('');
