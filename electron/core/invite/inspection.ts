/** The answer about one invitation: data for the terminal, for machines and for the dashboard. */

import type { Message } from '../messages/messages.ts';
import type { LinkAnatomy } from './links/anatomy.ts';
import type { Reason } from './reason.ts';

/** `genuine`: an official link. None of the four says that a meeting is honest: official servers are abused too. */
export type Verdict = 'genuine' | 'suspicious' | 'unknown-server' | 'not-a-meeting';

export type InvitationKind = 'text' | 'mail' | 'calendar';

/** `aligned`: a receiver that may be believed confirmed the From domain. `spoofed`: the evidence contradicts the sender. */
export type SenderStanding = 'aligned' | 'spoofed' | 'unverified';

export interface Sender {
  readonly standing: SenderStanding;
  readonly name: string;
  /** With the domain in ASCII; `''` if there is none. */
  readonly address: string;
  /** The receiving server whose result was believed; null if none may be. */
  readonly trustedAuthserv: string | null;
}

export interface CalendarEvent {
  readonly summary: string;
  /** Start of the first event in UTC (ISO 8601), null if it could not be read. */
  readonly start: string | null;
  readonly cancelled: boolean;
}

/** What the link that would be opened carries. */
export interface LinkTraits {
  readonly passcodeInLink: boolean;
  readonly personalRoom: boolean;
  /** The link gives the rights of the host. */
  readonly hostToken: boolean;
  /** The link opens the meeting in one person's name. */
  readonly registrantToken: boolean;
}

/** What was found of an invitation, and why. */
export interface Decision extends LinkTraits {
  readonly verdict: Verdict;
  readonly service: string | null;
  readonly serviceName: string | null;
  /** The link that would be opened, wrappers undone; null if there is none. */
  readonly joinUrl: string | null;
  /** How to join without the app, where the service offers that; the host may have switched it off. */
  readonly browserJoinUrl: string | null;
  /** The weightiest first. */
  readonly reasons: readonly Reason[];
}

export interface Inspection extends Decision {
  readonly kind: InvitationKind;
  /** The link without keys that are nobody else's business, for passing on; only for official links. */
  readonly shareUrl: string | null;
  /** The link taken apart, for showing. */
  readonly anatomy: LinkAnatomy | null;
  /** What to ask oneself before joining. */
  readonly questions: readonly Message[];
  readonly sender?: Sender;
  readonly event?: CalendarEvent;
}

export type InvitationInput =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'mail'; readonly bytes: Uint8Array }
  | { readonly kind: 'calendar'; readonly text: string };

export interface InspectOptions {
  /** Servers whose Authentication-Results the user vouches for: `mx.example.org`, or `@example.org` for a domain. */
  readonly trustedAuthserv?: readonly string[];
}
