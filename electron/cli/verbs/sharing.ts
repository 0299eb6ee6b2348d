/** Owns `greenroom sharing`: what an organisation is told, to the letter, and where it is written. */

import packageJson from '../../../package.json' with { type: 'json' };
import { asMessage } from '../../core/messages/messages.ts';
import { says } from '../../core/messages/says.ts';
import { list, term } from '../../core/messages/value.ts';
import { asciiJson } from '../../core/text/ascii-json.ts';
import { loadPolicy } from '../../engine/run/effective-policy.ts';
import { publishUnder, sharingOf } from '../../engine/run/publish-result.ts';
import { stateFolder } from '../../engine/storage/folders.ts';
import { createReportStore } from '../../engine/storage/report-store.ts';
import { localMachine } from '../../platform/machine/local.ts';
import { fullIdentity } from '../../platform/redaction/identity.ts';
import { type Io, say, warn } from '../io.ts';

const words = says('sharing-verb', {
  nowhere: 'Results are written nowhere but in your own profile. “{command}” prints this of them:',
  goesTo: 'After each check of everything, this goes to {places}:',
  none: 'Nothing yet: no check has been made.',
});

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
      ? `${words.nowhere({ command: term('greenroom check --format') })}\n`
      : `${words.goesTo({ places: list(destinations.map(asMessage)) })}\n`,
  );
  // To the letter: no line of it is broken for a terminal.
  if (line === null) say(io, `${words.none}\n`);
  else io.stdout.write(`${line}\n`);
  return 0;
};
