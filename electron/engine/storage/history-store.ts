/** Owns the history on disk: one line a report, appended. A crash at any byte costs the line that was being written, and no other. */
import { mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { bounded, type HistoryEntry, isTooOld } from '../../core/report/history.ts';
import { historyLine, parseHistory } from '../../core/report/history-line.ts';
import { localDay } from '../../core/text/time.ts';
import { writeAtomically } from './atomic-file.ts';
import { withLock } from './lock-file.ts';
import { quarantine, type Stored, textIn } from './stored-file.ts';

/** The file is written anew when it holds so many lines that are not worth keeping. */
const SLACK = 200;

const fileIn = (folder: string): string => path.join(folder, 'history.jsonl');

export const loadHistory = async (folder: string): Promise<Stored<readonly HistoryEntry[]>> => {
  const file = fileIn(folder);
  try {
    const text = await textIn(file);
    const entries = parseHistory(text ?? '');
    // The half of a first line is what a crash leaves; a whole file without one entry is something else.
    if (text === null || entries.length > 0 || !text.includes('\n')) return { value: entries, notices: [] };
    return { value: [], notices: [`The history is damaged and ${await quarantine(file)}.`] };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { value: [], notices: [`The history could not be read: ${reason}`] };
  }
};

/**
 * Appends one line. Throws what the file system throws; what was there is then kept. The window and the terminal may do so
 * at one time: written anew is the file only by who has it alone, as a line that came in between would be lost.
 */
export const appendHistory = async (folder: string, entry: HistoryEntry, now: Date): Promise<void> => {
  const file = fileIn(folder);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await withLock(file, async (isAlone) => {
    const text = (await textIn(file)) ?? '';
    const entries = [...parseHistory(text), entry];
    const today = localDay(now);
    const kept = bounded(entries, today);
    const lines = text.split('\n').length;
    if (isAlone && (entries.some((one) => isTooOld(one.day, today)) || lines - kept.length > SLACK)) {
      await writeAtomically(file, kept.map(historyLine).join(''));
      return;
    }
    const handle = await open(file, 'a', 0o600);
    try {
      // After half a line the next one begins on a line of its own.
      await handle.writeFile(`${text === '' || text.endsWith('\n') ? '' : '\n'}${historyLine(entry)}`, 'utf8');
      await handle.sync();
    } finally {
      await handle.close();
    }
  });
};
