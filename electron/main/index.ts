/** Owns the boot list of the desktop program, top to bottom. With a verb it is the command line instead, without a window. */
import { app } from 'electron';
import { commandLineArguments } from './command-line.ts';

const root = new URL('../', import.meta.url);
const args = commandLineArguments(process.argv, app.isPackaged);

// Each side is loaded only when it is the one asked for: neither pays for the other's start.
// Both are awaited here, because what must be set before `ready` has to be set while this file is evaluated.
if (args === null) {
  const { startProgram } = await import('./program.ts');
  startProgram(root);
} else {
  const { runAsProcess } = await import('../cli/run-as-process.ts');
  await runAsProcess(args, (code) => app.exit(code));
}
