/** Owns the page: the answer on one side, what it rests on at the other, and the states in which there is neither. */
import { lazy, Suspense, useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { nextMeeting } from '../electron/core/meeting/meeting.ts';
import { toFixLater } from '../electron/core/report/counts.ts';
import { Announcer } from './components/Announcer.tsx';
import { FaultBoundary } from './components/FaultBoundary.tsx';
import { Footer } from './components/Footer.tsx';
import { DoorMark, type Glyph } from './components/Marks.tsx';
import { Findings } from './dashboard/Findings.tsx';
import { HelpDesk } from './dashboard/HelpDesk.tsx';
import { Areas } from './dashboard/verdict/Areas.tsx';
import { Changes } from './dashboard/verdict/Changes.tsx';
import { HistoryStrip } from './dashboard/verdict/HistoryStrip.tsx';
import { RemindAfter } from './dashboard/verdict/RemindAfter.tsx';
import { answerOf, type Ready, Verdict } from './dashboard/verdict/Verdict.tsx';
import { VerdictRing } from './dashboard/verdict/VerdictRing.tsx';
import { useIncoming } from './invitation/use-incoming.ts';
import { AddCalendar } from './meeting/AddCalendar.tsx';
import { hasCalendar, MeetingStrip } from './meeting/MeetingStrip.tsx';
import type { ReportStore } from './report-store.ts';
import { useCameraChanges, useNow } from './time-and-network.ts';

/** Loaded with the first click on the camera button, never before. */
const CameraPanel = lazy(() => import('./camera/CameraPanel.tsx'));

/** The same, with the button for invitations or a link that comes in. */
const InvitationPanel = lazy(() => import('./invitation/InvitationPanel.tsx'));

/** The same, with the button for settings. */
const SettingsPanel = lazy(() => import('./settings/SettingsPanel.tsx'));

const CLOCK_MS = 15_000;

const Sign = () => (
  <p className="sign">
    <DoorMark /> Greenroom
  </p>
);

/** The page while there is nothing to show: the same room, one sentence. `alone`: it fills the window. */
const Waiting = ({ glyph, headline, sentence, alone = false, onRetry }: WaitingProps) => (
  <div className={alone ? 'page alone' : 'page'}>
    <main className="room" aria-busy={!alone}>
      <Sign />
      <VerdictRing rows={[]} glyph={glyph} />
      <div className="verdict">
        <div className="words-room">
          <h1>{headline}</h1>
          <p className="sentence">{sentence}</p>
        </div>
        {onRetry !== undefined && (
          <button type="button" className="primary" onClick={onRetry}>
            Try again
          </button>
        )}
      </div>
    </main>
  </div>
);
interface WaitingProps {
  readonly glyph: Glyph;
  readonly headline: string;
  readonly sentence: string;
  readonly alone?: boolean;
  readonly onRetry?: () => void;
}

export const App = ({ store }: { readonly store: ReportStore }) => {
  const page = useSyncExternalStore(store.subscribe, store.state);
  if (page.phase === 'loading') {
    return <Waiting glyph="busy" headline="One moment" sentence="Greenroom is starting." />;
  }
  if (page.phase === 'unanswered') {
    return (
      <Waiting
        glyph="undetermined"
        headline="Greenroom does not answer"
        sentence="The part that looks at this computer is not answering, so nothing can be said about it. Try again; if it stays like this, close Greenroom and open it again."
        alone
        onRetry={store.retry}
      />
    );
  }
  const fault = (
    <Waiting
      glyph="undetermined"
      headline="Greenroom has met a fault"
      sentence="This page cannot be shown, so nothing can be said about this computer. Close Greenroom and open it again."
      alone
    />
  );
  return (
    <FaultBoundary instead={fault}>
      <Dashboard page={page} store={store} />
    </FaultBoundary>
  );
};

const Dashboard = ({ page, store }: { readonly page: Ready; readonly store: ReportStore }) => {
  const { snapshot, board } = page;
  const now = useNow(CLOCK_MS, snapshot);
  const [camera, setCamera] = useState(false);
  const cameraButton = useRef<HTMLButtonElement>(null);
  const [invitation, setInvitation] = useState(false);
  const invitationButton = useRef<HTMLButtonElement>(null);
  const [settings, setSettings] = useState(false);
  const settingsButton = useRef<HTMLButtonElement>(null);
  const incoming = useIncoming(store.api);
  useCameraChanges(store.api?.cameraChanged);
  const answer = answerOf(page, now);
  const busy = snapshot.running !== null || page.asking;
  const isAhead = nextMeeting(snapshot.agenda, new Date(now).toISOString()) !== null;
  const canWait = isAhead && toFixLater(snapshot.report?.findings ?? []).length > 0;

  const closeCamera = useCallback(() => {
    setCamera(false);
    cameraButton.current?.focus();
  }, []);
  const closeInvitation = useCallback(() => {
    setInvitation(false);
    invitationButton.current?.focus();
  }, []);
  const closeSettings = useCallback(() => {
    setSettings(false);
    settingsButton.current?.focus();
  }, []);
  // What newly came in opens the panel; its progress does not open it again.
  const invited = incoming?.kind === 'invitation' || incoming?.kind === 'file' ? incoming : null;
  const arrived = invited?.number ?? 0;
  useEffect(() => {
    if (arrived > 0) setInvitation(true);
  }, [arrived]);
  useEffect(() => {
    document.title = `${answer.headline} – Greenroom`;
  }, [answer.headline]);

  return (
    <div className="page">
      <a className="skip" href="#findings">
        Skip to the findings
      </a>
      <header className="room">
        <Sign />
        <VerdictRing rows={board.rows} glyph={answer.glyph} />
        <Verdict page={page} answer={answer} now={now} onCheck={() => store.check(null)} />
        <button
          type="button"
          className="secondary"
          ref={cameraButton}
          aria-expanded={camera}
          onClick={camera ? closeCamera : () => setCamera(true)}
        >
          {camera ? 'Close your camera' : 'Show my camera'}
        </button>
        <button
          type="button"
          className="secondary"
          ref={invitationButton}
          aria-expanded={invitation}
          onClick={invitation ? closeInvitation : () => setInvitation(true)}
        >
          {invitation ? 'Close the invitation' : 'Check an invitation'}
        </button>
        <button
          type="button"
          className="secondary"
          ref={settingsButton}
          aria-expanded={settings}
          onClick={settings ? closeSettings : () => setSettings(true)}
        >
          {settings ? 'Close the settings' : 'Settings'}
        </button>
        {board.settled && snapshot.comparedWith !== null && (
          <Changes changes={snapshot.changes} since={snapshot.comparedWith} now={now} />
        )}
        <Announcer page={page} answer={answer} />
      </header>
      <main className="stage" id="findings" tabIndex={-1}>
        {snapshot.notices.map((notice) => (
          <p className="notice" key={notice}>
            {notice}
          </p>
        ))}
        {hasCalendar(snapshot) && store.api !== undefined && (
          <MeetingStrip snapshot={snapshot} now={now} api={store.api} />
        )}
        {incoming?.kind === 'refused' && (
          <p className="notice" role="alert" key={incoming.number}>
            {incoming.sentence}
          </p>
        )}
        {settings && store.api !== undefined && (
          <FaultBoundary instead={<p className="notice">The settings have met a fault. Close them and try again.</p>}>
            <Suspense fallback={<p className="notice">Getting the settings ready…</p>}>
              <SettingsPanel api={store.api} snapshot={snapshot} onClose={closeSettings} />
            </Suspense>
          </FaultBoundary>
        )}
        {invitation && store.api !== undefined && (
          <FaultBoundary
            instead={<p className="notice">The invitation view has met a fault. Close it and try again.</p>}
          >
            <Suspense fallback={<p className="notice">Getting ready for your invitation…</p>}>
              <InvitationPanel
                api={store.api}
                snapshot={snapshot}
                now={now}
                incoming={invited}
                onClose={closeInvitation}
              />
            </Suspense>
          </FaultBoundary>
        )}
        {camera && store.api !== undefined && (
          <FaultBoundary instead={<p className="notice">The camera view has met a fault. Close it and try again.</p>}>
            <Suspense fallback={<p className="notice">Getting the camera view ready…</p>}>
              <CameraPanel api={store.api} snapshot={snapshot} onClose={closeCamera} />
            </Suspense>
          </FaultBoundary>
        )}
        {snapshot.report !== null && board.rows.length > 0 && <Areas report={snapshot.report} />}
        {board.rows.length === 0 ? (
          <Nothing checked={snapshot.report !== null} />
        ) : (
          <Findings
            board={board}
            snapshot={snapshot}
            now={now}
            busy={busy}
            asked={incoming?.kind === 'finding' ? incoming : null}
            actions={store}
            onShowCamera={() => setCamera(true)}
          />
        )}
        {store.api !== undefined && canWait && <RemindAfter api={store.api} />}
        <HelpDesk snapshot={snapshot} api={store.api} />
        {board.settled && <HistoryStrip history={snapshot.history} now={now} />}
        {!hasCalendar(snapshot) && store.api !== undefined && <AddCalendar snapshot={snapshot} api={store.api} />}
        <Footer snapshot={snapshot} api={store.api} />
      </main>
    </div>
  );
};

const Nothing = ({ checked }: { readonly checked: boolean }) => (
  <div className="nothing">
    <h2>{checked ? 'No check is switched on' : 'What Greenroom looks at'}</h2>
    {checked ? (
      <p>Every check is switched off by the rules for this computer, so there is nothing to judge.</p>
    ) : (
      <ul>
        <li>Whether your meeting apps and browsers are recent enough to join.</li>
        <li>Whether this system is supported and its security updates are in.</li>
        <li>Whether a backup exists, and its drive is here.</li>
        <li>What your camera shows, when you ask for it.</li>
      </ul>
    )}
  </div>
);
