/** Owns which host stands for a meeting service when its connection is tried: hosts that the makers themselves document. */
import type { MeetingAhead, NextMeeting } from '../meeting/meeting.ts';

const documented = { teams: 'teams.microsoft.com', zoom: 'zoom.us', meet: 'meet.google.com' } as const;

/** Services that can be tried by name. Those whose every customer has a host of their own are tried by a meeting's link. */
export const triedServices = Object.keys(documented) as readonly (keyof typeof documented)[];

export const hostOfService = (service: string): string | undefined =>
  triedServices.flatMap((id) => (id === service.toLowerCase() ? [documented[id]] : []))[0];

/** Where the next meeting's own link leads, if it is an official one: no other host is asked. */
export const hostOfMeeting = (meeting: MeetingAhead | null): string | undefined =>
  meeting?.link === 'genuine' ? (meeting.host ?? undefined) : undefined;

/** The same of a meeting of the agenda. */
export const hostOfNext = (meeting: NextMeeting | null): string | undefined =>
  meeting?.inspection.verdict === 'genuine' ? (meeting.inspection.anatomy?.host ?? undefined) : undefined;

/** The services' own hosts, as a person may choose among them. */
export const triedHosts: readonly string[] = triedServices.map((id) => documented[id]);

/** What a click may ask: a service's own host, or one to which an official link of the agenda leads. Nothing else that a page names. */
export const mayTry = (host: string, meetings: readonly NextMeeting[]): boolean =>
  triedHosts.includes(host) || meetings.some((meeting) => hostOfNext(meeting) === host);
