/** Owns the shape of an area of settings: what a person or an organisation may set beside the checks. One area is one file. */
import type { Message } from '../messages/messages.ts';
import type { PolicyKeys } from '../policy/policy.ts';

/** How a person reads one setting. A key without words is the organisation's alone: the window does not offer it. */
export interface SettingWords {
  readonly label: Message;
  /** What each choice is called. */
  readonly choices?: Readonly<Record<string, Message>>;
}

export interface SettingsArea<P extends PolicyKeys = PolicyKeys> {
  /** Shares one namespace with the ids of checks. */
  readonly id: string;
  /** As its heading: "Notifications". */
  readonly title: Message;
  /** What it is about, in one sentence. */
  readonly describe: Message;
  readonly policy: P;
  /** Rules for a person, not choices of theirs: they have no place in the window's settings. */
  readonly adminOnly?: boolean;
  /** Keys that the window has no use for: they never travel to it. */
  readonly serverOnly?: { readonly [K in keyof P]?: true };
  readonly words?: { readonly [K in keyof P]?: SettingWords };
}

/** Declares an area of settings. Its values come from `valuesOf(policy, area.id, area.policy)`. */
export const defineSettings = <const P extends PolicyKeys>(area: SettingsArea<P>): SettingsArea<P> => area;
