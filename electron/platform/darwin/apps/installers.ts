/** Owns why installers among the downloads of a Mac are not looked for. */

import type { Installers } from '../../../core/facts/index.ts';
import { factNotRevealed } from '../../../core/facts/not-revealed.ts';
import { reader } from '../../reader.ts';

/** The first look into Downloads raises a question of macOS, which nobody wants minutes before a meeting. */
export const installers = reader<Installers>(1_000, async () => {
  throw factNotRevealed('darwin installers');
});
