/** Owns the drawn marks. Each state has its own outline, so that none depends on colour; words always stand beside them. */
import type { ReactNode } from 'react';
import type { Change } from '../../electron/core/report/diff.ts';
import type { State } from '../../electron/core/report/finding.ts';
import type { Verdict } from '../../electron/core/report/verdict.ts';

const TRIANGLE = 'M12 3.2 22 20.4H2Z';
const OCTAGON = 'M7.9 2h8.2L22 7.9v8.2L16.1 22H7.9L2 16.1V7.9Z';
const TICK = 'm7.4 12.4 3.2 3.2 6-7';

const drawings: Readonly<Record<State, ReactNode>> = {
  fail: (
    <>
      <path className="solid" d={OCTAGON} />
      <path className="cut" d="M8 12h8" />
    </>
  ),
  caution: (
    <>
      <path className="solid" d={TRIANGLE} />
      <path className="cut" d="M12 9.6v4.6m0 2.9v.2" />
    </>
  ),
  unknown: (
    <>
      <circle className="dotted" cx="12" cy="12" r="9.6" />
      <path className="line" d="M9.4 9.7a2.7 2.7 0 1 1 4 2.4c-.9.5-1.4 1-1.4 1.9m0 2.7v.2" />
    </>
  ),
  pass: (
    <>
      <circle className="line" cx="12" cy="12" r="9.6" />
      <path className="line" d={TICK} />
    </>
  ),
  waived: (
    <>
      <circle className="line" cx="12" cy="12" r="9.6" />
      <path className="line" d="M9.7 8.6v6.8m4.6-6.8v6.8" />
    </>
  ),
  'not-done': <circle className="line" cx="12" cy="12" r="9.6" />,
  'not-applicable': <path className="line" d="M7 12h10" />,
};

export const StateMark = ({ state }: { readonly state: State }) => (
  <svg className={`mark ${state}`} viewBox="0 0 24 24" aria-hidden="true">
    {drawings[state]}
  </svg>
);

/** Three dots that breathe: something is being read. */
export const BusyMark = () => (
  <svg className="mark busy" viewBox="0 0 24 24" aria-hidden="true">
    <circle cx="5" cy="12" r="2.2" />
    <circle cx="12" cy="12" r="2.2" />
    <circle cx="19" cy="12" r="2.2" />
  </svg>
);

export type Glyph = Verdict | 'busy' | 'stale' | 'none';

export const stateOfVerdict: Readonly<Record<Verdict, State>> = {
  ready: 'pass',
  caution: 'caution',
  'not-ready': 'fail',
  undetermined: 'unknown',
};

const glyphs: Readonly<Record<Glyph, ReactNode>> = {
  ready: <path className="line" d="m4.5 12.8 5 5L19.5 6.4" />,
  caution: drawings.caution,
  'not-ready': drawings.fail,
  undetermined: <path className="line" d="M7.6 8.4a4.4 4.4 0 1 1 6.5 3.9c-1.5.8-2.1 1.6-2.1 3.2m0 3.7v.3" />,
  busy: null,
  stale: <path className="line" d="M12 5v7.4l5 3M3.6 12a8.4 8.4 0 1 0 2.6-6M3.4 3.4v3.4h3.4" />,
  none: <path className="line" d="M6 12h12" />,
};

/** What stands in the middle of the ring. */
export const VerdictGlyph = ({ glyph }: { readonly glyph: Glyph }) => (
  <g className={`mark ${glyph in stateOfVerdict ? stateOfVerdict[glyph as Verdict] : glyph}`}>{glyphs[glyph]}</g>
);

const arrows: Readonly<Record<Change['direction'], string>> = {
  worse: 'M12 4.5v15m-5.5-5.5 5.5 5.5 5.5-5.5',
  better: 'M12 19.5v-15m-5.5 5.5L12 4.5l5.5 5.5',
  new: 'M12 5v14m-7-7h14',
  gone: 'm6.5 6.5 11 11m0-11-11 11',
};

export const ChangeMark = ({ direction }: { readonly direction: Change['direction'] }) => (
  <svg className="mark change" viewBox="0 0 24 24" aria-hidden="true">
    <path className="line" d={arrows[direction]} />
  </svg>
);

export const Chevron = () => (
  <svg className="chevron" viewBox="0 0 24 24" aria-hidden="true">
    <path className="line" d="m8 5.5 6.5 6.5L8 18.5" />
  </svg>
);

/** A door ajar with light behind it: the sign of the program. */
export const DoorMark = () => (
  <svg className="door" viewBox="0 0 24 24" aria-hidden="true">
    <path className="light" d="M6 3h12v18H6Z" />
    <path className="leaf" d="M6 3h1l7 3v15l-7 0H6Z" />
    <circle className="knob" cx="11.6" cy="13" r="1" />
  </svg>
);
