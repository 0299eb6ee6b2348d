/** Owns the page once there is something to show: the answer on one side, what it rests on and the opened views at the other. */
import { lazy, type RefObject, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { nextMeeting } from '../../electron/core/meeting/meeting.ts';
import { localise } from '../../electron/core/messages/localise.ts';
import { asMessage } from '../../electron/core/messages/messages.ts';
import { says } from '../../electron/core/messages/says.ts';
import { toFixLater } from '../../electron/core/report/counts.ts';
import { Announcer } from '../components/Announcer.tsx';
import { FaultBoundary } from '../components/FaultBoundary.tsx';
import { Footer } from '../components/Footer.tsx';
import { Sign } from '../components/Sign.tsx';
import { useIncoming } from '../invitation/use-incoming.ts';
import { AddCalendar } from '../meeting/AddCalendar.tsx';
import { hasCalendar, MeetingStrip } from '../meeting/MeetingStrip.tsx';
import type { ReportStore } from '../report-store.ts';
import { useCameraChanges, useNow, useSeenDevices } from '../time-and-network.ts';
import { ChangedByGreenroom } from './ChangedByGreenroom.tsx';
import { Findings } from './Findings.tsx';
import { HelpDesk } from './HelpDesk.tsx';
import { Areas } from './verdict/Areas.tsx';
import { Changes } from './verdict/Changes.tsx';
import { HistoryStrip } from './verdict/HistoryStrip.tsx';
import { RemindAfter } from './verdict/RemindAfter.tsx';
import { answerOf, type Ready, Verdict } from './verdict/Verdict.tsx';
import { VerdictRing } from './verdict/VerdictRing.tsx';

const words = says('dashboard', {
  skip: 'Skip to the findings',
  windowTitle: '{headline} – Greenroom',
  openCamera: 'Show my camera',
  closeCamera: 'Close your camera',
  openInvitation: 'Check an invitation',
  closeInvitation: 'Close the invitation',
  openSettings: 'Settings',
  closeSettings: 'Close the settings',
  settingsFailed: 'Settings couldn’t open. Close them and try again.',
  settingsLoading: 'Opening the settings…',
  invitationFailed: 'The invitation view couldn’t open. Close it and try again.',
  invitationLoading: 'Opening the invitation view…',
  cameraFailed: 'The camera view couldn’t open. Close it and try again.',
  cameraLoading: 'Opening the camera view…',
  allOff: 'No check is switched on',
  allOffMore: 'Every check is switched off by the rules for this computer, so there is nothing to judge.',
  looksAt: 'What Greenroom looks at',
  looksAtApps: 'Whether your meeting apps and browsers are recent enough to join.',
  looksAtSystem: 'Whether this system is supported and has its security updates.',
  looksAtBackup: 'Whether you have a backup, and its drive is here.',
  looksAtCamera: 'What your camera shows, when you ask for it.',
});

/** Loaded with the first click on the camera button, never before. */
const CameraPanel = lazy(() => import('../camera/CameraPanel.tsx'));

/** The same, with the button for invitations or a link that comes in. */
const InvitationPanel = lazy(() => import('../invitation/InvitationPanel.tsx'));

/** The same, with the button for settings. */
const SettingsPanel = lazy(() => import('../settings/SettingsPanel.tsx'));

const CLOCK_MS = 15_000;

interface Panel {
  readonly isOpen: boolean;
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly open: () => void;
  readonly close: () => void;
}

/** A view that a button opens and closes; closed, the button has the focus again. */
const usePanel = (): Panel => {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const open = useCallback(() => setOpen(true), []);
  const close = useCallback(() => {
    setOpen(false);
    button.current?.focus();
  }, []);
  return { isOpen, button, open, close };
};

const PanelButton = ({
  panel,
  opens,
  closes,
}: {
  readonly panel: Panel;
  readonly opens: string;
  readonly closes: string;
}) => (
  <button
    type="button"
    className="secondary"
    ref={panel.button}
    aria-expanded={panel.isOpen}
    onClick={panel.isOpen ? panel.close : panel.open}
  >
    {panel.isOpen ? closes : opens}
  </button>
);

export const Dashboard = ({ page, store }: { readonly page: Ready; readonly store: ReportStore }) => {
  const { snapshot, board } = page;
  const now = useNow(CLOCK_MS, snapshot);
  const [added, setAdded] = useState<string | null>(null);
  const [camera, invitation, settings] = [usePanel(), usePanel(), usePanel()];
  const incoming = useIncoming(store.api);
  useCameraChanges(store.api?.cameraChanged);
  useSeenDevices(store.api?.tellDevices);
  const answer = answerOf(page, now);
  const busy = snapshot.running !== null || page.asking;
  const isAhead = nextMeeting(snapshot.agenda, new Date(now).toISOString()) !== null;
  const canWait = isAhead && toFixLater(snapshot.report?.findings ?? []).length > 0;

  const panels = { camera, invitation, settings };
  // What comes in opens its panel; its progress does not open it again.
  const invited = incoming?.kind === 'invitation' || incoming?.kind === 'file' ? incoming : null;
  const arrived = incoming?.kind === 'view' ? incoming.view : invited === null ? null : 'invitation';
  const open = arrived === null ? null : panels[arrived].open;
  const number = incoming?.number;
  useEffect(() => {
    if (number !== undefined) open?.();
  }, [number, open]);
  useEffect(() => {
    document.title = words.windowTitle({ headline: asMessage(answer.headline) });
  }, [answer.headline]);

  return (
    <div className="page">
      <a className="skip" href="#findings">
        {words.skip}
      </a>
      <header className="room">
        <Sign />
        <VerdictRing rows={board.rows} glyph={answer.glyph} />
        <Verdict page={page} answer={answer} now={now} onCheck={() => store.check(null)} />
        <PanelButton panel={camera} opens={words.openCamera} closes={words.closeCamera} />
        <PanelButton panel={invitation} opens={words.openInvitation} closes={words.closeInvitation} />
        <PanelButton panel={settings} opens={words.openSettings} closes={words.closeSettings} />
        {board.settled && snapshot.comparedWith !== null && (
          <Changes changes={snapshot.changes} since={snapshot.comparedWith} now={now} />
        )}
        <Announcer page={page} answer={answer} />
      </header>
      <main className="stage" id="findings" tabIndex={-1}>
        {snapshot.notices.map((notice) => (
          <p className="notice" key={notice}>
            {localise(notice)}
          </p>
        ))}
        {hasCalendar(snapshot) && store.api !== undefined && (
          <MeetingStrip snapshot={snapshot} now={now} api={store.api} added={added} onAdded={setAdded} />
        )}
        {incoming?.kind === 'refused' && (
          <p className="notice" role="alert" key={incoming.number}>
            {localise(incoming.sentence)}
          </p>
        )}
        {settings.isOpen && store.api !== undefined && (
          <FaultBoundary instead={<p className="notice">{words.settingsFailed}</p>}>
            <Suspense fallback={<p className="notice">{words.settingsLoading}</p>}>
              <SettingsPanel api={store.api} snapshot={snapshot} onClose={settings.close} />
            </Suspense>
          </FaultBoundary>
        )}
        {invitation.isOpen && store.api !== undefined && (
          <FaultBoundary instead={<p className="notice">{words.invitationFailed}</p>}>
            <Suspense fallback={<p className="notice">{words.invitationLoading}</p>}>
              <InvitationPanel
                api={store.api}
                snapshot={snapshot}
                now={now}
                incoming={invited}
                onClose={invitation.close}
              />
            </Suspense>
          </FaultBoundary>
        )}
        {camera.isOpen && store.api !== undefined && (
          <FaultBoundary instead={<p className="notice">{words.cameraFailed}</p>}>
            <Suspense fallback={<p className="notice">{words.cameraLoading}</p>}>
              <CameraPanel api={store.api} snapshot={snapshot} onClose={camera.close} />
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
            connection={store.api}
            onShowCamera={camera.open}
          />
        )}
        {store.api !== undefined && <ChangedByGreenroom snapshot={snapshot} now={now} api={store.api} />}
        {store.api !== undefined && canWait && <RemindAfter reminds={snapshot.remindsAfterCall} api={store.api} />}
        <HelpDesk snapshot={snapshot} api={store.api} />
        {board.settled && <HistoryStrip history={snapshot.history} now={now} />}
        {!hasCalendar(snapshot) && store.api !== undefined && (
          <AddCalendar snapshot={snapshot} api={store.api} onAdded={setAdded} />
        )}
        <Footer snapshot={snapshot} api={store.api} />
      </main>
    </div>
  );
};

const Nothing = ({ checked }: { readonly checked: boolean }) => (
  <div className="nothing">
    <h2>{checked ? words.allOff : words.looksAt}</h2>
    {checked ? (
      <p>{words.allOffMore}</p>
    ) : (
      <ul>
        <li>{words.looksAtApps}</li>
        <li>{words.looksAtSystem}</li>
        <li>{words.looksAtBackup}</li>
        <li>{words.looksAtCamera}</li>
      </ul>
    )}
  </div>
);
