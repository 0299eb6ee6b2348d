/** Makes policies from the lists of checks and areas: right ones, and ones that are wrong in one known line. */
import fc from 'fast-check';
import type { PolicyKey } from '../../../electron/core/policy/policy.ts';
import { blocks } from '../../../scripts/policy/model.ts';

/** A line of its own in the text. `broken` marks the one that is wrong. */
export interface Entry {
  readonly name: string;
  readonly value: string | readonly Entry[];
  readonly broken?: true;
}

const word = fc.stringMatching(/^[a-z][a-z ]{0,12}$/);
const productIds = fc.uniqueArray(fc.constantFrom('zoom', 'teams', 'webex', 'firefox'), { maxLength: 3 });

const right = (key: PolicyKey): fc.Arbitrary<unknown> => {
  switch (key.kind) {
    case 'choice':
      return fc.constantFrom(...key.choices);
    case 'number':
      return fc.integer({ min: key.minimum, max: key.maximum });
    case 'boolean':
      return fc.boolean();
    case 'text':
      return word;
    case 'file':
      return fc.constantFrom('', '/srv/one.file', 'C:\\share\\one.file');
    case 'address':
      return fc.constantFrom('', 'https://it.example/page');
    case 'list':
      switch (key.items) {
        case 'text':
          return fc.array(word, { maxLength: 3 });
        case 'choice':
          return fc.subarray([...key.choices]);
        case 'product':
          return productIds;
        case 'waiver':
          return fc.constantFrom([], ['load until 2026-12-31: the rollout is paused']);
        case 'file':
          return fc.constantFrom([], ['/srv/one.file']);
        case 'address':
          return fc.constantFrom([], ['https://it.example/page']);
      }
      break;
    case 'map':
      return key.names === 'language'
        ? fc.constantFrom({}, { en: 'Call.', 'de-CH': 'Ruf an.' })
        : productIds.map((ids) => Object.fromEntries(ids.map((id) => [id, '>=6.0.2 <9 || 10.x'])));
  }
};

/** Values of another kind, or beyond the limits. */
const wrong = (key: PolicyKey): readonly unknown[] => {
  switch (key.kind) {
    case 'choice':
      return ['sometimes', 1, true, ['required'], null];
    case 'number':
      return [key.minimum - 1, key.maximum + 1, key.minimum + 0.5, '3', true, [3], null];
    case 'boolean':
      return ['yes', 'true', 1, [true], null];
    case 'text':
      return ['x'.repeat(key.maximumLength + 1), 5, true, ['x'], { en: 'x' }, null];
    case 'file':
      return ['one.file', '../one.file', '\\\\server\\share\\one.file', 'https://it.example/', 5, null];
    case 'address':
      return ['http://it.example/', 'file:///etc/passwd', 'https://me:secret@it.example/', 'it.example', 5, null];
    case 'list':
      return [
        'zoom',
        [5],
        [null],
        { zoom: true },
        true,
        null,
        ...(key.items === 'text' ? [] : [['not one of these!']]),
      ];
    case 'map':
      return [{ '!': 'x' }, { en: 5 }, { zoom: true }, ['x'], 'x', null];
  }
};

const typo = (name: string): fc.Arbitrary<string> =>
  fc.integer({ min: 1, max: Math.max(1, name.length - 2) }).map((at) => `${name.slice(0, at)}q${name.slice(at)}`);

type Path = readonly [block: number, section: number, key: number];

const anyKey = fc.integer({ min: 0, max: 1 }).chain((block) => {
  const sections = blocks[block]?.sections.filter(({ keys }) => keys.length > 0) ?? [];
  return fc
    .integer({ min: 0, max: sections.length - 1 })
    .chain((section) =>
      fc.integer({ min: 0, max: (sections[section]?.keys.length ?? 1) - 1 }).map((key): Path => [block, section, key]),
    );
});

const sectionAt = (block: number, section: number) =>
  blocks[block]?.sections.filter(({ keys }) => keys.length > 0)[section];
const keyAt = ([block, section, key]: Path) => sectionAt(block, section)?.keys[key];

const json = (value: unknown): string => JSON.stringify(value);

/** A right policy with a value for each of these keys. */
const built = (
  paths: readonly Path[],
  values: ReadonlyMap<string, unknown>,
  recommended: boolean,
): readonly Entry[] => {
  const inner = [0, 1].flatMap((block): Entry[] => {
    const sections = [...new Set(paths.filter(([at]) => at === block).map(([, section]) => section))];
    const entries = sections.map((section): Entry => {
      const here = paths.filter(([a, b]) => a === block && b === section);
      const value = here.map((path): Entry => ({ name: keyAt(path)?.[0] ?? '', value: json(values.get(path.join())) }));
      return { name: sectionAt(block, section)?.id ?? '', value };
    });
    return entries.length === 0 ? [] : [{ name: blocks[block]?.name ?? '', value: entries }];
  });
  return [
    { name: 'schema', value: json('greenroom.policy/1') },
    ...(recommended ? [{ name: 'recommended', value: inner }] : inner),
  ];
};

