/** The house as docs/architecture.md draws it: each folder of the map is there, none is crowded, and the docs name no file that is gone. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const files = ['electron', 'renderer', 'scripts', 'test', 'docs', 'build'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name).replaceAll('\\', '/')),
);

/** Names in backquotes: paths, with `{a,b}` written out. */
const named = (text: string): readonly string[] =>
  [...text.matchAll(/`([\w./*{},-]+)`/g)].flatMap(([, name = '']) => {
    const choice = /^(.*)\{([^}]*)\}(.*)$/.exec(name);
    if (choice === null) return [name];
    const [, before = '', words = '', after = ''] = choice;
    return words.split(',').map((word) => `${before}${word}${after}`);
  });

const map = /## The map\n([\s\S]*?)\n## /.exec(readFileSync('docs/architecture.md', 'utf8'))?.[1] ?? '';

test('every folder on the map is there', () => {
  const folders = [...map.matchAll(/^\| ([^|]+)\|/gm)].flatMap(([, cell = '']) => {
    const [first = '', ...more] = named(cell).filter((name) => name.endsWith('/'));
    const parent = first.replace(/[^/]+\/$/, '');
    return [
      first,
      ...more.map((name) => (name.includes('/', 0) && name.split('/').length > 2 ? name : `${parent}${name}`)),
    ];
  });
  expect(folders.length).toBeGreaterThan(20);
  const missing = folders.filter(
    (folder) => !files.some((file) => file.startsWith(folder) || file.startsWith(`electron/${folder}`)),
  );
  expect(missing).toEqual([]);
});

test('no folder holds more code files than a person takes in at once', () => {
  const count = new Map<string, number>();
  for (const file of files.filter((name) => /^(electron|renderer|scripts|test)\/.*\.(ts|tsx|mjs)$/.test(name)))
    count.set(path.posix.dirname(file), (count.get(path.posix.dirname(file)) ?? 0) + 1);
  expect([...count].filter(([, files]) => files > 16)).toEqual([]);
});

describe.each([
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...files.filter((file) => /^docs\/[^/]*\.md$/.test(file)),
])('%s', (doc) => {
  test('names no file that is gone', () => {
    const gone = named(readFileSync(doc, 'utf8'))
      .filter((name) => /\.(ts|tsx|mjs|ps1)$/.test(name) && !name.startsWith('dist/') && !name.includes('<'))
      .filter((name) => {
        const pattern = new RegExp(`(^|/)${name.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*')}$`);
        return !files.some((file) => pattern.test(file));
      });
    expect(gone).toEqual([]);
  });
});
