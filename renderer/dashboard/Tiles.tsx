/** Owns the six areas at a glance: always the same, in the same place, each with its state by shape, colour and number. */
import type { ReactNode } from 'react';
import type { Snapshot } from '../../electron/core/ipc/contract.ts';
import { says } from '../../electron/core/messages/says.ts';
import { type Area, areaNames } from '../../electron/core/report/areas.ts';
import { areasOf } from '../../electron/core/report/counts.ts';
import { areaLines } from '../../electron/core/report/headline.ts';
import { BusyMark, StateMark } from '../components/Marks.tsx';
import type { ListLayout } from './list-layout.ts';

const words = says('tiles', {
  areas: 'Six areas',
  checked: '{done, number} of {total, number} checked',
  firstAndLater: '{first, number} to fix first, {later, number} later',
});

const drawings: Readonly<Record<Area, ReactNode>> = {
  call: (
    <>
      <rect x="2.5" y="6" width="12" height="12" rx="2.5" />
      <path d="m14.5 11 6-3.5v9l-6-3.5" />
    </>
  ),
  apps: (
    <>
      <rect x="3.5" y="3.5" width="7" height="7" rx="1.5" />
      <rect x="13.5" y="3.5" width="7" height="7" rx="1.5" />
      <rect x="3.5" y="13.5" width="7" height="7" rx="1.5" />
      <rect x="13.5" y="13.5" width="7" height="7" rx="1.5" />
    </>
  ),
  system: <path d="M20 12a8 8 0 1 1-2.4-5.7M20 3v4h-4" />,
  protection: <path d="M12 3 5 5.5v6c0 4.5 3 7.7 7 9.5 4-1.8 7-5 7-9.5v-6Z" />,
  backup: (
    <>
      <rect x="3" y="13" width="18" height="7" rx="2" />
      <path d="M16.5 16.5h.5M12 10V3.5M9 6l3-2.8L15 6" />
    </>
  ),
  camera: (
    <>
      <circle cx="12" cy="10" r="6.5" />
      <circle cx="12" cy="10" r="2.2" />
      <path d="M7 20.5h10M12 16.5v4" />
    </>
  ),
};

interface Props {
  readonly board: ListLayout;
  readonly snapshot: Snapshot;
  /** The area whose findings are shown; null: what is to do. */
  readonly chosen: Area | null;
  readonly onChoose: (area: Area | null) => void;
}

export const Tiles = ({ board, snapshot, chosen, onChoose }: Props) => {
  const pending = snapshot.running?.pending ?? [];
  const waits = new Set(pending.map(({ id }) => id));
  const known = board.rows.filter(({ checkId }) => !waits.has(checkId)).map(({ finding }) => finding);
  const findings = snapshot.running === null ? (snapshot.report?.findings ?? []) : known;
  return (
    <section className="tiles" aria-label={words.areas}>
      {areaLines(areasOf(findings), findings).map(({ area, words: told }) => {
        const awaited = pending.filter((one) => one.area === area.id).length;
        const answered = new Set(findings.filter((one) => one.area === area.id).map(({ id }) => id)).size;
        const isFirst = area.first > 0;
        const isAwaited = awaited > 0;
        const later = area.counts.fail + area.counts.caution - area.first;
        // Three numbers would not fit a tile.
        const short = isFirst && later > 0 ? words.firstAndLater({ first: area.first, later }) : told;
        const status = isAwaited && !isFirst ? words.checked({ done: answered, total: answered + awaited }) : short;
        return (
          <button
            key={area.id}
            type="button"
            className={isFirst ? 'tile now' : 'tile'}
            aria-pressed={chosen === area.id}
            onClick={() => onChoose(chosen === area.id ? null : area.id)}
          >
            {isAwaited && !isFirst ? (
              <BusyMark />
            ) : (
              <StateMark state={area.state} count={isFirst ? area.first : area.counts[area.state]} />
            )}
            <span>
              <b>{areaNames[area.id]}</b>
              <span className={`status ${isAwaited && !isFirst ? 'waiting' : area.state}`}>{status}</span>
            </span>
            <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
              {drawings[area.id]}
            </svg>
          </button>
        );
      })}
    </section>
  );
};
