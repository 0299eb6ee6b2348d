/** Owns how a Windows computer is connected, as Windows itself tells it. */

import * as v from 'valibot';
import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { Connection, Medium } from '../../../core/facts/network.ts';
import { messages } from '../../../core/messages/messages.ts';
import { reader } from '../../reader.ts';
import { section } from '../section.ts';

const words = messages('windows-connection', {
  untold: 'Windows didn’t say whether it’s connected.',
});

const number = v.nullish(v.number());
const schema = v.object({
  cards: v.nullish(v.array(v.object({ kind: v.number(), state: v.number(), gateway: v.boolean() }))),
  /** `NLM_CONNECTIVITY` of the list of networks. */
  list: number,
  /** The connection that Windows would use for the internet. */
  profile: v.nullish(v.object({ level: v.number(), cost: v.number(), kind: v.number(), bars: number })),
  /** `IPv4Connectivity` and `IPv6Connectivity` of each network, where nothing else may be asked. */
  answers: v.nullish(v.array(v.object({ v4: v.number(), v6: v.number() }))),
  /** Windows tries the internet by itself. */
  tries: v.boolean(),
  proxy: v.nullish(v.boolean()),
});
type Section = v.InferOutput<typeof schema>;

/** Kinds of interfaces (IANA ifType): cable, Wi-Fi, the mobile networks; and those that are tunnels. */
const media: Readonly<Record<number, Medium>> = { 6: 'cable', 71: 'wifi', 243: 'mobile', 244: 'mobile' };
const TUNNELS: readonly number[] = [23, 53, 131];
const LOOPBACK = 24;
/** `OperationalStatus`: Up. */
const UP = 1;
/** `NLM_CONNECTIVITY_IPV4_INTERNET` and the same of IPv6. */
const INTERNET = 0x440;
/** `NetworkConnectivityLevel` and `IPv4Connectivity`. */
const LEVEL = { local: 1, constrained: 2, internet: 3 } as const;
const ANSWERS_INTERNET = 4;

/** The worst word of those that Windows has: a network may look whole to one part of it. */
const internetOf = ({ list, profile, answers, tries }: Section): Connection['internet'] => {
  if (!tries) return null;
  if (profile?.level === LEVEL.constrained) return 'portal';
  const reaches = [
    ...(typeof list === 'number' ? [(list & INTERNET) !== 0] : []),
    ...(profile ? [profile.level === LEVEL.internet] : []),
    ...(answers && answers.length > 0
      ? [answers.some((one) => one.v4 === ANSWERS_INTERNET || one.v6 === ANSWERS_INTERNET)]
      : []),
  ];
  if (reaches.length === 0) return null;
  return reaches.every(Boolean) ? 'full' : 'limited';
};

/** No network at all, by the list of networks or by the cards; undefined when none of them tells. */
const isOffline = ({ list, profile, cards, answers }: Section): boolean | undefined => {
  if (profile || (answers && answers.length > 0)) return false;
  const isReal = ({ kind }: { readonly kind: number }): boolean => kind !== LOOPBACK && !TUNNELS.includes(kind);
  if (cards?.some(({ state, gateway }) => state === UP && gateway)) return false;
  if (typeof list === 'number') return list === 0;
  // An empty list, and a card that says nothing of itself, are no answer.
  if (cards === null || cards === undefined || cards.length === 0) return undefined;
  if (cards.some(({ kind, state }) => kind === 0 || state === 0)) return undefined;
  return cards.some((card) => isReal(card) && card.state === UP) ? undefined : true;
};

const only = (kinds: readonly number[]): Medium | null => {
  const found = new Set(kinds.flatMap((kind) => media[kind] ?? []));
  return found.size === 1 ? ([...found][0] ?? null) : null;
};

export const connection = reader<Connection>(15_000, async (machine) => {
  const told = await section(machine, 'connection', schema);
  const { profile, cards, proxy = null } = told;
  const offline = isOffline(told);
  if (offline === undefined) throw new FactUnavailable('unreadable', words.untold);
  const source = 'Windows’ list of networks';
  if (offline) return known({ route: 'none', medium: null, internet: null, proxy, metered: null, wifi: null }, source);
  const leading = (cards ?? []).filter(({ state, gateway }) => state === UP && gateway).map(({ kind }) => kind);
  const kind = profile?.kind;
  const isTunnel =
    kind !== undefined ? TUNNELS.includes(kind) : leading.length > 0 && leading.every((it) => TUNNELS.includes(it));
  const medium = kind === undefined || isTunnel ? only(leading) : (media[kind] ?? null);
  const bars = profile?.bars ?? null;
  // 1 costs nothing more; 2 and 3 are fixed and by use; 0 is not known.
  const metered = profile === null || profile === undefined || profile.cost === 0 ? null : profile.cost !== 1;
  const wifi =
    medium !== 'wifi' ? null : { percent: bars === null || bars < 0 || bars > 5 ? null : bars * 20, band: null };
  return known({ route: isTunnel ? 'vpn' : 'open', medium, internet: internetOf(told), proxy, metered, wifi }, source);
});
