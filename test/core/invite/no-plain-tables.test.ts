/** No table of the invitation and calendar code is an object into which a stranger's word could look unguarded. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const core = fileURLToPath(new URL('../../../electron/core', import.meta.url));
/** Gone through as entries, filled by constants, or asked with Object.hasOwn first. */
const GUARDED = /LOOK_LIKE|satisfies|readonly query\?|const STEPS|const part|const clientsOf/;

test.each(['invite', 'calendar', 'meeting'])('%s', (folder) => {
  const names = readdirSync(path.join(core, folder), { recursive: true, encoding: 'utf8' });
  const open = names
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => readFileSync(path.join(core, folder, name), 'utf8').split('\n'))
    .filter((line) => /Record<string,/.test(line) && !GUARDED.test(line));
  expect(open).toEqual([]);
});
