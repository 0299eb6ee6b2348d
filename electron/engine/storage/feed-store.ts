/** Owns what makers' feeds have answered: kept beside the list, each with its host and day, and never longer than it is of use. */

import * as v from 'valibot';
import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import { day, plainVersion } from '../../core/catalogue/feeds/feed.ts';
import { merge } from '../../core/catalogue/feeds/merge.ts';
import { platforms } from '../../core/facts/index.ts';
import { messages } from '../../core/messages/messages.ts';
import { daysBetween } from '../../core/text/time.ts';
import { createJsonStore, type JsonStore } from './json-store.ts';

const words = messages('feed-store', { file: 'The file with makers’ newest versions' });

/** After so many days an answer says no more than the list itself. */
const KEPT_DAYS = 45;

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const release = v.object({
  product: text,
  platform: v.picklist(platforms),
  architecture: v.exactOptional(text),
  branch: v.exactOptional(text),
  line: v.exactOptional(text),
  version: plainVersion,
  date: v.exactOptional(day),
});
const answer = v.object({
  feed: text,
  what: text,
  host: text,
  askedOn: day,
  releases: v.pipe(v.array(release), v.maxLength(50)),
});
const schema = v.object({
  answers: v.pipe(v.array(answer), v.maxLength(200)),
  /** The day on which most of what was asked answered. */
  listedOn: v.exactOptional(day),
});
export type FeedAnswer = v.InferOutput<typeof answer>;
export type FeedAnswers = v.InferOutput<typeof schema>;

export const createFeedStore = (folder: string): JsonStore<FeedAnswers> =>
  createJsonStore({
    folder,
    file: 'feed-answers.json',
    name: words.file,
    version: 'greenroom.feed-answers/1',
    schema,
    empty: { answers: [] },
  });

/** Not from the future, and not too old. */
const isFresh = (on: string, today: string): boolean => {
  const age = daysBetween(on, today);
  return age >= -1 && age <= KEPT_DAYS;
};

/** The list with what makers answered lately. Each answer is checked again: the file may be anybody's work. */
export const withAnswers = (list: Catalogue, { answers, listedOn }: FeedAnswers, today: string): Catalogue => {
  const fresh = answers.filter(({ askedOn }) => isFresh(askedOn, today));
  const merged = fresh.reduce(
    (catalogue, { feed, what, releases, askedOn }) =>
      merge(catalogue, { id: feed, what }, { releases }, askedOn).catalogue,
    list,
  );
  const isNewer = fresh.length > 0 && listedOn !== undefined && isFresh(listedOn, today) && listedOn > list.asOf;
  return isNewer ? { ...merged, askedOn: listedOn } : merged;
};
