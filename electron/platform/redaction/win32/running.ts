/** Owns what of the running programs, and of who uses camera and microphone, stays in a recording that is sent to somebody. */
import { builtInCatalogue } from '../../../core/catalogue/index.ts';
import { isBackupEngine } from '../../win32/backup/backup-activity.ts';
import { type ConsentEntry, entryOf, fileName, isBegun, isTimed } from '../../win32/devices/consent.ts';
import { holders } from '../../win32/devices/device-use.ts';
import { ANSWERING, shares, usedBetween } from '../../win32/devices/load.ts';
import { meetingAppOf } from '../../win32/devices/media-permissions.ts';
import {
  IDLE_PID,
  LEFT_OUT,
  ownTest,
  parseRow,
  programName,
  type Running,
  type RunningProgram,
} from '../../win32/running.ts';
import { remoteControlAt } from '../../win32/security/remote-control.ts';
import { isSshServer } from '../../win32/security/remote-login.ts';

type Value = Readonly<Record<string, unknown>>;

const entriesIn = (consent: Value | undefined): readonly ConsentEntry[] =>
  (Array.isArray(consent?.rows) ? consent.rows : []).flatMap((row: Record<string, unknown>) => {
    const text = (name: string): string => (typeof row[name] === 'string' ? row[name] : '');
    const entry = entryOf({
      key: text('key'),
      Value: text('Value'),
      LastUsedTimeStart: text('LastUsedTimeStart'),
      LastUsedTimeStop: text('LastUsedTimeStop'),
      closed: row.closed === true,
    });
    return entry === undefined ? [] : [entry];
  });

const rowsIn = (value: Value | undefined): readonly RunningProgram[] =>
  (Array.isArray(value?.running) ? value.running : []).flatMap((row: unknown) => {
    const program = typeof row === 'string' ? parseRow(row) : undefined;
    return program === undefined ? [] : [program];
  });

const isUser = (entry: ConsentEntry): boolean => entry.level === 'program' || entry.level === 'package';

/** Those that hold a device now. A program that crashed once is nobody's business. */
const usersIn = (consent: Value | undefined, programs: readonly RunningProgram[]): readonly ConsentEntry[] =>
  entriesIn(consent).filter((entry) => isUser(entry) && isBegun(entry) && holders(entry, programs).length > 0);

/** Switches, meeting apps and whoever holds a device; one nameless entry shows that times are noted at all. */
export const allowedConsent = (value: Value, programs: Value | undefined): Value => {
  const users = new Set(usersIn(value, rowsIn(programs)).map(({ key }) => key));
  const rows = entriesIn(value).flatMap((entry): Value[] => {
    const { key, Value: granted, LastUsedTimeStart, LastUsedTimeStop, closed } = entry;
    const isSought =
      !isUser(entry) || users.has(entry.key) || meetingAppOf(entry, builtInCatalogue.products) !== undefined;
    const folder = entry.name === '' ? key : key.slice(0, -entry.name.length);
    const kept = entry.level === 'program' ? `${folder}${fileName(entry)}` : key;
    const times = { LastUsedTimeStart, LastUsedTimeStop };
    if (closed) return [{ key: isUser(entry) && !isSought ? `${folder}${LEFT_OUT}` : kept, closed }];
    if (isSought) return [{ key: kept, Value: granted, ...times }];
    return isTimed(entry) ? [{ key: `${folder}${LEFT_OUT}`, LastUsedTimeStart: '1', LastUsedTimeStop: '1' }] : [];
  });
  const seen = new Set<string>();
  const once = rows.filter(({ key, closed }) => {
    const name = `${key}|${closed}`;
    return !seen.has(name) && seen.add(name);
  });
  return { rows: once, unread: value.unread };
};

/** The file's name alone; of a package also which one it is. */
const shortFile = (file: string): string =>
  /\\(?:WindowsApps|SystemApps)\\[^\\]+\\[^\\]+$/i.exec(file)?.[0] ?? file.slice(file.lastIndexOf('\\') + 1);

const printed = ({ pid, parent, used, started }: RunningProgram, file: string): string =>
  `${pid}|${parent}|${used ?? ''}|${started ?? ''}|${file}`;

/** A number that Windows gives to no program. */
const OTHERS_PID = 4_294_967_295;

/**
 * The two looks at what runs, with those programs that a finding names or counts. All others are one row, whose time
 * is what they used between the two looks.
 */
export const allowedRunning = (
  programs: Value | undefined,
  activity: Value | undefined,
  consent: Value | undefined,
): { readonly programs: Value | undefined; readonly activity: Value | undefined } => {
  const [before, after] = [rowsIn(programs), rowsIn(activity)];
  const isOwn = ownTest(typeof programs?.self === 'number' ? programs.self : -1, before);
  const users = usersIn(consent, before);
  const named = new Set([
    ...users.map((entry) => programName(fileName(entry)).toLowerCase()),
    ...busiestNames({ programs: before, isOwn }, after),
  ]);
  const families = users
    .filter(({ level }) => level === 'package')
    .map(({ name }) => `${name.split('_', 1)[0]}_`.toLowerCase());
  const isSought = (program: RunningProgram): boolean => {
    const { pid, file } = program;
    return (
      pid === IDLE_PID ||
      isOwn(program) ||
      ANSWERING.test(programName(file)) ||
      isSshServer(file) ||
      isBackupEngine(file) ||
      remoteControlAt(file) !== undefined ||
      named.has(programName(file).toLowerCase()) ||
      families.some((family) => file.toLowerCase().includes(`apps\\${family}`))
    );
  };
  const others = usedBetween(before, after).reduce((sum, { program, used }) => sum + (isSought(program) ? 0 : used), 0);
  const shortened = (value: Value | undefined, rows: readonly RunningProgram[], used: number): Value | undefined =>
    value === undefined
      ? undefined
      : {
          ...value,
          running: [
            ...rows.filter(isSought).map((program) => printed(program, shortFile(program.file))),
            printed({ pid: OTHERS_PID, parent: 0, used, started: undefined, file: '' }, LEFT_OUT),
            // A damaged list stays one.
            ...(Array.isArray(value.running) && value.running.length === rows.length ? [] : ['']),
          ],
        };
  return { programs: shortened(programs, before, 0), activity: shortened(activity, after, others) };
};

const busiestNames = (before: Running, after: readonly RunningProgram[]): readonly string[] => {
  try {
    return shares(before, after).busiest.map(({ name }) => name.toLowerCase());
  } catch {
    // Where nothing can be told of the load, no program is named for it.
    return [];
  }
};
