/** Owns `greenroom catalogue refresh`: says which makers would be asked for their newest versions, and asks them with --yes. */

import { count } from '../../core/text/phrases.ts';
import { sanitize } from '../../core/text/sanitize.ts';
import { loadPolicy } from '../../engine/run/effective-policy.ts';
import { type FeedOutcome, installedProducts, planUpdate, updateList } from '../../engine/run/update-list.ts';
import { loadCatalogue } from '../../engine/storage/catalogue-store.ts';
import { stateFolder } from '../../engine/storage/folders.ts';
import { localMachine } from '../../platform/machine/local.ts';
import { type Io, say, warn } from '../io.ts';

const refusals = {
  forbidden: 'Your organisation doesn’t let Greenroom ask the makers of your apps.',
  signed: 'Your organisation hands out the list of versions. It stays as it is: use “greenroom catalogue update”.',
  'nothing-to-ask': 'Nothing is installed here whose maker can be asked.',
} as const;

const words: Readonly<Record<FeedOutcome['is'], string>> = {
  newer: 'a newer version is known now',
  same: 'nothing newer',
  refused: 'the answer was not taken, what was known is kept',
  failed: 'could not be asked, what was known is kept',
};

const line = ({ host, product, is, reason }: FeedOutcome): string =>
  `  ${host} (${product}): ${words[is]}${reason === undefined ? '' : `: ${sanitize(reason, 200)}`}\n`;

/** Asks nobody without `yes`. */
export const refreshCatalogue = async (options: { readonly yes?: boolean }, io: Io): Promise<number> => {
  const port = localMachine();
  const folder = stateFolder(port.host);
  const [{ policy }, current] = await Promise.all([loadPolicy(port, folder), loadCatalogue(folder)]);
  const installed = await installedProducts(port, current.catalogue);
  const plan = planUpdate(policy, current, port.host.platform, installed);
  if (plan.is !== 'may-ask') {
    say(io, `${refusals[plan.is]}\n`);
    return 0;
  }
  const { feeds, hosts } = plan;
  say(io, `${options.yes === true ? 'Asking' : 'Would ask'} ${count(hosts.length, 'server')}: ${hosts.join(', ')}.\n`);
  if (options.yes !== true) {
    say(
      io,
      'They see this computer’s address, and nothing else of it. To ask them: greenroom catalogue refresh --yes\n',
    );
    return 0;
  }
  const stop = new AbortController();
  const onInterrupt = (): void => stop.abort();
  process.once('SIGINT', onInterrupt);
  const outcomes = await updateList({
    feeds,
    catalogue: current.catalogue,
    folder,
    now: new Date(),
    signal: stop.signal,
    onProgress: ({ done, total }) => {
      if (io.stderr.isTTY === true) warn(io, `\r${done} of ${total} …${done === total ? '\n' : ''}`);
    },
  }).finally(() => process.off('SIGINT', onInterrupt));
  say(io, outcomes.map(line).join(''));
  return 0;
};
