/** Owns the first page: the six areas, what is to do, the camera, what has changed. */
import { lazy, Suspense } from 'react';
import type { Incoming } from '../../electron/core/ipc/invitation-messages.ts';
import { hasFakeLink, nextMeeting } from '../../electron/core/meeting/meeting.ts';
import { says } from '../../electron/core/messages/says.ts';
import type { Area } from '../../electron/core/report/areas.ts';
import { toFixFirst, toFixLater } from '../../electron/core/report/counts.ts';
import { staleAge } from '../../electron/core/text/clock-time.ts';
import { Mirror } from '../camera/Mirror.tsx';
import { FaultBoundary } from '../components/FaultBoundary.tsx';
import { Fortnight } from '../history/Fortnight.tsx';
import type { ReportStore } from '../report-store.ts';
import type { Ready } from '../wall/answer.ts';
import { ChangedByGreenroom } from './ChangedByGreenroom.tsx';
import { Changes } from './Changes.tsx';
import { Findings } from './Findings.tsx';
import { Offers, Welcome } from './FirstRun.tsx';
import { HelpDesk } from './HelpDesk.tsx';
import { Notices } from './Notices.tsx';
import { RemindAfter } from './RemindAfter.tsx';
import { Tiles } from './Tiles.tsx';

const words = says('overview', {
  allOff: 'No check is switched on',
  allOffMore: 'Every check is switched off by the rules for this computer, so there is nothing to judge.',
  fakeFailed: 'What to do couldn’t be shown. Don’t open the link; ask the organiser for a new one.',
});

/** Loaded for a fake link alone. */
const FakeLink = lazy(() => import('./FakeLink.tsx'));

export interface CameraPlace {
  readonly on: boolean;
  readonly larger: boolean;
  readonly turn: (on: boolean) => void;
  readonly enlarge: (larger: boolean) => void;
}

interface Props {
  readonly page: Ready;
  readonly store: ReportStore;
  readonly now: number;
  readonly incoming: Incoming | null;
  readonly area: Area | null;
  readonly onArea: (area: Area | null) => void;
  readonly camera: CameraPlace;
  /** Neither a fix nor a meeting is left to do. */
  readonly looks: boolean;
  readonly onCheckLink: (link: string) => void;
  readonly onHistory: () => void;
  readonly onCalendars: () => void;
}

export const Overview = (props: Props) => {
  const { page, store, now, incoming, area, onArea, camera } = props;
  const { snapshot, board } = page;
  const { report, history, running } = snapshot;
  const busy = running !== null || page.asking;
  const meeting = nextMeeting(snapshot.agenda, new Date(now).toISOString());
  const isFake = meeting !== null && hasFakeLink(meeting);
  const findings = report?.findings ?? [];
  const isFirstRun = snapshot.comparedWith === null && history.length <= 1;
  const waits = isFirstRun && history.length === 0 && (report === null || busy);
  const isOld = report !== null && !busy && staleAge(report, now) !== null;
  const show = (): void => camera.turn(true);
  return (
    <main
      className={`stage overview${isOld ? ' old' : ''}${camera.on && camera.larger ? ' larger' : ''}`}
      id="findings"
      tabIndex={-1}
    >
      <Tiles board={board} snapshot={snapshot} chosen={area} onChoose={onArea} />
      <Notices snapshot={snapshot} incoming={incoming} now={now} onCalendars={props.onCalendars} />
      <div className="main">
        {isFake && store.api !== undefined && (
          <FaultBoundary instead={<p className="sheet notice">{words.fakeFailed}</p>}>
            <Suspense fallback={<div className="sheet kept" aria-hidden="true" />}>
              <FakeLink
                meeting={meeting}
                agenda={snapshot.agenda}
                now={now}
                api={store.api}
                onCheck={props.onCheckLink}
              />
            </Suspense>
          </FaultBoundary>
        )}
        {waits && board.rows.length === 0 ? (
          <Welcome />
        ) : board.rows.length === 0 && board.settled ? (
          <div className="sheet notice">
            <h2>{words.allOff}</h2>
            <p>{words.allOffMore}</p>
          </div>
        ) : (
          <Findings
            board={board}
            snapshot={snapshot}
            now={now}
            busy={busy}
            isOld={isOld}
            isFake={isFake}
            area={area}
            onArea={onArea}
            asked={incoming?.kind === 'finding' ? incoming : null}
            actions={store}
            connection={store.api}
            onShowCamera={show}
            remind={
              store.api !== undefined &&
              meeting !== null &&
              toFixLater(findings).length > 0 && <RemindAfter reminds={snapshot.remindsAfterCall} api={store.api} />
            }
          />
        )}
        <HelpDesk snapshot={snapshot} api={store.api} />
        {isFirstRun && area === null && store.api !== undefined && <Offers snapshot={snapshot} api={store.api} />}
        {board.settled && area === null && toFixFirst(findings).length === 0 && (
          <Fortnight history={history} now={now} onEvery={props.onHistory} />
        )}
      </div>
      <div className="side">
        {store.api !== undefined && (
          <Mirror
            api={store.api}
            snapshot={snapshot}
            on={camera.on}
            larger={camera.larger}
            primary={props.looks}
            onTurn={camera.turn}
            onLarger={camera.enlarge}
          />
        )}
        {store.api !== undefined && <ChangedByGreenroom snapshot={snapshot} now={now} api={store.api} />}
        {board.settled && !isOld && snapshot.comparedWith !== null && (
          <Changes changes={snapshot.changes} since={snapshot.comparedWith} now={now} />
        )}
      </div>
    </main>
  );
};
