/** Inspects calendar files: every property of every event that can hold a link, and which of the links joins. */

import { collectTimes } from '../calendar/event-time.ts';
import { type CalendarProperty, decodeText, eachProperty } from '../calendar/lines.ts';
import { sanitize } from '../text/sanitize.ts';
import { buildInspection } from './build-inspection.ts';
import { type Collected, startCollection } from './collect-links.ts';
import { eachLinkInText } from './inspect-text.ts';
import type { CalendarEvent, Inspection } from './inspection.ts';
import type { FoundLink } from './links/find-links.ts';
import { worsened } from './links/in-context.ts';
import { judgeAttachment } from './mail/attachments.ts';
import { type Reason, reason } from './reason.ts';
import { serviceById } from './services/index.ts';
import { textSigns } from './surrounding-text.ts';

// The likelier a property names the meeting that will really be used, the smaller. Google fills in its own
// conference unasked, so a link somebody typed into the place of the event goes before it.
const RANK: ReadonlyMap<string, number> = new Map([
  ['X-MICROSOFT-SKYPETEAMSMEETINGURL', 0],
  ['X-MICROSOFT-ONLINEMEETINGEXTERNALLINK', 0],
  ['CONFERENCE', 1],
  ['LOCATION', 2],
  ['X-GOOGLE-CONFERENCE', 3],
  ['URL', 4],
  ['DESCRIPTION', 6],
  ['X-ALT-DESC', 7],
  ['ATTACH', 8],
]);
const OTHER_RANK = 9;
const ALTERNATIVE_RANK = 7;

// Names, identifiers and addresses of people: nothing in them is opened by a click.
const NOT_LINKS = new Set([
  'UID',
  'PRODID',
  'ATTENDEE',
  'ORGANIZER',
  'TZID',
  'RRULE',
  'VERSION',
  'METHOD',
  'X-WR-TIMEZONE',
  'X-MICROSOFT-SKYPETEAMSPROPERTIES',
  'X-MICROSOFT-SCHEDULINGSERVICEUPDATEURL',
]);

/** Exchange writes these beside every Teams meeting; without one, an empty text. */
const TEAMS_PROPERTY = /^X-MICROSOFT-(?:SKYPETEAMS|ONLINEMEETING|SCHEDULINGSERVICE)/;
const HAS_ALTREP = /(?:^|;)\s{0,4}altrep\s{0,4}=/i;
const ALTREP = /(?:^|;)\s{0,4}altrep\s{0,4}=\s{0,4}(?:"([^"]{1,4096})"|([^;"]{1,4096}))/i;

const MOST_ATTACHED = 64;
const parameterOf = (parameters: string, name: string): string =>
  new RegExp(`(?:^|;)\\s{0,4}${name}\\s{0,4}=\\s{0,4}"?([^";]{1,255})`, 'i').exec(parameters)?.[1]?.trim() ?? '';

/** A file that stands in the calendar itself: judged as one that is attached to a mail; null for any other property. */
function fileIn({
  parameters,
  value,
}: CalendarProperty): { readonly judged: Reason | null; readonly text: string } | null {
  if (!/^base64$/i.test(parameterOf(parameters, 'encoding'))) return null;
  const type = parameterOf(parameters, 'fmttype');
  const name = ['filename', 'x-filename', 'x-apple-filename', 'x-oracle-filename']
    .map((parameter) => parameterOf(parameters, parameter))
    .find(Boolean);
  const judged = judgeAttachment({ name: name ?? '', type, inline: false });
  const isText = judged?.id === 'attached-page' || /^text\//i.test(type) || (type === '' && name === undefined);
  return { judged, text: isText ? decodeText(bytesOfBase64(value)) : '' };
}

function bytesOfBase64(value: string): Uint8Array {
  const letters = value.replace(/[^a-z0-9+/]/gi, '');
  return Uint8Array.from(atob(letters.slice(0, letters.length - (letters.length % 4 === 1 ? 1 : 0))), (char) =>
    char.charCodeAt(0),
  );
}

export interface CalendarScan {
  readonly event: CalendarEvent | null;
  readonly signs: readonly Reason[];
  /** What people read in it. */
  readonly words: string;
  /** Its own properties say that it is a Teams meeting. */
  readonly saysTeams: boolean;
}

/** Finds the links of a calendar file; `rankFrom` is added to each rank. Linear, never throws. */
export function scanCalendar(text: string, add: (link: FoundLink, rank: number) => void, rankFrom = 0): CalendarScan {
  const times = collectTimes();
  const attached: Reason[] = [];
  let start: CalendarProperty | null = null;
  let summary = '';
  let cancelled = false;
  let seen = false;
  let words = '';
  let saysTeams = false;
  const read = (property: CalendarProperty) => {
    const { name, component, value, parameters } = property;
    if (component.includes('VTIMEZONE')) {
      times.add(property);
      return;
    }
    if (component.includes('VEVENT')) seen = true;
    if (component.endsWith('VEVENT')) {
      if (name === 'DTSTART') start ??= property;
      if (name === 'SUMMARY' && !summary) summary = value.slice(0, 300);
      if (name === 'STATUS' && value.trim().toUpperCase() === 'CANCELLED') cancelled = true;
    }
    if (name === 'METHOD' && value.trim().toUpperCase() === 'CANCEL') cancelled = true;
    if (TEAMS_PROPERTY.test(name) && value.trim() !== '') saysTeams = true;
    if (NOT_LINKS.has(name)) return;
    const rank = rankFrom + (RANK.get(name) ?? OTHER_RANK);
    const file = name === 'ATTACH' ? fileIn(property) : null;
    if (file !== null) {
      if (attached.length < MOST_ATTACHED && file.judged) attached.push(file.judged);
      eachLinkInText(file.text, (link) => add(link, rank));
      return;
    }
    const readable = eachLinkInText(value, (link) => add(link, rank));
    if (name === 'DESCRIPTION' || name === 'SUMMARY' || name === 'X-ALT-DESC') words += `${readable}\n`;
    const at = parameters.search(HAS_ALTREP);
    const alternative = at < 0 ? null : ALTREP.exec(parameters.slice(at, at + 8192));
    const target = alternative?.[1] ?? alternative?.[2];
    if (target) add({ raw: target, shown: '', before: '', hasScheme: true }, rankFrom + ALTERNATIVE_RANK);
  };
  eachProperty(text, read);
  const signs = [...attached, ...textSigns(words)];
  if (cancelled) signs.push(reason('cancelled'));
  const event = seen ? { summary: sanitize(summary, 300), start: start ? times.inUtc(start) : null, cancelled } : null;
  return { event, signs, words, saysTeams };
}

/** An entry that says it is a Teams meeting, has no Teams link, and one link to somebody else. */
export function promisedElsewhere(collected: Collected, saysTeams: boolean): Collected {
  const { chosen, onlyForeign, named, reached } = collected;
  const teams = serviceById('teams');
  if (!teams || chosen || !onlyForeign || reached.has('teams')) return collected;
  if (!saysTeams && named !== teams) return collected;
  const judged = worsened(onlyForeign, teams, reason('promised-elsewhere', teams.name));
  return { ...collected, chosen: { judged, rank: 0 }, reasons: [...judged.reasons, ...collected.reasons] };
}

/** Inspects a calendar file given as text. Never throws; linear in its length. */
export function inspectCalendar(text: string): Inspection {
  const collection = startCollection();
  const { event, signs, words, saysTeams } = scanCalendar(text, collection.add);
  const answer = buildInspection('calendar', promisedElsewhere(collection.finish({ words }), saysTeams), signs);
  return event ? { ...answer, event } : answer;
}
