/** Owns the words for backups: places, drives, what is set up, what runs. */
import type { BackupTool, ExternalDrive, RunningBackup } from '../../facts/index.ts';
import { type Message, messages, sentences } from '../../messages/messages.ts';
import { firstOf } from '../../messages/names.ts';
import { place as address, ago, list, measure, name, size, type Value } from '../../messages/value.ts';
import type { IsoTime } from '../../text/time.ts';
import type { BackupState, Place } from './backup-state.ts';

const words = messages('backup', {
  quoted: '“{name}”',
  usb: 'USB',
  thunderbolt: 'Thunderbolt',
  sd: 'memory card',
  esata: 'eSATA',
  firewire: 'FireWire',
  encrypted: 'encrypted',
  unencrypted: 'not encrypted',
  readOnly: 'read-only',
  room: '{room} free',
  drive: '“{name}” ({details})',
  tool: '{tool} to {places}',
  setUp: 'Set up: {tools}.',
  noneSetUp: 'No backup program is set up.',
  sync: '{n, plural, one {{tools} isn’t a backup} other {{tools} aren’t backups}}: what’s deleted or locked here is soon gone there too.',
  snapshots:
    '{n, plural, one {{tools} isn’t a backup} other {{tools} aren’t backups}}: the old states are on the same disk.',
  system:
    '{n, plural, one {{tools} isn’t a backup} other {{tools} aren’t backups}}: it keeps the system, not your own files.',
  running: '{tool} is backing up now.',
  runningAt: '{tool} is backing up now ({progress} done).',
  drivesUnknown: 'Attached drives aren’t known.',
  attached: 'Attached now: {drives}.',
  away: '“{drive}” isn’t attached.',
  awayRight: '“{drive}” isn’t attached, as it should be.',
  awaySeen: '“{drive}” isn’t attached. It was last seen {when}.',
  noneAttached: 'No external drive is attached.',
});

/** A drive or folder by the name that somebody gave it, in quotes; another computer or service by its own. */
export const placeText = ({ kind, name: text }: Pick<Place, 'kind' | 'name'>): Value =>
  kind === 'drive' || kind === 'folder' ? words.quoted({ name: name(text) }) : address(text);

const busOf = ({ bus }: ExternalDrive): readonly Message[] => (bus === 'other' ? [] : [words[bus]]);

/** "“Blue disk” (USB, encrypted, 120 GB free)". */
const driveText = (drive: ExternalDrive): Value => {
  const details = [
    ...busOf(drive),
    ...(drive.encrypted === null ? [] : [drive.encrypted ? words.encrypted : words.unencrypted]),
    ...(drive.readOnly === true ? [words.readOnly] : []),
    ...(drive.freeBytes === null ? [] : [words.room({ room: size(drive.freeBytes) })]),
  ];
  const label = name(drive.label);
  return details.length === 0
    ? words.quoted({ name: label })
    : words.drive({ name: label, details: list(details, 'comma') });
};

const toolText = (tool: BackupTool): Value => {
  const places = tool.destinations.flatMap((to) => (to.kind === 'unknown' ? [] : [placeText(to)]));
  return places.length === 0 ? name(tool.name) : words.tool({ tool: name(tool.name), places: list(places) });
};

/** "Set up: Déjà Dup to “Blue disk”." and what is no backup although people take it for one. */
export const setUpText = ({ backups, others }: Pick<BackupState, 'backups' | 'others'>): readonly Message[] => {
  const named = (kind: 'sync' | 'snapshots' | 'system'): readonly Message[] => {
    const tools = others.filter((tool) => tool.kind === kind).map((tool) => name(tool.name));
    return tools.length === 0 ? [] : [words[kind]({ tools: firstOf(tools), n: tools.length })];
  };
  return [
    backups.length > 0 ? words.setUp({ tools: list(backups.map(toolText)) }) : words.noneSetUp,
    ...named('sync'),
    ...named('snapshots'),
    ...named('system'),
  ];
};

export const runningText = (running: readonly RunningBackup[]): readonly Message[] =>
  running.map(({ name: text, percent }) =>
    percent === null
      ? words.running({ tool: name(text) })
      : words.runningAt({ tool: name(text), progress: measure(Math.round(percent), 'percent') }),
  );

/** Which drives are there, and of the one that matters whether that is as it should be. */
export const attachedText = (
  { drives, places }: Pick<BackupState, 'drives' | 'places'>,
  drivesKnown: boolean,
  last: { readonly place: Place | undefined; readonly isFresh: boolean },
  now: IsoTime,
): readonly Message[] => {
  if (!drivesKnown) return [words.drivesUnknown];
  const away = places.filter((one) => one.kind === 'drive' && one.attached === false);
  const attached = drives.length === 0 ? [] : [words.attached({ drives: list(drives.map(driveText)) })];
  const missing = away.map(({ name: text, remembered }) => {
    const drive = name(text);
    if (last.isFresh && last.place?.name === text) return words.awayRight({ drive });
    if (remembered === undefined) return words.away({ drive });
    return words.awaySeen({ drive, when: ago(remembered.lastSeenAt, now) });
  });
  const told = [...attached, ...missing];
  return told.length === 0 ? [words.noneAttached] : told;
};

/** Each sentence once. */
export const once = (all: readonly Message[]): Message =>
  sentences([...new Map(all.map((one) => [JSON.stringify(one), one])).values()]);
