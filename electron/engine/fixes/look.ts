/** Owns reading what fixes rest on: facts by the readers of the checks, and the questions of their own, through the machine port. */
import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import type { FactKey } from '../../core/facts/index.ts';
import type { Answer, Ask, Fix, Gate, Seen, SeenFacts, Way } from '../../core/fixes/fix.ts';
import { type AtGate, gateFacts, type Seat } from '../../core/fixes/gate.ts';
import type { Look } from '../../core/fixes/offer.ts';
import type { IsoTime } from '../../core/text/time.ts';
import { readersFor } from '../../platform/index.ts';
import { desktopOf } from '../../platform/linux/desktop.ts';
import { sharedReads } from '../../platform/machine/dedupe-reads.ts';
import { bind, type Machine, type MachinePort } from '../../platform/machine/machine.ts';
import { optional } from '../../platform/optional.ts';
import { seatOf } from '../../platform/seat.ts';
import { gather } from '../run/gather.ts';
import type { Awake } from './run-step.ts';

export interface LookPlace {
  readonly port: MachinePort;
  readonly catalogue: Catalogue;
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
  /** It is known to be used from another computer: a terminal over SSH, of which no system tells but Linux. */
  readonly isRemote?: boolean;
  /** Keeps the computer awake by itself: the window's program does. */
  readonly awake?: Awake;
}

const ASK_LIMITS = { timeoutMs: 5_000, maxBytes: 4_194_304 };

const ask = async (machine: Machine, { program, args }: Ask): Promise<Answer> =>
  optional(machine.run(program, args, ASK_LIMITS));

const factsFor = async (place: LookPlace, keys: readonly FactKey[]): Promise<SeenFacts> => {
  if (keys.length === 0) return {};
  const readers = await readersFor[place.port.host.platform]();
  const settled = await gather({ ...place, readers, keys: [...new Set(keys)], clock: () => new Date() });
  return Object.fromEntries(Object.entries(settled).map(([key, one]) => [key, one.fact]));
};

const flatpaksIn = ({ products }: Catalogue): ReadonlyMap<string, string> =>
  new Map(products.flatMap(({ name, traces }) => (traces.linux?.flatpak ?? []).map((id) => [id, name] as const)));

const hasPrograms = async (machine: Machine, programs: readonly string[]): Promise<boolean> =>
  (await Promise.all(programs.map((one) => optional(machine.stat(one))))).every((stat) => stat !== undefined);

const waysHere = async ({ ways }: Fix, machine: Machine): Promise<readonly Way[]> => {
  const { platform } = machine.host;
  const desktop = platform === 'linux' ? desktopOf(machine) : undefined;
  const fitting = (ways[platform] ?? []).filter((way) => way.desktop === undefined || way.desktop === desktop);
  const present = await Promise.all(fitting.map((way) => hasPrograms(machine, way.programs)));
  return fitting.filter((_, index) => present[index]);
};

const seatIn = async ({ isRemote }: LookPlace, machine: Machine): Promise<Seat> =>
  isRemote === true ? 'remote' : seatOf(machine);

/** Looks at each of these fixes, all at once. */
export const lookAt = async (fixes: readonly Fix[], place: LookPlace, until: IsoTime): Promise<readonly Look[]> => {
  const stop = new AbortController();
  const run = AbortSignal.any([place.signal, stop.signal]);
  const machine = bind(sharedReads(place.port, run), run);
  try {
    const [seat, facts, ways] = await Promise.all([
      seatIn(place, machine),
      factsFor(
        place,
        fixes.flatMap((fix) => [...gateFacts(fix.gate), ...fix.facts]),
      ),
      Promise.all(fixes.map((fix) => waysHere(fix, machine))),
    ]);
    const base = { facts, flatpaks: flatpaksIn(place.catalogue), until, awake: place.awake?.isHeld() };
    const lookFor = async (fix: Fix, here: readonly Way[]): Promise<Look> => {
      for (const way of here) {
        const seen: Seen = { ...base, answers: await Promise.all(way.asks.map((one) => ask(machine, one))) };
        if (way.choices(seen) !== undefined) return { fix, way, seen, seat };
      }
      return { fix, way: undefined, seen: { ...base, answers: [] }, seat };
    };
    return await Promise.all(fixes.map((fix, index) => lookFor(fix, ways[index] ?? [])));
  } finally {
    stop.abort();
  }
};

/** Looks at what a gate is judged by. */
export const lookAtGate = async (gate: Gate, place: LookPlace): Promise<AtGate> => {
  const [seat, facts] = await Promise.all([
    seatIn(place, bind(place.port, place.signal)),
    factsFor(place, gateFacts(gate)),
  ]);
  return { seat, facts };
};

/** Looks once more at one way, for what came of it or for what it changed before. */
export const lookAgain = async (fix: Fix, way: Way, place: LookPlace, until: IsoTime): Promise<Seen> => {
  const machine = bind(place.port, place.signal);
  const proof = fix.proof === undefined ? [] : [fix.proof.fact];
  const [facts, answers] = await Promise.all([
    factsFor(place, [...fix.facts, ...proof]),
    Promise.all(way.asks.map((one) => ask(machine, one))),
  ]);
  return { facts, answers, flatpaks: flatpaksIn(place.catalogue), until, awake: place.awake?.isHeld() };
};
