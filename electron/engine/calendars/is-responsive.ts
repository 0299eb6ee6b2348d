/**
 * Owns asking whether a file or folder answers before this process touches it. A network folder that is away holds
 * whoever asks it: a thread of this process for ever, and the end of the process. A program can be ended, and left behind.
 */
import { FactUnavailable } from '../../core/facts/fact.ts';
import { bind, type MachinePort } from '../../platform/machine/machine.ts';

/** A disk that sleeps needs some seconds. */
const LIMIT_MS = 8_000;

/** Reads one byte of the file, or of the first calendar in the folder: what is listed may still not be read. */
const argumentsFor = (kind: 'file' | 'folder', path: string): readonly string[] => [
  '-H',
  path,
  ...(kind === 'file' ? ['-maxdepth', '0'] : ['-maxdepth', '5', '-iname', '*.ic[sa]*']),
  ...['-type', 'f', '-exec', '/usr/bin/head', '-c', '1', '{}', ';'],
];

/**
 * False when nothing came within `limitMs`. What is not there or closed answers as well: whoever reads it says so. On Windows
 * every path counts as answering: its own network gives up by itself.
 */
export const answersInTime = async (
  port: MachinePort,
  kind: 'file' | 'folder',
  path: string,
  limitMs = LIMIT_MS,
): Promise<boolean> => {
  if (port.host.platform === 'win32') return true;
  const limits = { timeoutMs: Math.min(limitMs, LIMIT_MS), enoughBytes: 1 };
  try {
    await bind(port, new AbortController().signal).run('/usr/bin/find', argumentsFor(kind, path), limits);
    return true;
  } catch (error) {
    if (!(error instanceof FactUnavailable)) throw error;
    return error.why !== 'timed-out';
  }
};
