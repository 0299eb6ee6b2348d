/** Owns that a recording without names still means what the computer said: the same findings, the same verdict. */
import { builtInCatalogue } from '../../core/catalogue/index.ts';
import type { Identity } from '../../core/facts/identity.ts';
import type { Name } from '../../core/redaction/names.ts';
import type { Recording } from '../../platform/machine/recording.ts';
import { replayMachine } from '../../platform/machine/replay.ts';
import { cleanerFor } from '../../platform/redaction/cleaner.ts';
import { namesIn, redact } from '../../platform/redaction/redact.ts';
import { runChecks } from '../run/run.ts';

/** What a recording and a support file hold, word for word as it is told wherever one is made. */
export const whatWasTakenOut =
  'Stand-ins take the place of your name and account, the computer’s name and domain, Wi-Fi networks, drives and folders, backup profiles and places, other people’s accounts and servers, programs that Greenroom does not know, mail and hardware addresses, serial numbers and drive identities. What stays: the system and its updates, known meeting apps, browsers and backup programs with their versions and sources, settings, sizes and times, and the site of a download where it poses as another.';
export const notFaithful = 'Without those names it gives other findings than the computer did.';

export interface RedactedRecording {
  readonly recording: Recording;
  /** What was looked for, with what stands in its place. */
  readonly names: readonly Name[];
  /** It gives the findings and the verdict of the computer. */
  readonly isFaithful: boolean;
}

/** What a recording comes to: findings and verdict, with stand-ins in the places of all names. */
const meaningOf = async (recording: Recording, withoutNames: (text: string) => string): Promise<string> => {
  const { verdict, findings } = await runChecks({
    port: replayMachine(recording, { strict: false }),
    now: new Date(recording.recordedAt),
    deadlineMs: 60_000,
  });
  const outcomes = findings.map(({ id, state, when, subject, title, evidence, app }) =>
    [id, state, when, app?.product, app?.version, ...[subject ?? '', title, evidence.found].map(withoutNames)].join(
      ' ',
    ),
  );
  return JSON.stringify([verdict, outcomes.sort()]);
};

/**
 * Takes the names out. A person may be called as a part of the system is ("Intel", "on"): a name whose absence would
 * change a finding is taken out only where names stand, or, where that changes it too, not at all.
 */
export const redactedRecording = async (recording: Recording, identity: Identity): Promise<RedactedRecording> => {
  const all = namesIn(recording, identity, builtInCatalogue);
  const withoutNames = cleanerFor(recording.host.platform, identity, all);
  const without = (names: readonly Name[]): Recording => redact(recording, identity, builtInCatalogue, names);
  // What is left out of the readings comes first: names are judged by what they change beside that.
  const meant = await meaningOf(without([]), withoutNames);
  const isFaithful = meant === (await meaningOf(recording, withoutNames));
  const isSame = async (names: readonly Name[]): Promise<boolean> =>
    (await meaningOf(without(names), withoutNames)) === meant;

  /** `kept` with as many of `more` as change nothing: by halves, as few of many ever do. */
  const withMore = async (kept: readonly Name[], more: readonly Name[]): Promise<readonly Name[]> => {
    if (more.length === 0 || (await isSame([...kept, ...more]))) return [...kept, ...more];
    const [only] = more;
    if (more.length > 1 || only === undefined) {
      const half = Math.ceil(more.length / 2);
      return withMore(await withMore(kept, more.slice(0, half)), more.slice(half));
    }
    const narrower = [...kept, { ...only, reach: 'value' } as const];
    return only.reach !== 'value' && (await isSame(narrower)) ? narrower : kept;
  };
  return { recording: without(await withMore([], all)), names: all, isFaithful };
};
