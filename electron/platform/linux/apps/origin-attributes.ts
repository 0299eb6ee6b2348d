/** Owns the extended attributes in which some programs note where they fetched a file (freedesktop.org, curl, wget, KDE). */

import { FactUnavailable } from '../../../core/facts/fact.ts';
import { messages } from '../../../core/messages/messages.ts';
import type { Machine } from '../../machine/machine.ts';

const words = messages('linux-origins', {
  unread: 'The notes on where files were fetched from couldn’t be read.',
});

const GETFATTR = '/usr/bin/getfattr';
const ATTRIBUTES = ['user.xdg.origin.url', 'user.xdg.referrer.url'];

/** getfattr writes what is no plain text as `\ooo`, bytes in octal. */
const decoded = (value: string): string => {
  if (!value.includes('\\')) return value;
  const bytes = Buffer.from(value, 'utf8').toString('latin1');
  const plain = bytes.replace(/\\([0-7]{3}|\\|")/g, (_, code: string) =>
    code.length === 3 ? String.fromCharCode(Number.parseInt(code, 8) & 255) : code,
  );
  return Buffer.from(plain, 'latin1').toString('utf8');
};

/** What getfattr printed, by file: the address it was fetched from, then the page that led there. */
export const parseAttributes = (stdout: string): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, readonly string[]>();
  for (const block of stdout.split('\n\n')) {
    const lines = block.split('\n');
    const file = lines.find((line) => line.startsWith('# file: '))?.slice('# file: '.length);
    if (file === undefined) continue;
    const values = ATTRIBUTES.map((name) => {
      const line = lines.find((it) => it.startsWith(`${name}="`) && it.endsWith('"'));
      return line === undefined ? '' : decoded(line.slice(name.length + 2, -1));
    });
    found.set(decoded(file), values[0] === '' ? [] : values.filter((value) => value !== ''));
  }
  return found;
};

/** The addresses noted at these files. Undefined when getfattr is not installed. Throws `FactUnavailable`. */
export const originAttributes = async (
  machine: Machine,
  files: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]> | undefined> => {
  const args = ['--absolute-names', '-d', '-m', '^user\\.xdg\\.', '-e', 'text', '--', ...files];
  const result = await machine.run(GETFATTR, args, { timeoutMs: 3_000, maxBytes: 4 * 1024 * 1024 });
  if (result === undefined) return undefined;
  if (result.code !== 0 && result.stdout === '' && result.stderr !== '')
    throw new FactUnavailable('unreadable', words.unread);
  return parseAttributes(result.stdout);
};
