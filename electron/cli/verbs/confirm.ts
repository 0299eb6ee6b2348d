/** Owns `greenroom confirm`: a person's word on what only they can tell. */

import { type Attestation, attestationsOf } from '../../core/checks/attestations.ts';
import { checks } from '../../core/checks/index.ts';
import { longDate } from '../../core/text/time.ts';
import { stateFolder } from '../../engine/storage/folders.ts';
import { createProfileStore } from '../../engine/storage/profile.ts';
import { localMachine } from '../../platform/machine/local.ts';
import { WrongUsage } from '../exit.ts';
import { type Io, say, warn } from '../io.ts';

const line = ({ checkId, statement, confirmedAt }: Attestation): string =>
  `${checkId}\n  ${statement}\n  ${confirmedAt === null ? 'Not confirmed' : `Confirmed on ${longDate(confirmedAt)}`}\n`;

/** Without an id it lists what can be confirmed. Throws `WrongUsage`. */
export const runConfirm = async (
  id: string | undefined,
  options: { readonly takeBack?: boolean },
  io: Io,
): Promise<number> => {
  const own = createProfileStore(stateFolder(localMachine().host));
  const { attestations: confirmed, notices } = await own.load();
  for (const notice of notices) warn(io, `${notice}\n`);
  const attestations = attestationsOf(checks, confirmed);
  if (id === undefined) {
    say(io, attestations.map(line).join('\n'));
    return 0;
  }
  const attestation = attestations.find((one) => one.checkId === id);
  if (attestation === undefined) {
    const known = attestations.map((one) => one.checkId).join(', ');
    throw new WrongUsage(`There is nothing to confirm called “${id}”. Known are: ${known}.`);
  }
  await own.attest(id, options.takeBack === true ? null : new Date().toISOString());
  say(
    io,
    options.takeBack === true ? `Taken back: ${attestation.statement}\n` : `Confirmed: ${attestation.statement}\n`,
  );
  return 0;
};
