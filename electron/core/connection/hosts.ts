/** Owns which host stands for a meeting service when its connection is tried: hosts that the makers themselves document. */
import type { MeetingAhead } from '../meeting/meeting.ts';

const documented = { teams: 'teams.microsoft.com', zoom: 'zoom.us', meet: 'meet.google.com' } as const;

/** Services that can be tried by name. Those whose every customer has a host of their own are tried by a meeting's link. */
export const triedServices = Object.keys(documented) as readonly (keyof typeof documented)[];

export const hostOfService = (service: string): string | undefined =>
  triedServices.flatMap((id) => (id === service.toLowerCase() ? [documented[id]] : []))[0];

/** Where the next meeting's own link leads, if it is an official one: no other host is asked. */
export const hostOfMeeting = (meeting: MeetingAhead | null): string | undefined =>
  meeting?.link === 'genuine' ? (meeting.host ?? undefined) : undefined;
