/** Owns the last report on disk and the one before it. A damaged file is set aside with a notice, never lost, never fatal. */
import { readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import type { Report } from '../core/report.ts';
import { parseReport } from '../core/report-schema.ts';
import { writeAtomically } from './atomic-file.ts';

export interface StoredReports {
  readonly latest: Report | null;
  readonly previous: Report | null;
  /** Sentences for the person about files that could not be used. */
  readonly notices: readonly string[];
}

export interface ReportStore {
  load(): Promise<StoredReports>;
  /**
   * Stores `report` as the latest; what was the latest becomes the previous one. Resolves to sentences for the person
   * about a file that could not be used.
   */
  save(report: Report): Promise<readonly string[]>;
}

const message = (error: unknown): string => (error instanceof Error ? error.message : String(error));

export const createReportStore = (folder: string): ReportStore => {
  const latestFile = path.join(folder, 'report.json');
  const previousFile = path.join(folder, 'report-previous.json');

  const loadFile = async (file: string, notices: string[]): Promise<Report | null> => {
    let text: string;
    try {
      text = await readFile(file, 'utf8');
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) {
        notices.push(`An earlier report could not be read: ${message(error)}`);
      }
      return null;
    }
    try {
      return parseReport(file, text);
    } catch (error) {
      const aside = `${file}.damaged-${new Date().toISOString().replaceAll(':', '')}`;
      try {
        await rename(file, aside);
        notices.push(`An earlier report is damaged and was set aside as ${aside}. (${message(error)})`);
      } catch (renameError) {
        notices.push(`An earlier report is damaged and could not be set aside: ${message(renameError)}`);
      }
      return null;
    }
  };

  return {
    load: async () => {
      const notices: string[] = [];
      const latest = await loadFile(latestFile, notices);
      const previous = await loadFile(previousFile, notices);
      return { latest, previous, notices };
    },
    save: async (report) => {
      const notices: string[] = [];
      const latest = await loadFile(latestFile, notices);
      // The previous one is written first: a crash in between repeats a report but loses none.
      if (latest !== null) await writeAtomically(previousFile, JSON.stringify(latest));
      await writeAtomically(latestFile, JSON.stringify(report));
      return notices;
    },
  };
};
