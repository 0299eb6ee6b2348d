/** Owns the command line's way in and out as a process, the same on plain Node and in the desktop program: signals, readers that go away, all of the output, then the end. */
import { INTERNAL_FAULT } from './exit.ts';
import { runCli } from './index.ts';
import { processIo } from './io.ts';
import { endOnSignals } from './signals.ts';

/** Settles when both streams have taken what was written to them, or cannot any more. */
const drained = async (): Promise<void> => {
  for (const stream of [process.stdout, process.stderr])
    await new Promise<void>((resolve) => {
      if (!stream.writable) resolve();
      else stream.write('', () => resolve());
    });
};

/** What ends the process by `exit`, once, and before that everything which it has started. */
export const endingBy = (exit: (code: number) => void): ((code: number) => void) => {
  let ended = false;
  return (code) => {
    if (ended) return;
    ended = true;
    // Electron's own end, before it is ready, tells nobody: probes that still run would stay.
    process.emit('exit', code);
    process.removeAllListeners('exit');
    exit(code);
  };
};

/** Runs the command line on `words` and ends the process with its exit code: nothing may keep it alive once the answer is out. */
export const runAsProcess = async (
  words: readonly string[],
  batchWorker: URL,
  exit: (code: number) => void = process.exit,
): Promise<void> => {
  const end = endingBy(exit);
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // The reader went away (`greenroom check | head`): there is nobody left to tell.
    if (error.code === 'EPIPE') return end(0);
    process.stderr.write(`greenroom: the output could not be written (${error.code ?? error.message}).\n`);
    end(INTERNAL_FAULT);
  });
  // Notices that nobody reads are no reason to stop.
  process.stderr.on('error', () => {});
  endOnSignals(end);
  const code = await runCli(words, processIo(batchWorker));
  await drained();
  end(code);
};
