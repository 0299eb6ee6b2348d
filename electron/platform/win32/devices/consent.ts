/** Owns what Windows notes of cameras and microphones: who may use them, and since when somebody does. */
import * as v from 'valibot';
import type { Machine } from '../../machine/machine.ts';
import { section, text } from '../section.ts';

export type Device = 'webcam' | 'microphone';

const schema = v.object({
  rows: v.array(
    v.object({
      key: v.string(),
      Value: text,
      LastUsedTimeStart: text,
      LastUsedTimeStop: text,
      /** It is there, and this account may not read it. */
      closed: v.optional(v.boolean(), false),
    }),
  ),
  unread: v.number(),
});
type Row = v.InferOutput<typeof schema>['rows'][number];

export interface ConsentEntry extends Row {
  readonly hive: 'HKLM' | 'HKCU';
  readonly device: Device;
  /** For the whole device, for all desktop programs, for one of those, or for one app of the Store. */
  readonly level: 'device' | 'desktop' | 'program' | 'package';
  /** Family of a package, or a program's file with `#` for `\`; empty for the switches. */
  readonly name: string;
}

export interface Consent {
  readonly entries: readonly ConsentEntry[];
  /** Lists that could not be read: entries may be missing. */
  readonly unread: number;
}

const KEY = /^(HKLM|HKCU)\\.{1,200}\\ConsentStore\\(webcam|microphone)(\\NonPackaged)?(?:\\([^\\]{1,1000}))?$/;

export const entryOf = (row: Row): ConsentEntry | undefined => {
  const [, hive, device, desktop, name = ''] = KEY.exec(row.key) ?? [];
  if (hive === undefined || device === undefined) return undefined;
  const level = desktop === undefined ? (name === '' ? 'device' : 'package') : name === '' ? 'desktop' : 'program';
  return { ...row, hive: hive as ConsentEntry['hive'], device: device as Device, level, name };
};

/** Begun, and not ended as far as Windows knows. A program that crashed leaves it so for ever. */
export const isBegun = ({ LastUsedTimeStart: start, LastUsedTimeStop: stop }: Row): boolean =>
  /^[1-9]\d{0,18}$/.test(start) && stop === '0';

/** Older Windows note permissions, but no times. */
export const isTimed = ({ LastUsedTimeStart: start }: Row): boolean => /^[1-9]\d{0,18}$/.test(start);

/** "C:#Program Files#Zoom#bin#Zoom.exe" → "Zoom.exe". */
export const fileName = ({ name }: ConsentEntry): string => name.slice(name.lastIndexOf('#') + 1);

export const consent = async (machine: Machine): Promise<Consent> => {
  const { rows, unread } = await section(machine, 'consent', schema);
  return { entries: rows.map(entryOf).filter((entry) => entry !== undefined), unread };
};
