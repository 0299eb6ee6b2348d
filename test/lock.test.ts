/** The lock file must serve every contributor's system: npm drops binaries that its registry did not offer. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, unknown> };

test.each(['@biomejs/cli', '@rolldown/binding', 'lightningcss', '@typescript/typescript', '@duckdb/node-bindings'])(
  '%s has binaries for macOS, Windows and Linux',
  (family) => {
    const names = Object.keys(packages);
    for (const system of ['darwin-arm64', 'win32-x64', 'linux-x64']) {
      expect(
        names.some((name) => name.includes(`node_modules/${family}-${system}`)),
        `${family} for ${system}`,
      ).toBe(true);
    }
  },
);
