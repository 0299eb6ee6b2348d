/** Owns the quiet line: how much is in order, couldn’t be checked, waits for the person; each folds out to its rows. */
import { says } from '../../electron/core/messages/says.ts';
import { product } from '../../electron/core/messages/value.ts';
import type { State } from '../../electron/core/report/finding.ts';
import { Chevron } from '../components/Marks.tsx';

/** What stands behind the quiet line, in its order; `hidden` is what this system shows to no program. */
export const quietKinds = [
  'pass',
  'unknown',
  'not-done',
  'waived',
  'not-applicable',
] as const satisfies readonly State[];
export type QuietKind = (typeof quietKinds)[number] | 'hidden';

const words = says('quiet', {
  quiet: 'Everything else',
  pass: '{n, number} in order',
  unknown: '{n, number} couldn’t be checked',
  'not-done': '{n, number} not done yet',
  waived: '{n, number} snoozed',
  'not-applicable': '{n, plural, one {# doesn’t} other {# don’t}} apply here',
  soFar: '{n, number} in order so far',
  hidden: 'What {system} doesn’t show',
});

interface Props {
  /** How many there are of each. */
  readonly counts: Readonly<Record<(typeof quietKinds)[number], number>>;
  /** Of which of them there are rows: one that has changed its state stays where it stood. */
  readonly places: ReadonlySet<string>;
  /** The system that shows less than it could; null where nothing is missing. */
  readonly system: string | null;
  readonly settled: boolean;
  readonly open: ReadonlySet<QuietKind>;
  readonly onOpen: (kind: QuietKind, isOpen: boolean) => void;
}

export const QuietLine = ({ counts, places, system, settled, open, onOpen }: Props) => {
  const fold = (kind: QuietKind, told: string) => (
    <li key={kind}>
      <button type="button" aria-expanded={open.has(kind)} onClick={() => onOpen(kind, !open.has(kind))}>
        <Chevron />
        {told}
      </button>
    </li>
  );
  return (
    <ul className="quiet" aria-label={words.quiet}>
      {quietKinds
        .filter((kind) => counts[kind] > 0 || places.has(kind))
        .map((kind) => fold(kind, (kind === 'pass' && !settled ? words.soFar : words[kind])({ n: counts[kind] })))}
      {system !== null && fold('hidden', words.hidden({ system: product(system) }))}
    </ul>
  );
};
