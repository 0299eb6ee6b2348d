/** Owns `npm run dist` in tests: over a stand-in for the runtime, into a folder of its own. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommand } from '../../e2e/program/launch.ts';

const jiti = fileURLToPath(new URL('../../../node_modules/jiti/lib/jiti-cli.mjs', import.meta.url));

/** Throws with all that was said when it fails. */
export const runDist = async (
  output: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<void> => {
  const words = [jiti, 'scripts/dist.ts', ...args, `-c.directories.output=${path.resolve(output)}`];
  const { code, stdout, stderr } = await runCommand(process.execPath, words, env);
  if (code !== 0) throw new Error(`"npm run dist" ended with ${code}.\n${stdout}${stderr}`);
};
