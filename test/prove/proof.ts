/** Owns saying why something cannot be proved on this computer: each proof names what it needs, and the run tells what was skipped. */
import { describe } from 'vitest';
import { missingTools, type ProofTool } from '../../scripts/debian-tools.ts';
import { SKIPPED } from './skipped.ts';

type Need = string | undefined;

/** Debian packages by name; `npm run prove:tools` installs them. */
export const withoutTools = (...tools: readonly ProofTool[]): Need => {
  const missing = missingTools(tools);
  return missing.length === 0 ? undefined : `it needs ${missing.join(', ')}`;
};

export const withoutLinux = (): Need => (process.platform === 'linux' ? undefined : 'it needs Linux');

export const withoutRoot = (): Need =>
  withoutLinux() ?? (process.getuid?.() === 0 ? undefined : 'it needs to be run as root');

/** Proves something where every need is met; else it is skipped and the first need that is not met is told. */
export const proof = (title: string, needs: readonly Need[], prove: () => void): void => {
  const reason = needs.find((need) => need !== undefined);
  describe.skipIf(reason !== undefined)(reason === undefined ? title : `${title}${SKIPPED}${reason})`, prove);
};
