/** Owns what window, tray and notices are told, in the words that this process speaks; what is kept and shared stays in English. */
import { formatted } from '../messages/format.ts';
import { currentLanguage } from '../messages/localise.ts';
import { localisedReport } from '../report/in-language.ts';
import type { Snapshot } from './contract.ts';

export const localisedSnapshot = (snapshot: Snapshot): Snapshot =>
  currentLanguage() === 'en'
    ? snapshot
    : {
        ...snapshot,
        report: snapshot.report && localisedReport(snapshot.report),
        changes: snapshot.changes.map((change) => ({
          ...change,
          title: (change.message && formatted(currentLanguage(), change.message)) ?? change.title,
        })),
      };
