/** Owns the drawn marks. Each state has its own outline, so that none depends on colour; words always stand beside them. */
import type { ReactNode } from 'react';
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

/** Shapes that can hold a number: what is filled is cut by it. */
const numbered: Readonly<Partial<Record<State, (count: number) => ReactNode>>> = {
  fail: (count) => (
    <>
      <path className="solid" d={OCTAGON} />
      <text className="in" x="12" y="16.4" fontSize="12.5">
        {count}
      </text>
    </>
  ),
  caution: (count) => (
    <>
      <path className="solid" d={TRIANGLE} />
      <text className="in" x="12" y="18.6" fontSize="10.5">
        {count}
      </text>
    </>
  ),
  'not-done': (count) => (
    <>
      <circle className="line" cx="12" cy="12" r="9.6" />
      <text className="on" x="12" y="16.2" fontSize="11.5">
        {count}
      </text>
    </>
  ),
};

/** More than two digits have no room in a shape. */
const MOST_NUMBERED = 99;

const drawn = (state: State, count: number): ReactNode =>
  (count > 0 && count <= MOST_NUMBERED && numbered[state]?.(count)) || drawings[state];

/** `count`: how many of that state it stands for; 0 where it stands for one. */
export const StateMark = ({ state, count = 0 }: { readonly state: State; readonly count?: number }) => (
  <svg className={`mark ${state}`} viewBox="0 0 24 24" aria-hidden="true">
    {drawn(state, count)}
  </svg>
);

const done = (
  <>
    <circle className="solid" cx="12" cy="12" r="9.2" />
    <path className="cut" d={TICK} />
  </>
);

/** A full disc with a tick: just put right. */
export const DoneMark = () => (
  <svg className="mark pass" viewBox="0 0 24 24" aria-hidden="true">
    {done}
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
  ready: done,
  caution: drawings.caution,
  'not-ready': drawings.fail,
  undetermined: drawings.unknown,
  busy: (
    <>
      <circle cx="5" cy="12" r="1.6" />
      <circle cx="12" cy="12" r="1.6" />
      <circle cx="19" cy="12" r="1.6" />
    </>
  ),
  stale: <path className="line" d="M12 5v7.4l5 3M3.6 12a8.4 8.4 0 1 0 2.6-6M3.4 3.4v3.4h3.4" />,
  none: <path className="line" d="M6 12h12" />,
};

/** What stands in the middle of the ring. */
export const VerdictGlyph = ({ glyph, count }: { readonly glyph: Glyph; readonly count: number }) => {
  const state = glyph in stateOfVerdict ? stateOfVerdict[glyph as Verdict] : null;
  const isNumbered = count > 0 && (state === 'fail' || state === 'caution');
  return <g className={`mark ${state ?? glyph}`}>{isNumbered ? drawn(state, count) : glyphs[glyph]}</g>;
};

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
