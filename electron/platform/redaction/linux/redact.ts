/** Owns taking out of a recorded Linux what only says who its owner is: other software, logs, signatures. */
import type { Catalogue } from '../../../core/catalogue/catalogue.ts';
import { backupOf, commandWords, isBackupProgram } from '../../linux/backup/tool-commands.ts';
import { allowedNameServers, RESOLVER_FILES } from '../../linux/network/name-servers.ts';
import { allowedProxy, KDE_PROXY } from '../../linux/network/proxy.ts';
import { remoteControlName } from '../../linux/security/remote-access.ts';
import { allowedPro, PRO_STATUS } from '../../linux/updates/operating-system.ts';
import type { Reading } from '../../machine/recording.ts';
import { allowedMounts, allowedOutput } from './allowlist.ts';
import { allowedBackup, withoutFolderNames } from './backup.ts';

/**
 * Paragraphs of the dpkg status file about packages that Greenroom looks at, and the names of those on hold: the rest of a
 * machine's software is nobody's business.
 */
const keepPackages = (status: string, wanted: ReadonlySet<string>): string =>
  status
    .split('\n\n')
    .flatMap((paragraph) => {
      if (wanted.has(/^Package: (\S+)$/m.exec(paragraph)?.[1] ?? '')) return [`${paragraph}\n\n`];
      return /^Package: \S+\nStatus: hold .*$/m.exec(paragraph)?.map((held) => `${held}\n\n`) ?? [];
    })
    .join('');

/** The lines of a package log that Greenroom looks at, without saying which packages they are about unless an update of them waits. */
const keepUpgrades = (log: string, waiting: ReadonlySet<string>): string =>
  [...log.matchAll(/^\S+ \S+ (?:startup archives unpack|(?:upgrade|install) (?=([^\s:]+)))/gm)]
    .map(([line, name]) => {
      if (name === undefined) return `${line}\n`;
      const kept = waiting.has(name) ? name : name.startsWith('linux-') ? 'linux-other' : 'other';
      return `${line}${kept}:all 1 2\n`;
    })
    .join('');

/** What "apt list --upgradable" names. */
const waitingIn = (reads: readonly Reading[]): ReadonlySet<string> =>
  new Set(
    reads.flatMap((reading) =>
      reading.op === 'run' && 'stdout' in reading && reading.program === '/usr/bin/apt'
        ? [...reading.stdout.matchAll(/^([a-z0-9][a-z0-9+.-]{1,200})\/\S+ /gm)].map(([, name = '']) => name)
        : [],
    ),
  );

/** What is kept of a file that holds far more than Greenroom reads in it. */
const excerpt = (path: string, text: string, packages: ReadonlySet<string>, waiting: ReadonlySet<string>): string => {
  if (path === '/var/lib/dpkg/status') return keepPackages(text, packages);
  if (/^\/var\/log\/dpkg\.log(\.1)?$/.test(path)) return keepUpgrades(text, waiting);
  if (path === '/var/log/pacman.log')
    return (
      text
        .match(/^\[.*\] (?:synchronizing package lists.*|starting full system upgrade.*|upgraded |Running )/gm)
        ?.map((line) => (line.endsWith(' ') ? `${line}package` : line))
        .join('\n') ?? ''
    );
  // Whether it takes pictures; nothing of what it is called and numbered by.
  if (/^\/run\/udev\/data\/c\d+:\d+$/.test(path)) return text.match(/^E:ID_V4L_CAPABILITIES=.*$/m)?.[0] ?? '';
  if (RESOLVER_FILES.some((file) => file === path)) return allowedNameServers(text);
  // Whether somebody sits before it; neither who, nor from which computer.
  if (/^\/run\/systemd\/sessions\/\w+$/.test(path))
    return text.match(/^(?:REMOTE|TYPE|SEAT|SERVICE)=.*$/gm)?.join('\n') ?? '';
  if (/^\/run\/systemd\/users\/\d+$/.test(path)) return text.match(/^DISPLAY=.*$/m)?.[0] ?? '';
  if (path.endsWith(`/${KDE_PROXY}`)) return allowedProxy(text);
  if (path === PRO_STATUS) return allowedPro(text);
  if (path === '/proc/stat') return text.match(/^btime \d+$/m)?.[0] ?? '';
  if (path.endsWith('_InRelease')) return text.split(/^(?:MD5Sum|SHA256):/m)[0] ?? '';
  return text;
};

