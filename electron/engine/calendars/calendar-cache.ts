/** Owns what servers sent of the calendars last: one file for each address, named so that the address is not told. */
import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { parseInput } from '../../core/text/json-input.ts';
import { askNamed, readNamedFile } from '../../platform/machine/places/named-file.ts';
import type { Validators } from '../network/fetch-calendar.ts';
import { writeAtomically } from '../storage/files/atomic-file.ts';
import { inTurn } from '../storage/turns/turn.ts';

export interface CachedCalendar {
  /** When the server last sent it, or said that it has not changed. */
  readonly fetchedAt: string;
  readonly validators: Validators;
  readonly text: string;
}

const schema = v.object({
  fetchedAt: v.pipe(v.string(), v.isoTimestamp()),
  validators: v.object({ etag: v.exactOptional(v.string()), lastModified: v.exactOptional(v.string()) }),
  text: v.string(),
});

/** A calendar of the largest size, with every letter written as a code. */
const MOST_BYTES = 160 * 1024 * 1024;

const folderIn = (folder: string): string => path.join(folder, 'calendars');

const nameFor = (address: string): string => `${createHash('sha256').update(address).digest('hex')}.json`;

/** The file for an address; `folder` is Greenroom's own. */
export const cacheFile = (folder: string, address: string): string => path.join(folderIn(folder), nameFor(address));

/** What is kept in a file of the cache; null when there is none. A damaged one is as good as none: the server has the whole. */
export const loadCached = async (file: string): Promise<CachedCalendar | null> => {
  const read = await readNamedFile(file, MOST_BYTES);
  if (read.is !== 'read') return null;
  try {
    return parseInput(file, read.bytes.toString('utf8'), schema);
  } catch {
    return null;
  }
};

export const storeCached = (file: string, calendar: CachedCalendar): Promise<void> =>
  inTurn(path.dirname(path.dirname(file)), () => writeAtomically(file, JSON.stringify(calendar)));

/** Removes what is kept of addresses that are no longer named: nobody expects it to stay. */
export const forgetOthers = async (folder: string, addresses: readonly string[]): Promise<void> => {
  const kept = new Set(addresses.map(nameFor));
  const entries = (await askNamed({ op: 'readDir', path: folderIn(folder) }).catch(() => undefined)) ?? [];
  const others = entries.filter(({ name }) => !kept.has(name));
  if (others.length === 0) return;
  await inTurn(folder, () =>
    Promise.allSettled(others.map(({ name }) => rm(path.join(folderIn(folder), name), { force: true }))),
  ).catch(() => {});
};
