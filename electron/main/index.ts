/** Owns the boot list of the desktop program, top to bottom. With a verb it is the command line instead, without a window. */
import path from 'node:path';
import { app } from 'electron';
import { readThroughProcess } from '../platform/machine/places/read-places.ts';
import { READER_WORD } from '../platform/machine/places/reader-protocol.ts';
import { askSystemInformationThrough, SYSTEM_INFORMATION_WORD } from '../platform/machine/read-system-information.ts';
import { commandLineArguments, ownArguments } from './command-line.ts';

const root = new URL('../', import.meta.url);
const args = commandLineArguments(process.argv, app.isPackaged);
const [first] = ownArguments(process.argv, app.isPackaged);
// Outside a package the runtime has to be told which program to start.
const self = app.isPackaged ? [] : [...process.execArgv, path.resolve(process.argv[1] ?? '.')];
const throughSelf = (word: string) => ({ program: process.execPath, args: [...self, word] });

// Each side is loaded only when it is the one asked for: neither pays for the other's start.
// Both are awaited here, because what must be set before `ready` has to be set while this file is evaluated.
if (first === READER_WORD) {
  // Without a channel nobody asks: a person typed the word.
  if (process.send === undefined) app.exit(64);
  else (await import('../platform/machine/places/reader-process.ts')).serveReadings();
  // Before `ready`, which would make it a program with a window: it is ended by the end of its channel.
  await new Promise(() => {});
} else if (first === SYSTEM_INFORMATION_WORD) {
  await (await import('../platform/machine/ask-systeminformation.ts')).printSystemInformation();
  app.exit(0);
} else if (args === null) {
  readThroughProcess(throughSelf(READER_WORD));
  askSystemInformationThrough(throughSelf(SYSTEM_INFORMATION_WORD));
  const [{ startProgram }, { startFailed }] = await Promise.all([import('./program.ts'), import('./start-failed.ts')]);
  const { answerOfOwnFolder } = await import('../cli/own-folder.ts');
  const { speakAtStart } = await import('./language.ts');
  try {
    await speakAtStart(process.env.GREENROOM_LANG);
    await answerOfOwnFolder();
    startProgram(root);
  } catch (error) {
    startFailed(error);
  }
} else {
  readThroughProcess(throughSelf(READER_WORD));
  askSystemInformationThrough(throughSelf(SYSTEM_INFORMATION_WORD));
  const [{ runAsProcess }, { inspectThroughThread }] = await Promise.all([
    import('../cli/run-as-process.ts'),
    import('../cli/inspect/inspect-limited.ts'),
  ]);
  inspectThroughThread(new URL('main/terminal-inspect-worker.js', root));
  await runAsProcess(args, new URL('main/batch-worker.js', root), (code) => app.exit(code));
}