/** Rows of the RPM database about other software: their names go, their dates stay. */
const keepRows = (rows: string, packages: ReadonlySet<string>): string =>
  rows.replace(/^([^\t\n]+)\t[^\t\n]+(?=\t[^\t\n]+\t\d+$)/gm, (row, name: string) =>
    packages.has(name) ? row : 'package\t1-1',
  );

/** Rows of the kernel's table of connections that only listen: with whom this computer talks is nobody's business. */
const keepListening = (table: string): string =>
  table
    .split('\n')
    .filter((row, index) => index === 0 || row === '' || /^\s*\d+: \S+ \S+ 0A /.test(row))
    .join('\n');

/** Folders of programs: what starts like a program Greenroom looks for, and no other name. */
const keepEntries = (reading: Reading, catalogue: Catalogue): Reading => {
  if (
    reading.op !== 'readDir' ||
    !('entries' in reading) ||
    !/\/(?:opt|Applications|AppImages|bin)$/.test(reading.path)
  )
    return reading;
  const starts = catalogue.products.flatMap((product) => [...(product.traces.linux?.looseNames ?? []), product.id]);
  return {
    ...reading,
    entries: reading.entries.filter(({ name }) => starts.some((start) => name.toLowerCase().startsWith(start))),
  };
};

/** The names of programs that a finding may name: remote control, holders of a device, those that use the processor. */
const keepPrograms = (reading: Reading, others: string): Reading => {
  if (reading.op !== 'processes' || !('processes' in reading)) return reading;
  const { running } = reading.processes;
  const use = new Map<string, number>();
  for (const { name, percent } of running) use.set(name, (use.get(name) ?? 0) + percent);
  const isNamed = ({ name, pid, devices }: (typeof running)[number]): boolean =>
    name === '' ||
    remoteControlName(name) !== undefined ||
    isBackupProgram(name) ||
    (devices !== null && devices.length > 0) ||
    (use.get(name) ?? 0) >= 1 ||
    new RegExp(`\\b${pid}\\b`).test(others);
  return {
    ...reading,
    processes: {
      ...reading.processes,
      running: running.map((one) => (isNamed(one) ? one : { ...one, name: 'program' })),
    },
  };
};

/** The readings of a Linux machine with no more in them than its findings need. */
export const redactLinux = (reads: readonly Reading[], catalogue: Catalogue): readonly Reading[] => {
  const packages = new Set(
    catalogue.products.flatMap((product) => product.traces.linux?.packages?.map((one) => one.name) ?? []),
  );
  // PipeWire and ALSA name the holder of a microphone by its number. A backup may run under its interpreter's name.
  const holders = reads
    .flatMap((reading) =>
      'stdout' in reading && reading.program.endsWith('/pw-dump')
        ? [reading.stdout]
        : 'text' in reading && reading.path.startsWith('/proc/asound/')
          ? [reading.text]
          : 'text' in reading && reading.path.endsWith('/cmdline') && backupOf(commandWords(reading.text)) !== undefined
            ? [reading.path]
            : [],
    )
    .join('\n');
  const listed = reads.flatMap((reading) =>
    'stdout' in reading && reading.program === '/usr/bin/lsblk' ? [reading.stdout] : [],
  );
  const devices = new Set(
    listed
      .flatMap((text) => [...text.matchAll(/"(name|maj:min)"\s*:\s*"([^"]{1,128})"/g)])
      .flatMap(([, key, value = '']) => (key === 'name' ? [`/dev/${value}`, `/dev/mapper/${value}`] : [value])),
  );
  const waiting = waitingIn(reads);
  return withoutFolderNames(reads).map((original) => {
    const reading = keepPrograms(keepEntries(original, catalogue), holders);
    if (reading.op === 'readText' && 'text' in reading) {
      if (/^\/proc\/net\/tcp6?$/.test(reading.path)) return { ...reading, text: keepListening(reading.text) };
      if (reading.path === '/proc/self/mountinfo') return { ...reading, text: allowedMounts(reading.text, devices) };
      const kept = allowedBackup(reading.path, reading.text) ?? excerpt(reading.path, reading.text, packages, waiting);
      return { ...reading, text: kept };
    }
    if (reading.op === 'run' && 'stdout' in reading && reading.program === '/usr/bin/rpm') {
      return { ...reading, stdout: keepRows(reading.stdout, packages) };
    }
    if (reading.op === 'run' && 'stdout' in reading) {
      return { ...reading, stdout: allowedOutput(reading.program, reading.stdout) };
    }
    return reading;
  });
};
