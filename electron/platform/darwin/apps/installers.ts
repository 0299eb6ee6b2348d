/** Owns why installers among the downloads of a Mac are not looked for. */
import { FactUnavailable } from '../../../core/facts/fact.ts';
import type { Installers } from '../../../core/facts/index.ts';
import { reader } from '../../reader.ts';

/** The first look into Downloads raises a question of macOS, which nobody wants minutes before a meeting. */
export const installers = reader<Installers>(1_000, async () => {
  throw new FactUnavailable(
    'unsupported',
    'macOS asks for your consent before a program may look into Downloads, so Greenroom does not. “greenroom inspect FILE” looks at one installer.',
  );
});
