#!/usr/bin/env node
/** Owns the start of the command line on plain Node. */
import { fileURLToPath } from 'node:url';
import satisfies from 'semver/functions/satisfies.js';
import { engines } from '../../package.json' with { type: 'json' };
import { WRONG_USAGE } from './exit.ts';

if (satisfies(process.version, engines.node)) {
  // Loaded only here: an older Node may not even be able to read it.
  const [{ readThroughProcess }, { askSystemInformationThrough }, { inspectThroughThread }, { runAsProcess }] =
    await Promise.all([
      import('../platform/machine/places/read-places.ts'),
      import('../platform/machine/read-system-information.ts'),
      import('./inspect/inspect-limited.ts'),
      import('./run-as-process.ts'),
    ]);
  const ownFile = (name: string) => ({
    program: process.execPath,
    args: [fileURLToPath(new URL(name, import.meta.url))],
  });
  readThroughProcess(ownFile('reader.js'));
  askSystemInformationThrough(ownFile('system-information.js'));
  inspectThroughThread(new URL('terminal-inspect-worker.js', import.meta.url));
  await runAsProcess(process.argv.slice(2), new URL('batch-worker.js', import.meta.url));
} else {
  process.stderr.write(`Greenroom needs Node ${engines.node}; this is ${process.version}. Install a newer Node.\n`);
  process.exitCode = WRONG_USAGE;
}
