/** Owns what a system's reader of one installer gives: the evidence in the file itself and in the notes beside it. */

import type { Catalogue } from '../core/catalogue/catalogue.ts';
import type { InstallerFile } from '../core/facts/index.ts';
import type { Message } from '../core/messages/messages.ts';
import type { Machine } from './machine/machine.ts';

/** What a system tells of one file. `product`: what the file itself says it installs; undefined when it does not say. */
export interface InstallerEvidence {
  readonly product?: string | undefined;
  readonly from: readonly string[];
  readonly signature: InstallerFile['signature'];
  /** What could not be looked at: each is a sentence. */
  readonly gaps: readonly Message[];
}

export type InstallerReader = (
  machine: Machine,
  path: string,
  catalogue: Catalogue,
  named: string | null,
) => Promise<InstallerEvidence>;
