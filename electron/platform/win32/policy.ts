/** Owns reading the policy of the organisation on Windows: Group Policy for the computer, then for the account. */

import * as v from 'valibot';
import { FactUnavailable } from '../../core/facts/fact.ts';
import { messages } from '../../core/messages/messages.ts';
import { list, product, term } from '../../core/messages/value.ts';
import type { PolicyEntry, PolicyFault, PolicyNode } from '../../core/policy/source-tree.ts';
import type { Machine } from '../machine/machine.ts';
import { type FoundPolicy, orUnusable, type PolicyReader } from '../policy-source.ts';
import { reasons } from '../reasons.ts';
import { parseRegistryQuery, type RegistryTree, type RegistryValue } from './registry-query.ts';
import { POLICY_SCRIPT_NAME, policyScriptText, powershellArguments } from './script.ts';
import { systemProgram } from './system-program.ts';

const words = messages('win32-policy', {
  types: 'a policy uses only {types}',
  garbled:
    'some letters couldn’t be read, because Windows PowerShell didn’t tell them; the values hold as they were read',
});

const KEY = 'Software\\Policies\\Greenroom';
/** What was set for the computer is stronger than what was set for the account. Windows lets neither be written without rights. */
const hives = [
  ['HKLM', 'HKEY_LOCAL_MACHINE'],
  ['HKCU', 'HKEY_CURRENT_USER'],
] as const;

const limits = { timeoutMs: 3000, maxBytes: 1024 * 1024 };

/** The tree below the key; null when there is no such key. */
const queried = async (machine: Machine, short: string, long: string): Promise<RegistryTree | null> => {
  const args = ['query', `${short}\\${KEY}`, '/s', '/reg:64'];
  const result = await machine.run(systemProgram(machine, 'reg.exe'), args, limits);
  // Without reg.exe nothing can be said of the registry; a key that is not there is its only error here.
  if (result === undefined) throw new FactUnavailable('missing-tool', reasons.missing({ program: product('reg.exe') }));
  return result.code === 0 ? parseRegistryQuery(`${long}\\${KEY}`, result.stdout) : null;
};

const row = v.object({
  key: v.string(),
  name: v.string(),
  data: v.union([v.number(), v.string(), v.array(v.string())]),
});

/** The same values with every letter, from PowerShell; undefined where it may not run. */
const exactly = async (machine: Machine): Promise<readonly v.InferOutput<typeof row>[] | undefined> => {
  try {
    const program = systemProgram(machine, 'WindowsPowerShell\\v1.0\\powershell.exe');
    const result = await machine.run(program, powershellArguments(POLICY_SCRIPT_NAME), {
      timeoutMs: 8000,
      scripts: { [POLICY_SCRIPT_NAME]: policyScriptText },
    });
    const lines = (result?.stdout ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    if (lines.pop() !== 'end') return undefined;
    // What is of another kind than a policy uses is left out alone.
    return lines.flatMap((line) => {
      const read = v.safeParse(row, JSON.parse(line));
      return read.success ? [read.output] : [];
    });
  } catch {
    // Blocked, too slow, or damaged: what reg.exe printed holds.
    return undefined;
  }
};

const nodeOf = (source: string, data: RegistryValue['data']): PolicyNode => {
  const origin = { source, place: null };
  if (typeof data !== 'object') return { kind: 'scalar', origin, value: data };
  return { kind: 'list', origin, items: data.map((value) => ({ kind: 'scalar', origin, value })) };
};

/** Values and keys as nodes: a value and a key of one name are told apart by the registry, and the key comes last. */
const treeOf = (key: string, values: readonly RegistryValue[]): PolicyNode => {
  const here = values
    .filter(({ path }) => path.length === 0)
    .map(({ name, data }): PolicyEntry => {
      const source = `${key}\\${name}`;
      return { key: name, origin: { source, place: null }, value: nodeOf(source, data) };
    });
  // One key may be printed in several spellings: to Windows they are the same.
  const below = new Map<string, { readonly name: string; readonly inner: RegistryValue[] }>();
  for (const value of values) {
    const [name, ...path] = value.path;
    if (name === undefined) continue;
    const known = below.get(name.toLowerCase()) ?? { name, inner: [] };
    known.inner.push({ ...value, path });
    below.set(name.toLowerCase(), known);
  }
  const keys = [...below.values()].map(({ name, inner }): PolicyEntry => {
    const source = `${key}\\${name}`;
    return { key: name, origin: { source, place: null }, value: treeOf(source, inner) };
  });
  return { kind: 'map', origin: { source: key, place: null }, entries: [...here, ...keys] };
};

const found = (
  short: string,
  { values, unread }: Pick<RegistryTree, 'values' | 'unread'>,
  garbled: boolean,
): FoundPolicy => {
  const source = `${short}\\${KEY}`;
  const faults: PolicyFault[] = unread.map((name) => ({
    origin: { source: name, place: null },
    message: words.types({ types: list(['REG_SZ', 'REG_MULTI_SZ', 'REG_DWORD'].map(term)) }),
    decides: true,
  }));
  if (garbled) {
    faults.push({ origin: { source, place: null }, message: words.garbled, decides: false });
  }
  return { source, dialect: 'registry', root: treeOf(source, values), faults };
};

export const win32Policy: PolicyReader = async (machine) => {
  const trees = await Promise.all(
    hives.map(([short, long]) => orUnusable(`${short}\\${KEY}`, 'registry', queried(machine, short, long))),
  );
  const inexact = trees.some((tree) => tree !== null && 'inexact' in tree && tree.inexact);
  const rows = inexact ? await exactly(machine) : undefined;
  return trees.flatMap((tree, index): FoundPolicy[] => {
    const [short = '', long = ''] = hives[index] ?? [];
    if (tree === null) return [];
    if (!('inexact' in tree)) return [tree];
    if (rows === undefined) return [found(short, tree, tree.inexact)];
    const top = `${long}\\${KEY}`.toLowerCase();
    const values = rows
      .filter(({ key }) => key.toLowerCase() === top || key.toLowerCase().startsWith(`${top}\\`))
      .map(({ key, name, data }) => ({
        path: key
          .slice(top.length)
          .split('\\')
          .filter((part) => part !== ''),
        name,
        // PowerShell takes a REG_DWORD for a number with a sign.
        data: typeof data === 'number' && data < 0 ? data + 2 ** 32 : data,
      }))
      .filter(({ path, name }) => !tree.unread.includes([`${long}\\${KEY}`, ...path, name].join('\\')));
    return [found(short, { values, unread: tree.unread }, false)];
  });
};
