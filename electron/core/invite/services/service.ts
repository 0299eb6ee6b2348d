/** How a meeting service is described: its hosts, the shapes of its links and where secrets sit in them. */
import type { Message } from '../../messages/messages.ts';

/** `join`: into a meeting; `start`: as its host; `register`: to its registration; `lure`: a shape only imitators use. */
export type ShapeKind = 'join' | 'start' | 'register' | 'lure';

/**
 * How much a path says about the service when it stands on somebody else's server:
 * `strong` poses as the service by itself, `weak` only beside a meeting word in the name, `none` says nothing.
 */
export type SignalStrength = 'strong' | 'weak' | 'none';

export interface Shape {
  readonly kind: ShapeKind;
  readonly signalStrength: SignalStrength;
  /** Anchored at the start; tested on the path with needless percent-encoding undone. */
  readonly path: RegExp;
  /** Query parameters that must be there, with the values they may have. */
  readonly query?: Readonly<Record<string, RegExp>>;
  /** Tested on the fragment, `#` included. */
  readonly hash?: RegExp;
  readonly personalRoom?: true;
  /** The first part of the path is a name people choose, so ordinary page names are no rooms. */
  readonly named?: true;
}

export interface Site {
  /** `zoom.example` is that host alone, `.zoom.example` the host and everything below it. */
  readonly hosts: readonly string[];
  /** Hosts below a dotted entry that hold pages, never rooms. */
  readonly notOn?: readonly string[];
  readonly shapes: readonly Shape[];
}

export interface SecretPlaces {
  readonly query?: readonly string[];
  readonly hash?: RegExp;
  readonly path?: RegExp;
}

/** A scheme of the vendor's app. `host`: must name an official host; `optional`: may; `none`: has no host. */
export interface AppScheme {
  readonly scheme: string;
  readonly host: 'host' | 'optional' | 'none';
  /** Tested on everything after the host (or after the scheme when there is none). */
  readonly rest: RegExp;
}

export interface Brand {
  readonly word: string;
  /** An invented name: it occurs in a host for no other reason. Ordinary words are not distinct. */
  readonly distinct: boolean;
}

export interface Service {
  readonly id: string;
  readonly name: string;
  readonly sites: readonly Site[];
  /** Words in a foreign host that point at this service. */
  readonly brands: readonly Brand[];
  /** The service's name as invitations write it, to notice what a text claims. Linear, case-insensitive. */
  readonly claim?: RegExp;
  readonly schemes?: readonly AppScheme[];
  readonly passcode?: SecretPlaces;
  readonly hostToken?: SecretPlaces;
  readonly registrantToken?: SecretPlaces;
  /** Joining without the app: at the same address, by Zoom's web client, or not known to be possible. */
  readonly browser: 'same' | 'zoom' | 'none';
  readonly retired?: Message;
  /** Anybody may run a server of this kind, so a foreign host contradicts nothing. */
  readonly selfHosted?: true;
  /** Its link leads on to a meeting of another service, which the link does not name. */
  readonly forwarder?: true;
  /** Where hosts and shapes are to be seen in public, and when. */
  readonly source: string;
}

/** First path parts that are ordinary pages of a web site, never rooms. */
export const PAGE_NAMES: ReadonlySet<string> = new Set(
  `about account admin affiliates api app apps auth blog business careers changelog community company contact
   cookies customers dashboard demo developer developers docs download downloads education enterprise events explore
   faq feature features feed for gdpr get-started guide guides help home imprint index.html info information
   install integrations jobs join landing learn legal login logout manifest.json meetings new news newsletter
   oauth org partners plans policies press pricing privacy product products profile register resources robots.txt
   search security settings shop signin sign-in signup sign-up sitemap.xml solutions start static status store
   subscribe support system-check team templates terms tos tour trust tutorials upgrade use-cases user users video videos
   webinars welcome why`.split(/\s+/),
);
