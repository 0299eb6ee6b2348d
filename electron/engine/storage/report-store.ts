/** Owns the last report on disk and the one before it. A damaged file is set aside with a notice, never lost, never fatal. */

import { messages } from '../../core/messages/messages.ts';
import { entryOf } from '../../core/report/history.ts';
import type { Report } from '../../core/report/report.ts';
import { parseReport } from '../../core/report/schema.ts';
import { writeAtomically } from './files/atomic-file.ts';
import { pathOf, readInTurn, readStored, type StoredFile } from './files/stored-file.ts';
import { appendHistory } from './history-store.ts';
import { inTurn } from './turns/turn.ts';

const words = messages('report-store', { file: 'An earlier report' });

export interface StoredReports {
  readonly latest: Report | null;
  readonly previous: Report | null;
  /** Sentences for the person about files that could not be used. */
  readonly notices: readonly string[];
}

export interface ReportStore {
  load(): Promise<StoredReports>;
  /**
   * Stores `report` as the latest, with a line of history; what was the latest becomes the previous one. Resolves to
   * sentences about a file that could not be used. Throws `InputError` and `StorageError`.
   */
  save(report: Report): Promise<readonly string[]>;
  /** Changes the latest, whoever has stored it: the same one, with other things set aside. */
  changeLatest(change: (latest: Report) => Report): Promise<void>;
}

/** `write` replaces a file whole. */
export const createReportStore = (folder: string, write: typeof writeAtomically = writeAtomically): ReportStore => {
  const fileOf = (file: string): StoredFile<Report | null> => ({
    folder,
    file,
    name: words.file,
    parse: parseReport,
    empty: null,
  });
  const [latestFile, previousFile] = [fileOf('report.json'), fileOf('report-previous.json')];
  const put = (stored: StoredFile<Report | null>, report: Report): Promise<void> =>
    write(pathOf(stored), JSON.stringify(report));

  return {
    load: async () => {
      const latest = await readStored(latestFile);
      const previous = await readStored(previousFile);
      return { latest: latest.value, previous: previous.value, notices: [...latest.notices, ...previous.notices] };
    },
    save: (report) =>
      inTurn(folder, async () => {
        const { value: latest, notices } = await readInTurn(latestFile);
        // The previous one is written first: a crash in between repeats a report but loses none.
        if (latest !== null) await put(previousFile, latest);
        await put(latestFile, report);
        await appendHistory(folder, entryOf(report, latest), new Date());
        return notices;
      }),
    changeLatest: (change) =>
      inTurn(folder, async () => {
        const { value: latest } = await readInTurn(latestFile);
        if (latest !== null) await put(latestFile, change(latest));
      }),
  };
};
