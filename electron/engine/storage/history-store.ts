/** Owns the history on disk: one line a report, appended. A crash at any byte costs the line that was being written, and no other. */

import { open } from 'node:fs/promises';
import { messages } from '../../core/messages/messages.ts';
import { bounded, type HistoryEntry } from '../../core/report/history.ts';
import { historyLine, parseHistory } from '../../core/report/history-line.ts';
import { localDay } from '../../core/text/time.ts';
import { writeAtomically } from './files/atomic-file.ts';
import { whileHeld } from './files/held-file.ts';
import { storageError } from './files/storage-error.ts';
import { pathOf, readInTurn, readStored, type Stored, type StoredFile, textIn } from './files/stored-file.ts';

const words = messages('history-store', { file: 'The history' });

/** The file is rewritten when it holds so many lines that are not worth keeping. */
const SLACK = 200;

const historyIn = (folder: string): StoredFile<readonly HistoryEntry[]> => ({
  folder,
  file: 'history.jsonl',
  name: words.file,
  parse: (_file, text) => {
    const entries = parseHistory(text);
    // The half of a first line is what a crash leaves; a whole file without one entry is something else.
    if (entries.length === 0 && text.includes('\n')) throw new Error('no line of it is one of a history');
    return entries;
  },
  empty: [],
});

export const loadHistory = (folder: string): Promise<Stored<readonly HistoryEntry[]>> => readStored(historyIn(folder));

/** Appends one line, in the turn of whoever stores the report. Throws `StorageError`; what was there is then kept. */
export const appendHistory = async (folder: string, entry: HistoryEntry, now: Date): Promise<void> => {
  const stored = historyIn(folder);
  const file = pathOf(stored);
  const { value } = await readInTurn(stored);
  const entries = [...value, entry];
  const kept = bounded(entries, localDay(now));
  const days = (some: readonly HistoryEntry[]): number => new Set(some.map(({ day }) => day)).size;
  const text = (await textIn(file)) ?? '';
  if (days(kept) < days(entries) || text.split('\n').length - kept.length > SLACK) {
    await writeAtomically(file, kept.map(historyLine).join(''));
    return;
  }
  try {
    const handle = await whileHeld(() => open(file, 'a', 0o600));
    try {
      // After half a line the next one begins on a line of its own.
      await handle.writeFile(`${text === '' || text.endsWith('\n') ? '' : '\n'}${historyLine(entry)}`, 'utf8');
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw storageError(file, error);
  }
};
