/** Owns `greenroom catalogue refresh`: says which makers would be asked for their newest versions, and asks them with --yes. */

import { asMessage } from '../../core/messages/messages.ts';
import { says } from '../../core/messages/says.ts';
import { list, place, product as productValue } from '../../core/messages/value.ts';
import { sanitize } from '../../core/text/sanitize.ts';
import { loadPolicy } from '../../engine/run/effective-policy.ts';
import { type FeedOutcome, installedProducts, planUpdate, updateList } from '../../engine/run/update-list.ts';
import { loadCatalogue } from '../../engine/storage/catalogue-store.ts';
import { stateFolder } from '../../engine/storage/folders.ts';
import { localMachine } from '../../platform/machine/local.ts';
import { type Io, say, warn } from '../io.ts';

const refusals = says('refresh-refusal', {
  forbidden: 'Your organisation doesn’t let Greenroom ask the makers of your apps.',
  signed: 'Your organisation hands out the list of versions. It stays as it is: use “greenroom catalogue update”.',
  'nothing-to-ask': 'Nothing is installed here whose maker can be asked.',
});

const outcomes: Readonly<Record<FeedOutcome['is'], string>> = says('refresh-outcome', {
  newer: 'a newer version is known now',
  same: 'nothing newer',
  refused: 'the answer was not taken, what was known is kept',
  failed: 'could not be asked, what was known is kept',
});

const words = says('refresh-verb', {
  asking: 'Asking {n, plural, one {# server} other {# servers}}: {hosts}.',
  wouldAsk: 'Would ask {n, plural, one {# server} other {# servers}}: {hosts}.',
  seen: 'They see this computer’s address, and nothing else of it. To ask them: greenroom catalogue refresh --yes',
  progress: '{done, number} of {total, number}…',
  outcome: '{host} ({app}): {outcome}',
  outcomeWhy: '{host} ({app}): {outcome}: {reason}',
});

const line = ({ host, product, is, reason }: FeedOutcome): string =>
  `  ${
    reason === undefined
      ? words.outcome({ host: place(host), app: productValue(product), outcome: asMessage(outcomes[is]) })
      : words.outcomeWhy({
          host: place(host),
          app: productValue(product),
          outcome: asMessage(outcomes[is]),
          reason: asMessage(sanitize(reason, 200)),
        })
  }\n`;

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
  say(
    io,
    `${(options.yes === true ? words.asking : words.wouldAsk)({ n: hosts.length, hosts: list(hosts.map(place), 'comma') })}\n`,
  );
  if (options.yes !== true) {
    say(io, `${words.seen}\n`);
    return 0;
  }
  const stop = new AbortController();
  const onInterrupt = (): void => stop.abort();
  process.once('SIGINT', onInterrupt);
  const answers = await updateList({
    feeds,
    catalogue: current.catalogue,
    folder,
    now: new Date(),
    signal: stop.signal,
    onProgress: ({ done, total }) => {
      if (io.stderr.isTTY === true) warn(io, `\r${words.progress({ done, total })}${done === total ? '\n' : ''}`);
    },
  }).finally(() => process.off('SIGINT', onInterrupt));
  say(io, answers.map(line).join(''));
  return 0;
};
