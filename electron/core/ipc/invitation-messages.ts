/** Owns what passes between page and program about an invitation: what is given, what is answered, what came in from outside. */
import type { HostFinding } from '../invite/host-advice.ts';
import type { Inspection } from '../invite/inspection.ts';
import type { Message } from '../messages/messages.ts';

const MEBIBYTE = 1024 * 1024;
/** More than any invitation with its attachments; larger input is refused before it is read. */
export const MOST_MEBIBYTES = 20;
export const MOST_BYTES = MOST_MEBIBYTES * MEBIBYTE;

/** What a person pasted, typed or dropped. A file is known by its name or by how it begins. */
export type SubmittedInvitation =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array };

/** The answer, under a name by which the page may ask to open the meeting. Kept in memory only. */
export interface Inspected {
  readonly id: string;
  readonly inspection: Inspection;
  /** For whoever is about to send it. */
  readonly host: readonly HostFinding[];
}

export type JoinWay = 'app' | 'browser';

/**
 * How far a link of the form `greenroom://join` has come: `shown` needs the person, `checking` waits for the checks,
 * `not-ready` has something to fix first, `refused-by-system` could not be opened.
 */
export type JoinProgress = 'shown' | 'checking' | 'not-ready' | 'opened' | 'refused-by-system';

/** A view of the page that the tray may open. No link from outside does: one of them opens the camera. */
export type PageView = 'camera' | 'invitation' | 'settings';

/** What came in from outside by a `greenroom:` link, or as a file that was opened with Greenroom; `number` counts them, so that the same twice is two. `view`: chosen in the tray. */
export type Incoming = { readonly number: number } & (
  | { readonly kind: 'invitation'; readonly inspected: Inspected; readonly progress: JoinProgress }
  | { readonly kind: 'file'; readonly inspected: Inspected; readonly label: Message }
  | { readonly kind: 'finding'; readonly checkId: string }
  | { readonly kind: 'view'; readonly view: PageView }
  | { readonly kind: 'check' }
  | { readonly kind: 'refused'; readonly sentence: Message }
);
