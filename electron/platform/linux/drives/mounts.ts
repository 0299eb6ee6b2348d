/** Owns what the kernel tells of its mounts: which volume is shown where, as what, and whether it may be written to. */
import type { Machine } from '../../machine/machine.ts';

export const MOUNTS = '/proc/self/mountinfo';

export interface Mount {
  readonly target: string;
  /** `major:minor`; major 0 where one file system spans several devices, or none. */
  readonly number: string;
  readonly fileSystem: string;
  readonly source: string;
  readonly readOnly: boolean;
}

const unescaped = (text: string): string =>
  text.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));

const isReadOnly = (...options: readonly string[]): boolean => options.some((list) => list.split(',').includes('ro'));

const mountsIn = (text: string): readonly Mount[] =>
  text.split('\n').flatMap((line) => {
    const [before = '', after = ''] = line.split(' - ', 2);
    const [, , number = '', , target = '', options = ''] = before.split(' ');
    const [fileSystem = '', source = '', ofAll = ''] = after.split(' ');
    return /^\d+:\d+$/.test(number) && target.startsWith('/')
      ? [
          {
            target: unescaped(target),
            number,
            fileSystem,
            source: unescaped(source),
            readOnly: isReadOnly(options, ofAll),
          },
        ]
      : [];
  });

/** Many readings of a run ask for the same text. */
let parsed: { readonly text: string; readonly mounts: readonly Mount[] } = { text: '', mounts: [] };

/** The mounts of proc(5) mountinfo, in the order in which they were made. */
export const parseMounts = (text: string): readonly Mount[] => {
  if (parsed.text !== text) parsed = { text, mounts: mountsIn(text) };
  return parsed.mounts;
};

/** Empty where the kernel tells none. */
export const readMounts = async (machine: Machine): Promise<readonly Mount[]> =>
  parseMounts((await machine.readText(MOUNTS, { maxBytes: 4_194_304 })) ?? '');

/** The mount that holds a path: the longest that leads to it, the last of several at one place. */
export const mountOf = (mounts: readonly Mount[], path: string): Mount | undefined =>
  mounts
    .filter(({ target }) => target === '/' || path === target || path.startsWith(`${target}/`))
    .reduce<Mount | undefined>((best, it) => (it.target.length >= (best?.target.length ?? 0) ? it : best), undefined);
