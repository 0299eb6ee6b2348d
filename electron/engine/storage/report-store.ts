/** Owns the last report on disk and the one before it. A damaged file is set aside with a notice, never lost, never fatal. */
import path from 'node:path';
import type { Report } from '../../core/report/build.ts';
import { entryOf } from '../../core/report/history.ts';
import { parseReport } from '../../core/report/schema.ts';
import { writeAtomically } from './atomic-file.ts';
import { appendHistory } from './history-store.ts';
import { readStored } from './stored-file.ts';

export interface StoredReports {
  readonly latest: Report | null;
  readonly previous: Report | null;
  /** Sentences for the person about files that could not be used. */
  readonly notices: readonly string[];
}

export interface ReportStore {
  load(): Promise<StoredReports>;
  /**
   * Stores `report` as the latest, with a line of history; what was the latest becomes the previous one. Resolves to sentences for the person
   * about a file that could not be used.
   */
  save(report: Report): Promise<readonly string[]>;
  /** Changes the latest, whoever has stored it: the same one, with other things set aside. */
  changeLatest(change: (latest: Report) => Report): Promise<void>;
}

export const createReportStore = (folder: string): ReportStore => {
  const latestFile = path.join(folder, 'report.json');
  const previousFile = path.join(folder, 'report-previous.json');
  const loadFile = (file: string) => readStored(file, 'An earlier report', parseReport);

  return {
    load: async () => {
      const latest = await loadFile(latestFile);
      const previous = await loadFile(previousFile);
      return { latest: latest.value, previous: previous.value, notices: [...latest.notices, ...previous.notices] };
    },
    save: async (report) => {
      const { value: latest, notices } = await loadFile(latestFile);
      // The previous one is written first: a crash in between repeats a report but loses none.
      if (latest !== null) await writeAtomically(previousFile, JSON.stringify(latest));
      await writeAtomically(latestFile, JSON.stringify(report));
      await appendHistory(folder, entryOf(report), new Date());
      return notices;
    },
    changeLatest: async (change) => {
      const { value: latest } = await loadFile(latestFile);
      if (latest !== null) await writeAtomically(latestFile, JSON.stringify(change(latest)));
    },
  };
};
