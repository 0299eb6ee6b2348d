/** Owns the ring: one segment for every row, thick where something is wrong, thin where all is well. */

import { type Glyph, VerdictGlyph } from '../../components/Marks.tsx';
import type { Row } from '../list-layout.ts';

const CENTRE = 100;
const RADIUS = 82;
const GAP_DEGREES = 4;

const pointAt = (degrees: number): string => {
  const angle = ((degrees - 90) * Math.PI) / 180;
  return `${(CENTRE + RADIUS * Math.cos(angle)).toFixed(2)} ${(CENTRE + RADIUS * Math.sin(angle)).toFixed(2)}`;
};

/** Path of segment `index` of `total`. */
const segment = (index: number, total: number): string => {
  const width = 360 / total;
  const from = index * width + GAP_DEGREES / 2;
  const to = (index + 1) * width - GAP_DEGREES / 2;
  return `M${pointAt(from)}A${RADIUS} ${RADIUS} 0 ${width > 180 ? 1 : 0} 1 ${pointAt(to)}`;
};

interface Props {
  readonly rows: readonly Row[];
  readonly glyph: Glyph;
}

/** Says nothing that the words beside it do not say; therefore hidden from assistive technology. */
export const VerdictRing = ({ rows, glyph }: Props) => (
  <svg className="ring" viewBox="0 0 200 200" aria-hidden="true">
    {rows.length === 0 && <circle className="segment waiting" cx={CENTRE} cy={CENTRE} r={RADIUS} />}
    {rows.map((row, index) => (
      <path
        key={row.key}
        className={`segment ${row.checking || row.finding === null ? 'waiting' : row.finding.state}`}
        d={segment(index, rows.length)}
      />
    ))}
    {glyph === 'busy' && <path className="sweep" d="M100 48A52 52 0 0 1 152 100" />}
    <svg x="58" y="58" width="84" height="84" viewBox="0 0 24 24" aria-hidden="true">
      <VerdictGlyph glyph={glyph} />
    </svg>
  </svg>
);