export interface GeneratedPolicy {
  readonly entries: readonly Entry[];
  /** What was done to it; null for a right one. */
  readonly fault: string | null;
  /** The word that was meant, where one was mistyped. */
  readonly meant: string | null;
}

/** Policies in which everything is right. */
export const rightPolicies: fc.Arbitrary<GeneratedPolicy> = fc
  .tuple(fc.uniqueArray(anyKey, { minLength: 1, maxLength: 6, selector: (path) => path.join() }), fc.boolean())
  .chain(([paths, recommended]) =>
    fc
      .tuple(...paths.map((path) => right(keyAt(path)?.[1] as PolicyKey)))
      .map((values) => new Map(paths.map((path, index) => [path.join(), values[index]])))
      .map((values) => ({ entries: built(paths, values, recommended), fault: null, meant: null })),
  );

/** Changes the entry at `depth` on the way to its first leaf, counted from the last block. */
const changedAt = (
  entries: readonly Entry[],
  depth: number,
  change: (entry: Entry) => readonly Entry[],
): readonly Entry[] => {
  const last = entries.length - 1;
  return entries.flatMap((entry, index): readonly Entry[] => {
    if (index !== last) return [entry];
    if (depth === 0 || typeof entry.value === 'string') return change(entry);
    return [{ ...entry, value: changedAt(entry.value, depth - 1, change) }];
  });
};

const leafDepth = (entries: readonly Entry[]): number => {
  const last = entries.at(-1);
  return last === undefined || typeof last.value === 'string' ? 0 : 1 + leafDepth(last.value);
};

const lastKey = (entries: readonly Entry[], trail: readonly string[] = []): readonly string[] => {
  const last = entries.at(-1);
  if (last === undefined) return trail;
  return typeof last.value === 'string' ? [...trail, last.name] : lastKey(last.value, [...trail, last.name]);
};

/** The key that the last leaf of a policy is about. */
const keyOf = (entries: readonly Entry[]): PolicyKey => {
  const [name = '', section = '', block = ''] = lastKey(entries).toReversed();
  const found = blocks.find((one) => one.name === block)?.sections.find(({ id }) => id === section);
  return found?.keys.find(([key]) => key === name)?.[1] as PolicyKey;
};

/** Policies that are wrong in exactly one line. */
export const brokenPolicies: fc.Arbitrary<GeneratedPolicy> = fc
  .tuple(rightPolicies, fc.constantFrom('value', 'value', 'key', 'section', 'block', 'twice', 'schema'))
  .chain(([{ entries }, fault]): fc.Arbitrary<GeneratedPolicy> => {
    const depth = leafDepth(entries);
    const renamed = (at: number): fc.Arbitrary<GeneratedPolicy> => {
      const meant = lastKey(entries)[at] ?? '';
      return typo(meant).map((name) => ({
        entries: changedAt(entries, at, (entry) => [{ ...entry, name, broken: true }]),
        fault,
        meant,
      }));
    };
    switch (fault) {
      case 'key':
        return renamed(depth);
      case 'section':
        return renamed(depth - 1);
      case 'block':
        return renamed(depth - 2);
      case 'twice':
        return fc.constant({
          entries: changedAt(entries, depth, (entry) => [entry, { ...entry, broken: true }]),
          fault,
          meant: null,
        });
      case 'schema':
        return fc.constant({
          entries: entries.map((entry) =>
            entry.name === 'schema' ? { ...entry, value: '"greenroom.policy/2"', broken: true } : entry,
          ),
          fault,
          meant: null,
        });
      default:
        return fc.constantFrom(...wrong(keyOf(entries))).map((value) => ({
          entries: changedAt(entries, depth, (entry) => [{ ...entry, value: json(value), broken: true }]),
          fault,
          meant: null,
        }));
    }
  });

/** The text, and the line of the broken entry. Inner values are written as JSON, which YAML reads as well. */
export const written = (
  entries: readonly Entry[],
  format: 'yaml' | 'json',
): { readonly text: string; readonly line: number } => {
  const lines: string[] = format === 'json' ? ['{'] : [];
  let line = 0;
  const write = (inner: readonly Entry[], indent: string): void => {
    inner.forEach(({ name, value, broken }, index) => {
      const comma = format === 'json' && index < inner.length - 1 ? ',' : '';
      const key = format === 'json' ? `${indent}${json(name)}:` : `${indent}${name}:`;
      if (typeof value === 'string') lines.push(`${key} ${value}${comma}`);
      else lines.push(format === 'json' ? `${key} {` : key);
      if (broken) line = lines.length;
      if (typeof value === 'string') return;
      write(value, `${indent}  `);
      if (format === 'json') lines.push(`${indent}}${comma}`);
    });
  };
  write(entries, format === 'json' ? '  ' : '');
  if (format === 'json') lines.push('}');
  return { text: `${lines.join('\n')}\n`, line };
};
