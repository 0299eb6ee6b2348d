/** Owns taking out of a recorded Mac what only says who its owner is: other programs, devices, serial numbers, networks. */
import { posix } from 'node:path';
import * as v from 'valibot';
import type { Catalogue } from '../../../core/catalogue/catalogue.ts';
import { isBackupEngine } from '../../darwin/backup/backup-activity.ts';
import { accountsSchema, isAccountsFile } from '../../darwin/backup/cloud-sync.ts';
import { preferencesSchema } from '../../darwin/backup/time-machine.ts';
import { allowedAssertions, PMSET, recorderPids } from '../../darwin/devices/device-use.ts';
import { busiestPrograms } from '../../darwin/devices/load.ts';
import { allowedWays } from '../../darwin/network/connection.ts';
import { ROUTE } from '../../darwin/network/network.ts';
import { allowedMacosProxy, SCUTIL } from '../../darwin/network/proxy.ts';
import { PlistError, parsePlist } from '../../darwin/plist/index.ts';
import { plistText } from '../../darwin/plist/write-xml.ts';
import { PS, parseProcesses, programName } from '../../darwin/processes.ts';
import { allowedFdesetup, FDESETUP } from '../../darwin/security/disk-encryption.ts';
import { remoteControlAt } from '../../darwin/security/remote-control.ts';
import { allowedNetstat, NETSTAT, runsVirtualMachines } from '../../darwin/security/remote-login.ts';
import { isSaverFile, saverSettings } from '../../darwin/security/screen-lock.ts';
import { allowedProfiler, PROFILER } from '../../darwin/system-profiler.ts';
import { updateSettings } from '../../darwin/updates/auto-updates.ts';
import { historySchema, INSTALL_HISTORY, isSystemUpdate } from '../../darwin/updates/install-history.ts';
import { allowedNotes, isUpdaterNotes } from '../../google-updater.ts';
import type { Reading } from '../../machine/recording.ts';
import { uuidStandIns } from '../stand-ins.ts';
import { withoutOtherApps } from './apps.ts';

/** Settings files that hold more than is read in them. */
const settings = [
  {
    of: (path: string) => path === INSTALL_HISTORY,
    schema: v.pipe(
      historySchema,
      v.transform((entries) => entries.filter(isSystemUpdate)),
    ),
  },
  { of: isAccountsFile, schema: accountsSchema },
  {
    of: (path: string) => /^\/Library\/Managed Preferences\/.*SoftwareUpdate\.plist$/.test(path),
    schema: updateSettings,
  },
  {
    of: (path: string) => path.endsWith('/com.apple.screensaver.plist') || isSaverFile(posix.basename(path)),
    schema: saverSettings,
  },
] as const;

/** The list as far as the schema goes. One that cannot be read stays so, for the same reason. */
const listExcerpt = (input: Uint8Array | string, schema: v.GenericSchema<unknown, Parameters<typeof plistText>[0]>) => {
  try {
    const result = v.safeParse(schema, parsePlist(input));
    return plistText(result.success ? result.output : false);
  } catch (error) {
    if (error instanceof PlistError) return '';
    throw error;
  }
};

/** Settings of Time Machine without the paths it leaves out. An empty list means that they are hidden, and stays empty. */
const timeMachineExcerpt = (stdout: string): string =>
  /<key>/.test(stdout) ? listExcerpt(stdout, preferencesSchema) : stdout;

/** The list of programs, with a number in place of every name that no finding tells. */
const processesExcerpt = (stdout: string, recorders: ReadonlySet<number>): string => {
  const running = parseProcesses(stdout);
  const busiest = new Set(busiestPrograms(running).map(([name]) => name));
  const rows = running.map(({ pid, percent, path }) => {
    const isTold =
      recorders.has(pid) ||
      busiest.has(programName(path)) ||
      remoteControlAt(path) !== undefined ||
      runsVirtualMachines(path) ||
      isBackupEngine(path);
    const name = programName(path);
    const file = posix.basename(path);
    return `${pid} ${percent} ${isTold ? `/${name === file ? '' : `${name}.app/`}${file}` : `/process-${pid}`}`;
  });
  return rows.map((row) => `${row}\n`).join('');
};

const routeExcerpt = (stdout: string): string => /^ *interface: \S{1,16}$/m.exec(stdout)?.[0] ?? '';

/** Lists nearby networks, devices, accounts: none of it is read. */
const excerptOf = (
  program: string,
  args: readonly string[],
  stdout: string,
  recorders: ReadonlySet<number>,
): string => {
  switch (program) {
    case PROFILER:
      return allowedProfiler(stdout);
    case PMSET:
      return allowedAssertions(stdout);
    case PS:
      return processesExcerpt(stdout, recorders);
    case NETSTAT:
      return allowedNetstat(stdout);
    case ROUTE:
      return routeExcerpt(stdout);
    case SCUTIL:
      return args.includes('--proxy') ? allowedMacosProxy(stdout) : allowedWays(stdout);
    case FDESETUP:
      return allowedFdesetup(stdout);
    case '/usr/bin/defaults':
      return timeMachineExcerpt(stdout);
    default:
      return stdout;
  }
};

const excerpt = (reading: Reading, recorders: ReadonlySet<number>): Reading => {
  if (reading.op === 'run' && 'stdout' in reading)
    return { ...reading, stdout: excerptOf(reading.program, reading.args, reading.stdout, recorders) };
  if (reading.op === 'readDir' && 'entries' in reading && reading.path.endsWith('/Preferences/ByHost'))
    return { ...reading, entries: reading.entries.filter(({ name }) => isSaverFile(name)) };
  if (reading.op === 'readText' && 'text' in reading && isUpdaterNotes(reading.path))
    return { ...reading, text: allowedNotes(reading.text) };
  if (reading.op !== 'readBytes') return reading;
  // What is prescribed for an account lies in a folder of its name; recorded homes are those of "user".
  const path = reading.path.replace(/^(\/Library\/Managed Preferences\/)[^/]+\//, '$1user/');
  const list = settings.find(({ of }) => of(path));
  if (list === undefined || !('base64' in reading)) return { ...reading, path };
  const text = listExcerpt(Buffer.from(reading.base64, 'base64'), list.schema);
  return { ...reading, path, base64: Buffer.from(text).toString('base64') };
};

const UUID = /\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi;

/** The Mac's own identity and those of its volumes: the same one gets the same stand-in, so that what belongs together does. */
const withoutIdentities = (reads: readonly Reading[]): readonly Reading[] => {
  const standIn = uuidStandIns();
  return JSON.parse(JSON.stringify(reads).replace(UUID, (uuid) => standIn(uuid.toUpperCase())));
};

/**
 * The readings of a Mac without its owner's list of programs, without serial numbers, addresses and networks nearby. Every
 * reader finds in them what it found before.
 */
export const redactDarwin = (reads: readonly Reading[], catalogue: Catalogue): readonly Reading[] => {
  const recorders = new Set(
    reads.flatMap((it) =>
      it.op === 'run' && it.program === PMSET && 'stdout' in it ? [...recorderPids(it.stdout)] : [],
    ),
  );
  return withoutIdentities(withoutOtherApps(reads, catalogue).map((reading) => excerpt(reading, recorders)));
};
