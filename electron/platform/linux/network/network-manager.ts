/** Owns what NetworkManager found when it last tried the internet, and whether it counts the connection as metered. */
import * as v from 'valibot';
import type { Connection } from '../../../core/facts/network.ts';
import type { Machine } from '../../machine/machine.ts';

/** NetworkManager makes it when it starts: without it no program is started to ask. */
const RUNS = '/run/NetworkManager';

const OBJECT = [
  'org.freedesktop.NetworkManager',
  '/org/freedesktop/NetworkManager',
  'org.freedesktop.NetworkManager',
] as const;
const PROPERTIES = ['Connectivity', 'Metered', 'ConnectivityCheckAvailable', 'ConnectivityCheckEnabled'] as const;

const lines = v.tuple([
  v.object({ type: v.literal('u'), data: v.number() }),
  v.object({ type: v.literal('u'), data: v.number() }),
  v.object({ type: v.literal('b'), data: v.boolean() }),
  v.object({ type: v.literal('b'), data: v.boolean() }),
]);

type Word = Pick<Connection, 'internet' | 'metered'>;
const NO_WORD: Word = { internet: null, metered: null };

/** NMConnectivityState; `none` is left to the routes, as interfaces that NetworkManager does not look after may lead out. */
const connectivity: Readonly<Record<number, Connection['internet']>> = { 2: 'portal', 3: 'limited', 4: 'full' };
/** NMMetered: yes, no, and its guesses of both. */
const metered: Readonly<Record<number, boolean>> = { 1: true, 2: false, 3: true, 4: false };

/** A line of JSON a property, in the order in which they were asked for. */
export const parseWord = (stdout: string): Word => {
  const json = `[${stdout.trim().split('\n').join(',')}]`;
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), lines), json);
  if (!read.success) return NO_WORD;
  const [state, cost, available, enabled] = read.output.map(({ data }) => data);
  // Where it does not try the internet it calls every route "full", one that leads nowhere too.
  const tries = available === true && enabled === true;
  return { internet: tries ? (connectivity[Number(state)] ?? null) : null, metered: metered[Number(cost)] ?? null };
};

/** Reads what is known already: nothing is tried anew, and nothing is sent. */
export const networkManagerWord = async (machine: Machine): Promise<Word> => {
  if ((await machine.stat(RUNS)) === undefined) return NO_WORD;
  const args = ['--json=short', '--auto-start=no', 'get-property', ...OBJECT, ...PROPERTIES];
  const result = await machine.run('/usr/bin/busctl', args, { timeoutMs: 3_000, maxBytes: 65_536 });
  return result?.code === 0 ? parseWord(result.stdout) : NO_WORD;
};
