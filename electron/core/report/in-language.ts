/** Owns showing a report in a language, whichever it was made in: the same findings with other words. */
import type { Check } from '../checks/define-check.ts';
import { checks } from '../checks/index.ts';
import { format, formatted } from '../messages/format.ts';
import type { Language } from '../messages/language.ts';
import { currentLanguage } from '../messages/localise.ts';
import { isMessage, type Message } from '../messages/value.ts';
import type { Finding, Remedy } from './finding.ts';
import type { Report } from './report.ts';

/** A remedy is a constant of its check: its words are found by its id. */
const remedyIn = (language: Language, remedy: Remedy): Remedy => {
  const [id, key = ''] = remedy.id.split('/', 2);
  const known: Check['remedies'] = checks.find((check) => check.id === id)?.remedies ?? {};
  const definition = Object.hasOwn(known, key) ? known[key] : undefined;
  if (definition === undefined || !isMessage(definition.label)) return remedy;
  const words = (text: string | Message): string => (isMessage(text) ? format(language, text) : text);
  return { ...remedy, label: words(definition.label), steps: definition.steps.map(words) };
};

/** The findings in the words of a language. What an earlier Greenroom stored without messages stays in English. */
export const findingsIn = (language: Language, findings: readonly Finding[]): readonly Finding[] =>
  language === 'en'
    ? findings
    : findings.map((finding) => {
        const { messages = {}, title, why, evidence, remedies } = finding;
        const words = (message: Message | undefined, stored: string): string =>
          message === undefined ? stored : (formatted(language, message) ?? stored);
        return {
          ...finding,
          title: words(messages.title, title),
          why: why === null ? null : words(messages.why, why),
          evidence: {
            ...evidence,
            found: words(messages.found, evidence.found),
            wanted: evidence.wanted === null ? null : words(messages.wanted, evidence.wanted),
          },
          remedies: remedies.map((remedy) => remedyIn(language, remedy)),
        } as Finding;
      });

/** The report in the words that this process speaks to its person. */
export const localisedReport = (report: Report): Report => ({
  ...report,
  findings: findingsIn(currentLanguage(), report.findings),
});
