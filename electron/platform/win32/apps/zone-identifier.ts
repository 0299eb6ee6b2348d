/** Owns the mark that Windows browsers and mail programs leave at a file they have fetched: where it came from. */

import { FactUnavailable } from '../../../core/facts/fact.ts';
import type { Machine } from '../../machine/machine.ts';
import { attempt } from '../../optional.ts';

const value = (text: string, key: string): string => {
  const line = text
    .slice(0, 65_536)
    .split(/\r?\n/)
    .find((it) => it.toLowerCase().startsWith(`${key.toLowerCase()}=`));
  return line?.slice(key.length + 1).trim() ?? '';
};

/** The address of the file and of the page that led to it, from the text of a `Zone.Identifier`; empty when it names none. */
export const parseZone = (text: string): readonly string[] => {
  const [file, page] = [value(text, 'HostUrl'), value(text, 'ReferrerUrl')];
  return file === '' ? [] : [file, page].filter((it) => it !== '');
};

/** Where a file was fetched from. Empty when it carries no mark; undefined when the mark could not be read. */
export const zoneOf = async (machine: Machine, path: string): Promise<readonly string[] | undefined> => {
  const mark = await attempt(machine.readText(`${path}:Zone.Identifier`, { maxBytes: 65_536 }));
  return mark instanceof FactUnavailable ? undefined : parseZone(mark ?? '');
};
