/**
 * Owns “Update list”: asks the makers of installed apps for their newest versions, when a person says so and policy lets
 * them, and keeps each answer that can be. What fails keeps what is known.
 */
import packageJson from '../../../package.json' with { type: 'json' };
import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import { feedsFor, type MakerFeed, makersFeeds } from '../../core/catalogue/feeds/makers.ts';
import { merge } from '../../core/catalogue/feeds/merge.ts';
import type { ListProgress } from '../../core/ipc/contract.ts';
import { type Policy, valuesOf } from '../../core/policy/policy.ts';
import { catalogueSettings } from '../../core/settings/catalogue.ts';
import { readersFor } from '../../platform/index.ts';
import { bind, type MachinePort } from '../../platform/machine/machine.ts';
import { type CurrentCatalogue, isBuiltIn } from '../storage/catalogue-store.ts';
import { createFeedStore, type FeedAnswer } from '../storage/feed-store.ts';

const FEED_MS = 10_000;
const ALL_MS = 60_000;
const AT_ONCE = 4;

export type ListPlan =
  | { readonly is: 'may-ask'; readonly feeds: readonly MakerFeed[]; readonly hosts: readonly string[] }
  | { readonly is: 'forbidden' | 'signed' | 'nothing-to-ask' };

export interface FeedOutcome {
  readonly host: string;
  readonly product: string;
  readonly is: 'newer' | 'same' | 'refused' | 'failed';
  /** Why it was refused or failed, as a sentence. */
  readonly reason?: string;
}

const hostOf = ({ url }: MakerFeed): string => new URL(url).hostname;

/** Whom it would ask for what is installed, or why it may not. Asks nobody. */
export const planUpdate = (
  policy: Policy,
  { source }: Pick<CurrentCatalogue, 'source'>,
  platform: MachinePort['host']['platform'],
  installed: ReadonlySet<string>,
  feeds: readonly MakerFeed[] = makersFeeds,
): ListPlan => {
  const { askMakers, address, file } = valuesOf(policy, catalogueSettings.id, catalogueSettings.policy);
  if (!askMakers) return { is: 'forbidden' };
  // An organisation that hands out a list means that one.
  if (!isBuiltIn(source) || address !== '' || file !== '') return { is: 'signed' };
  const wanted = feedsFor(feeds, platform, installed);
  if (wanted.length === 0) return { is: 'nothing-to-ask' };
  return { is: 'may-ask', feeds: wanted, hosts: [...new Set(wanted.map(hostOf))].sort() };
};

/** Ids of the products that are installed here. */
export const installedProducts = async (port: MachinePort, catalogue: Catalogue): Promise<ReadonlySet<string>> => {
  const { installedApps } = await readersFor[port.host.platform]();
  const signal = AbortSignal.timeout(installedApps.limitMs);
  const fact = await installedApps.read(bind(port, signal), catalogue);
  return new Set(fact.state === 'known' ? fact.value.apps.map(({ product }) => product) : []);
};

export interface UpdateOptions {
  readonly feeds: readonly MakerFeed[];
  /** The list without earlier answers. */
  readonly catalogue: Catalogue;
  /** Greenroom's own folder. */
  readonly folder: string;
  readonly now: Date;
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: ListProgress) => void;
  /** Certificates to trust beside the system's, PEM. */
  readonly ca?: string;
  /** For one feed. */
  readonly timeoutMs?: number;
}

interface Answered {
  readonly outcome: FeedOutcome;
  readonly answer?: FeedAnswer;
}

const askFeed = async (feed: MakerFeed, options: UpdateOptions, signal: AbortSignal): Promise<Answered> => {
  const { catalogue, now, ca, timeoutMs = FEED_MS } = options;
  const [host, today] = [hostOf(feed), now.toISOString().slice(0, 10)];
  const base = { host, product: feed.product };
  const failed = (reason: string): Answered => ({ outcome: { ...base, is: 'failed', reason } });
  if (signal.aborted) return failed(`${host}: it was stopped`);
  let text: string;
  try {
    // The only way to the network in the program stands in a file of its own, loaded here and nowhere else.
    const { fetchFeed } = await import('../network/fetch-feed.ts');
    text = await fetchFeed(feed.url, {
      timeoutMs,
      maxBytes: feed.maxBytes,
      signal,
      userAgent: feed.userAgent ?? `Greenroom/${packageJson.version}`,
      ...(ca === undefined ? {} : { ca }),
    });
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  }
  try {
    const found = feed.parse(text);
    const { notes, taken, newer } = merge(catalogue, feed, found, today);
    if (taken.length === 0)
      return { outcome: { ...base, is: 'refused', reason: notes[0] ?? `${host}: nothing in it` } };
    const answer: FeedAnswer = { feed: feed.id, what: feed.what, host, askedOn: today, releases: [...taken] };
    return { outcome: { ...base, is: newer ? 'newer' : 'same' }, answer };
  } catch {
    return { outcome: { ...base, is: 'refused', reason: `${host} answered in a form that Greenroom does not know` } };
  }
};

/**
 * Asks these feeds, a few at once, and keeps what they answered. Resolves to what came of each, in their order; when it is
 * stopped, to what had come in. Throws `StorageError` when nothing can be kept.
 */
export const updateList = async (options: UpdateOptions): Promise<readonly FeedOutcome[]> => {
  const { feeds, folder, now, onProgress } = options;
  const signal = AbortSignal.any([options.signal, AbortSignal.timeout(ALL_MS)]);
  const results = new Map<MakerFeed, Answered>();
  const waiting = [...feeds];
  const worker = async (): Promise<void> => {
    for (let feed = waiting.shift(); feed !== undefined; feed = waiting.shift()) {
      results.set(feed, await askFeed(feed, options, signal));
      onProgress?.({ done: results.size, total: feeds.length });
    }
  };
  onProgress?.({ done: 0, total: feeds.length });
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const all = feeds.flatMap((feed) => results.get(feed) ?? []);
  const fresh = all.flatMap(({ answer }) => answer ?? []);
  if (fresh.length > 0) {
    const today = now.toISOString().slice(0, 10);
    await createFeedStore(folder).change((stored) => ({
      ...stored,
      answers: [...stored.answers.filter(({ feed }) => !fresh.some((one) => one.feed === feed)), ...fresh],
      // Half of the makers is too few to call the list one of today.
      ...(2 * fresh.length > feeds.length ? { listedOn: today } : {}),
    }));
  }
  return all.map(({ outcome }) => outcome);
};
