/** Owns what the page is told of fixes: sentences, and ids that it may send back and nothing else. */

/** What Greenroom could do about a finding now. The page sends back `wish` and `shown`, and nothing else, to have it done. */
export interface OfferedFix {
  readonly wish: string;
  /** Stands for the offer as it was shown. */
  readonly shown: string;
  readonly label: string;
  /** What will happen, exactly. */
  readonly says: string;
  /** A question of the system's own that may come up; null when none. */
  readonly mayAsk: string | null;
}

export interface FixesTold {
  readonly offers: readonly OfferedFix[];
  /** What would help and is held back now, with the reason. */
  readonly later: readonly { readonly label: string; readonly why: string }[];
}

/** What came of a fix, or of putting it back. */
export interface FixTold {
  readonly state: 'done' | 'opened' | 'partly' | 'not-done' | 'unseen' | 'put-back' | 'left';
  readonly sentence: string;
  /** The id by which it can be undone; null where there is nothing to undo. */
  readonly change: string | null;
}

/** Something that Greenroom has changed and that can be put back. */
export interface ChangeTold {
  readonly id: string;
  readonly did: string;
  readonly at: string;
  /** When it is put back by itself; null when only the person does. */
  readonly until: string | null;
}
