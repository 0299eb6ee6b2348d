/** Owns the page once there is something to show: the wall with the answer, and beside it one of the pages. */
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { hasFakeLink, nextMeeting } from '../../electron/core/meeting/meeting.ts';
import { readinessInTime } from '../../electron/core/meeting/time-to-fix.ts';
import { asMessage } from '../../electron/core/messages/messages.ts';
import { says } from '../../electron/core/messages/says.ts';
import type { Area } from '../../electron/core/report/areas.ts';
import { toFixFirst } from '../../electron/core/report/counts.ts';
import { cameraSettings } from '../../electron/core/settings/camera.ts';
import { valuesInForce } from '../../electron/core/settings/index.ts';
import { FaultBoundary } from '../components/FaultBoundary.tsx';
import { useIncoming } from '../invitation/use-incoming.ts';
import type { ReportStore } from '../report-store.ts';
import { useCameraChanges, useNow, useSeenDevices } from '../time-and-network.ts';
import { answerOf, type Ready } from '../wall/answer.ts';
import type { Place } from '../wall/Places.tsx';
import { Wall } from '../wall/Wall.tsx';
import { Overview } from './Overview.tsx';

const words = says('dashboard', {
  skip: 'Skip to the findings',
  windowTitle: '{headline} – Greenroom',
  failed: 'This page couldn’t open. Go to the overview and try again.',
  loading: 'Opening…',
});

/** Loaded with the first way there, never before. */
const InvitationPanel = lazy(() => import('../invitation/InvitationPanel.tsx'));
const HistoryPage = lazy(() => import('../history/HistoryPage.tsx'));
const SettingsPage = lazy(() => import('../settings/SettingsPage.tsx'));

const CLOCK_MS = 15_000;

/** A page of its own beside the wall. */
const Page = ({ children }: { readonly children: ReactNode }) => (
  <main className="stage" id="findings" tabIndex={-1}>
    <FaultBoundary instead={<p className="sheet notice">{words.failed}</p>}>
      <Suspense fallback={<p className="note">{words.loading}</p>}>{children}</Suspense>
    </FaultBoundary>
  </main>
);

/** What the one filled button of the overview is: nothing is left to fix, so it joins; no meeting can be joined, so it looks. */
const leftToDo = ({ snapshot, asking }: Ready, glyph: string, now: number): 'join' | 'look' | null => {
  const isAnswered = glyph === 'ready' || glyph === 'caution';
  if (!isAnswered || asking || snapshot.report === null) return null;
  if (toFixFirst(snapshot.report.findings).length > 0) return null;
  const at = new Date(now).toISOString();
  const meeting = nextMeeting(snapshot.agenda, at);
  if (meeting === null) return 'look';
  if (hasFakeLink(meeting)) return null;
  return readinessInTime(meeting, snapshot.report.findings, at).mayJoin ? 'join' : 'look';
};

export const Dashboard = ({ page, store }: { readonly page: Ready; readonly store: ReportStore }) => {
  const { snapshot } = page;
  const now = useNow(CLOCK_MS, snapshot);
  const [place, setPlace] = useState<Place>('overview');
  const [area, setArea] = useState<Area | null>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [part, setPart] = useState<string | null>(null);
  const current = useRef<HTMLButtonElement>(null);
  const camera = useCameraPlace(page);
  const incoming = useIncoming(store.api);
  useCameraChanges(store.api?.cameraChanged);
  useSeenDevices(store.api?.tellDevices);
  const answer = answerOf(page, now);
  const left = leftToDo(page, answer.glyph, now);

  const { turn } = camera;
  const go = useCallback(
    (next: Place, wanted: string | null = null): void => {
      // Nobody sees it there, and nothing opens it again but a click.
      if (next !== 'overview') turn(false);
      setPart(wanted);
      setTyped(null);
      setArea(null);
      setPlace(next);
      scrollTo({ top: 0, behavior: 'instant' });
    },
    [turn],
  );
  /** Back to the overview: the focus stands on the way to the page that was left. */
  const close = useCallback((): void => {
    const left = current.current;
    go('overview');
    left?.focus();
  }, [go]);

  // What comes in opens its page; its progress does not open it again.
  const invited = incoming?.kind === 'invitation' || incoming?.kind === 'file' ? incoming : null;
  const number = incoming?.number;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each thing that comes in.
  useEffect(() => {
    if (incoming === null) return;
    if (incoming.kind === 'invitation' || incoming.kind === 'file') go('invitation');
    else if (incoming.kind === 'finding' || incoming.kind === 'refused') go('overview');
    else if (incoming.kind === 'view') {
      go(incoming.view === 'camera' ? 'overview' : incoming.view);
      if (incoming.view === 'camera') turn(true);
    }
  }, [number]);
  useEffect(() => {
    document.title = words.windowTitle({ headline: asMessage(answer.title) });
  }, [answer.title]);

  const { api } = store;
  return (
    <div className="page">
      <a className="skip" href="#findings">
        {words.skip}
      </a>
      <Wall
        page={page}
        answer={answer}
        now={now}
        joins={left === 'join' && place !== 'invitation'}
        store={store}
        place={place}
        onGo={go}
        onAddCalendar={() => go('settings', 'calendar')}
        current={current}
      />
      {place === 'overview' && (
        <Overview
          page={page}
          store={store}
          now={now}
          incoming={incoming}
          area={area}
          onArea={setArea}
          camera={camera}
          looks={left === 'look'}
          onCheckLink={(link) => {
            go('invitation');
            setTyped(link);
          }}
          onHistory={() => go('history')}
          onCalendars={() => go('settings', 'calendar')}
        />
      )}
      {place === 'invitation' && api !== undefined && (
        <Page>
          <InvitationPanel api={api} snapshot={snapshot} now={now} incoming={invited} typed={typed} onClose={close} />
        </Page>
      )}
      {place === 'history' && (
        <Page>
          <HistoryPage history={snapshot.history} now={now} onClose={close} />
        </Page>
      )}
      {place === 'settings' && api !== undefined && (
        <Page>
          <SettingsPage api={api} snapshot={snapshot} now={now} part={part} onClose={close} />
        </Page>
      )}
    </div>
  );
};

/** The camera on the page: opened by a click, by the tray, or with the window where the person has set that. */
const useCameraPlace = ({ snapshot }: Ready) => {
  const { showAtStart } = valuesInForce(snapshot.settings, cameraSettings);
  const [on, turn] = useState(() => showAtStart && !document.hidden);
  const [larger, enlarge] = useState(false);
  return { on, larger, turn, enlarge };
};
