/** Owns what window, tray and notices are told, in the words that this process speaks; what is kept and shared stays in English. */
import { type Agenda, titleText } from '../meeting/meeting.ts';
import { formatted } from '../messages/format.ts';
import { currentLanguage, localise, spoken } from '../messages/localise.ts';
import { localisedReport } from '../report/in-language.ts';
import type { Snapshot } from './contract.ts';
import { localisedInspection } from './localised-inspected.ts';

/** The page holds neither a table of reasons nor the sentences of those who read calendars. */
const localisedAgenda = ({ meetings, calendars }: Agenda): Agenda => ({
  meetings: meetings.map((meeting) => ({
    ...meeting,
    title: titleText(meeting, localise),
    inspection: localisedInspection(meeting.inspection),
  })),
  calendars: calendars.map((one) => ({ ...one, problem: one.problem === null ? null : spoken(one.problem) })),
});

export const localisedSnapshot = (snapshot: Snapshot): Snapshot => {
  const told = { ...snapshot, agenda: localisedAgenda(snapshot.agenda) };
  return currentLanguage() === 'en'
    ? told
    : {
        ...told,
        report: snapshot.report && localisedReport(snapshot.report),
        changes: snapshot.changes.map((change) => ({
          ...change,
          title: (change.message && formatted(currentLanguage(), change.message)) ?? change.title,
        })),
      };
};
