#!/usr/bin/env node
/** Owns the start of the command line on plain Node: nothing may keep the process alive once the answer is out. */
import { runCli } from './index.ts';
import { endOnSignals } from './signals.ts';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader went away (`greenroom check | head`): there is nobody left to tell.
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

endOnSignals();

const code = await runCli(process.argv.slice(2));
// A file system that hangs would keep a thread, and with it the process, for ever.
process.stdout.write('', () => process.stderr.write('', () => process.exit(code)));
