/** Owns the virus scanners and firewalls that Windows Security knows of. Servers have no such list. */
import * as v from 'valibot';
import type { Machine } from '../../machine/machine.ts';
import { optional } from '../../optional.ts';
import { softwareList } from '../apps/software-list.ts';
import { runningPrograms } from '../running.ts';
import { section, text } from '../section.ts';

const products = v.array(v.object({ name: text, state: v.nullish(v.number(), null) }));
const schema = v.object({ Antivirus: products, Firewall: v.nullish(products, null) });
export type Scanners = v.InferOutput<typeof schema>;
export type Scanner = Scanners['Antivirus'][number];

export const scanners = (machine: Machine): Promise<Scanners> => section(machine, 'scanners', schema);

/**
 * `productState` is not documented; of its third digit from the right 1 has been seen for on and 0 for off. 2 and 3
 * (snoozed, expired) are not certain. Null when it is none of the certain ones.
 */
export const isOn = ({ state }: Scanner): boolean | null => {
  if (state === null) return null;
  const digit = (state >> 12) & 0xf;
  return digit === 1 ? true : digit === 0 ? false : null;
};

/** Signatures up to date, by the second digit from the right. */
export const isFresh = ({ state }: Scanner): boolean | null => (state === null ? null : (state & 0xf0) === 0);

const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Words that stand in the names of everybody's products. */
const COMMON =
  /^(?:the|anti|virus|antivirus|antimalware|internet|total|endpoint|security|firewall|windows|microsoft|defender)$/;

/** What its maker calls it, in the list of programs and in the names of its files: "McAfee VirusScan" → "mcafee". */
export const makerWord = (name: string): string | undefined => {
  const [word = ''] = name
    .split(/[\s_-]+/)
    .map(plain)
    .filter((it) => it.length > 1);
  return word.length < 3 || COMMON.test(word) ? undefined : word;
};

/** Whether any of these names tells of a program with that word. */
export const tellsOf = (names: readonly string[], word: string): boolean =>
  names.some((name) => plain(name).includes(word));

/**
 * Whether what Windows Security lists may still be there: it goes on listing products that were removed. False only where
 * both the installed and the running programs could be listed, and none of them is of that maker.
 */
export const mayBeThere = async (machine: Machine): Promise<(name: string) => boolean> => {
  const [installed, running] = await Promise.all([optional(softwareList(machine)), optional(runningPrograms(machine))]);
  if (installed === undefined || running === undefined || installed.unread > 0) return () => true;
  const names = [
    ...installed.entries.flatMap((entry) => [entry.name, entry.publisher]),
    ...running.programs.map(({ file }) => file),
  ];
  return (name) => {
    const word = makerWord(name);
    return word === undefined || tellsOf(names, word);
  };
};
