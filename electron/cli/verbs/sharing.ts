/** Owns `greenroom sharing`: what an organisation is told, to the letter, and where it is written. */

import packageJson from '../../../package.json' with { type: 'json' };
import { asciiJson } from '../../core/text/ascii-json.ts';
import { formatList } from '../../core/text/phrases.ts';
import { loadPolicy } from '../../engine/run/effective-policy.ts';
import { publishUnder, sharingOf } from '../../engine/run/publish-result.ts';
import { stateFolder } from '../../engine/storage/folders.ts';
import { createReportStore } from '../../engine/storage/report-store.ts';
import { localMachine } from '../../platform/machine/local.ts';
import { fullIdentity } from '../../platform/redaction/identity.ts';
import { type Io, say, warn } from '../io.ts';

/** Shows what the policy in use shares of the last report. */
export const runSharing = async (options: { readonly json?: boolean }, io: Io): Promise<number> => {
  const port = localMachine();
  const { host } = port;
  const folder = stateFolder(host);
  const { policy, notices } = await loadPolicy(port, folder);
  const { latest, notices: damaged } = await createReportStore(folder).load();
  for (const notice of [...notices, ...damaged]) warn(io, `${notice}\n`);
  const told = latest === null ? null : publishUnder(policy, latest, await fullIdentity(), packageJson.version);
  const { destinations, line } = sharingOf(policy, told, folder, host);
  if (options.json === true) {
    const result = line === null ? null : (JSON.parse(line) as unknown);
    io.stdout.write(`${asciiJson({ schema: 'greenroom.sharing/1', destinations, result }, 2)}\n`);
    return 0;
  }
  say(
    io,
    destinations.length === 0
      ? 'Results are written nowhere but in your own profile. “greenroom check --format” prints this of them:\n'
      : `After each check of everything, this goes to ${formatList(destinations)}:\n`,
  );
  // To the letter: no line of it is broken for a terminal.
  if (line === null) say(io, 'Nothing yet: no check has been made.\n');
  else io.stdout.write(`${line}\n`);
  return 0;
};
