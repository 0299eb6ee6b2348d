/** Owns the ring: six arcs in the order of the tiles, one tick a finding, long where something is wrong. */
import type { PendingCheck } from '../../electron/core/ipc/contract.ts';
import { areas } from '../../electron/core/report/areas.ts';
import type { State } from '../../electron/core/report/finding.ts';
import { type Glyph, VerdictGlyph } from '../components/Marks.tsx';
import type { Row } from '../dashboard/list-layout.ts';

const CENTRE = 100;
const INNER = 76;
/** Between two areas. */
const GAP_DEGREES = 14;

type Tick = State | 'waiting';

/** How far out a tick begins and ends, and how thick it is. */
const shapes: Readonly<Partial<Record<Tick, readonly [from: number, to: number, width: number]>>> = {
  fail: [66, 97, 7],
  caution: [70, 91, 6],
  unknown: [73, 87, 5],
  pass: [INNER, 86, 4.5],
};

const at = (degrees: number, radius: number): readonly [number, number] => {
  const angle = ((degrees - 90) * Math.PI) / 180;
  return [CENTRE + radius * Math.cos(angle), CENTRE + radius * Math.sin(angle)];
};
const point = (degrees: number, radius: number): string =>
  at(degrees, radius)
    .map((one) => one.toFixed(1))
    .join(' ');

const TickMark = ({
  tick,
  degrees,
  room,
}: {
  readonly tick: Tick;
  readonly degrees: number;
  readonly room: number;
}) => {
  const shape = shapes[tick];
  if (shape === undefined) {
    const [cx, cy] = at(degrees, 81);
    const isWaiting = tick === 'waiting';
    return <circle className={isWaiting ? 'tick waiting' : 'tick open'} cx={cx} cy={cy} r={isWaiting ? 1.5 : 2.8} />;
  }
  const [from, to, width] = shape;
  return (
    <path
      className={`tick ${tick}`}
      d={`M${point(degrees, from)}L${point(degrees, to)}`}
      strokeWidth={Math.min(width, room)}
    />
  );
};

interface Props {
  readonly rows: readonly Row[];
  readonly pending?: readonly PendingCheck[];
  readonly glyph: Glyph;
  readonly count?: number;
}

/** Says nothing that the words beside it do not say; therefore hidden from assistive technology. */
export const VerdictRing = ({ rows, pending = [], glyph, count = 0 }: Props) => {
  const shown = new Set(rows.map(({ checkId }) => checkId));
  const arcs = areas.map((area): readonly Tick[] => [
    ...rows
      .filter(({ finding }) => finding.area === area && finding.state !== 'not-applicable')
      .map(({ finding, checking }): Tick => (checking ? 'waiting' : finding.state)),
    ...pending.filter((one) => one.area === area && !shown.has(one.id)).map((): Tick => 'waiting'),
  ]);
  const all = arcs.flat().length;
  const step = (360 - GAP_DEGREES * arcs.filter(({ length }) => length > 0).length) / Math.max(1, all);
  /** What a tick may be wide without touching the next. */
  const room = Math.max(1.5, (step / 180) * Math.PI * INNER * 0.75);
  let degrees = GAP_DEGREES / 2;
  const ticks = arcs.flatMap((arc) => {
    if (arc.length === 0) return [];
    const placed = arc.map((tick, index) => ({ tick, degrees: degrees + step * (index + 0.5) }));
    degrees += step * arc.length + GAP_DEGREES;
    return placed;
  });
  return (
    <svg className="ring" viewBox="0 0 200 200" aria-hidden="true">
      {all === 0 && <circle className="empty" cx={CENTRE} cy={CENTRE} r={82} />}
      {ticks.map((one) => (
        <TickMark key={one.degrees} room={room} {...one} />
      ))}
      <svg x="54" y="54" width="92" height="92" viewBox="0 0 24 24" aria-hidden="true">
        <VerdictGlyph glyph={glyph} count={count} />
      </svg>
    </svg>
  );
};
