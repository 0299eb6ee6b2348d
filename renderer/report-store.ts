/** Owns the page's state: what the main process last told, and whether it answers; read with `useSyncExternalStore`. */
import type { DriveKept, GreenroomApi, Opened, Snapshot } from '../electron/core/ipc/contract.ts';
import { emptyLayout, type ListLayout, nextLayout } from './dashboard/list-layout.ts';

export type PageState =
  | { readonly phase: 'loading' }
  /** The main process gave no snapshot, or the preload is missing. */
  | { readonly phase: 'unanswered' }
  | {
      readonly phase: 'ready';
      readonly snapshot: Snapshot;
      readonly board: ListLayout;
      /** A run was asked for and has not been heard of yet. */
      readonly asking: boolean;
      /** The last request for a run was refused or not answered. */
      readonly notStarted: boolean;
    };

export interface ReportStore {
  readonly subscribe: (listener: () => void) => () => void;
  readonly state: () => PageState;
  /** Asks for a run; `null` checks everything. */
  readonly check: (only: readonly string[] | null) => void;
  readonly openRemedy: (remedyId: string) => Promise<Opened>;
  readonly waive: GreenroomApi['waive'];
  readonly revokeWaiver: GreenroomApi['revokeWaiver'];
  readonly attest: GreenroomApi['attest'];
  readonly copyForAMinute: GreenroomApi['copyForAMinute'];
  readonly keepBackupDrive: (id: string, keep: boolean) => Promise<DriveKept>;
  /** Asks for the snapshot once more, after it was not answered. */
  readonly retry: () => void;
  readonly api: GreenroomApi | undefined;
}

/** Longer than any answer should take, shorter than a person's patience. */
const ANSWER_WITHIN_MS = 5000;

const unanswered = (): Promise<never> => Promise.reject(new Error('Greenroom does not answer.'));

export const createReportStore = (api: GreenroomApi | undefined): ReportStore => {
  const listeners = new Set<() => void>();
  let state: PageState = { phase: 'loading' };
  /** Counts pushed snapshots: an answer that was overtaken by a push, or by silence, is of no use any more. */
  let pushes = 0;

  const set = (next: PageState): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  const show = (snapshot: Snapshot): void => {
    const board = nextLayout(state.phase === 'ready' ? state.board : emptyLayout, snapshot);
    set({ phase: 'ready', snapshot, board, asking: false, notStarted: false });
  };

  /** Settles `onSilence` when neither an answer nor a push came in time. */
  const ask = <T>(request: () => Promise<T>, onAnswer: (answer: T) => void, onSilence: () => void): void => {
    const before = pushes;
    const current = (): boolean => pushes === before;
    const timer = setTimeout(() => current() && onSilence(), ANSWER_WITHIN_MS);
    request().then(
      (answer) => {
        clearTimeout(timer);
        if (current()) onAnswer(answer);
      },
      () => {
        clearTimeout(timer);
        if (current()) onSilence();
      },
    );
  };

  const start = (): void => {
    const silent = (): void => set({ phase: 'unanswered' });
    if (api === undefined) silent();
    else ask(() => api.snapshot(), show, silent);
  };
  api?.onSnapshot((snapshot) => {
    pushes += 1;
    show(snapshot);
  });
  start();

  return {
    api,
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    check: (only) => {
      // While a run goes on the program joins the wish to it, or makes a run of it next: nothing asked for is dropped here.
      if (api === undefined || state.phase !== 'ready') return;
      set({ ...state, asking: true, notStarted: false });
      const settle = (notStarted: boolean) => (): void => {
        if (state.phase === 'ready') set({ ...state, asking: false, notStarted });
      };
      ask(() => api.check(only), settle(false), settle(true));
    },
    openRemedy: (remedyId) => (api === undefined ? Promise.resolve('refused-by-system') : api.openRemedy(remedyId)),
    waive: (...wish) => api?.waive(...wish) ?? unanswered(),
    revokeWaiver: (key) => api?.revokeWaiver(key) ?? unanswered(),
    attest: (...word) => api?.attest(...word) ?? unanswered(),
    copyForAMinute: (words) => api?.copyForAMinute(words) ?? unanswered(),
    keepBackupDrive: (id, keep) => (api === undefined ? Promise.resolve('refused') : api.keepBackupDrive(id, keep)),
    retry: () => {
      set({ phase: 'loading' });
      start();
    },
  };
};
