/** Owns `greenroom confirm`: a person's word on what only they can tell. */

import { type Attestation, attestationsOf } from '../../core/checks/attestations.ts';
import { checks } from '../../core/checks/index.ts';
import { asMessage } from '../../core/messages/messages.ts';
import { says } from '../../core/messages/says.ts';
import { date, term } from '../../core/messages/value.ts';
import { stateFolder } from '../../engine/storage/folders.ts';
import { createProfileStore } from '../../engine/storage/profile.ts';
import { localMachine } from '../../platform/machine/local.ts';
import { WrongUsage } from '../exit.ts';
import { type Io, say, warn } from '../io.ts';

const words = says('confirm-verb', {
  open: 'Not confirmed',
  confirmedOn: 'Confirmed on {date}',
  takenBack: 'Undone: {statement}',
  confirmed: 'Confirmed: {statement}',
  unknown: 'There is nothing to confirm called “{id}”. Known are: {known}.',
});

const line = ({ checkId, statement, confirmedAt }: Attestation): string =>
  `${checkId}\n  ${statement}\n  ${confirmedAt === null ? words.open : words.confirmedOn({ date: date(confirmedAt) })}\n`;

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
    throw new WrongUsage(words.unknown({ id: term(id), known: term(known) }));
  }
  await own.attest(id, options.takeBack === true ? null : new Date().toISOString());
  say(
    io,
    `${(options.takeBack === true ? words.takenBack : words.confirmed)({ statement: asMessage(attestation.statement) })}\n`,
  );
  return 0;
};
