/** Owns “Update list” in the window: one at a time, which can be stopped, and after which what rests on the list is judged again. */
import type { ListPlanTold, ListProgress, ListUpdated } from '../../core/ipc/contract.ts';
import { installedProducts, type ListPlan, planUpdate, updateList } from '../run/update-list.ts';
import type { RunPlace } from '../run/workspace.ts';
import { loadCatalogue } from '../storage/catalogue-store.ts';
import type { Session } from './session.ts';

export interface ListUpdate {
  /** Whom it would ask, or why it may not. Asks nobody. */
  plan(): Promise<ListPlanTold>;
  /** Asks them; joins what goes on already. */
  start(): Promise<ListUpdated>;
  stop(): void;
}

/** The checks that compare with the list, and the one that tells its age. */
const RESTING = ['meeting-apps', 'os-supported', 'greenroom-age'];

export const createListUpdate = (
  place: RunPlace,
  session: Pick<Session, 'check'>,
  onProgress: (progress: ListProgress) => void,
): ListUpdate => {
  let running: { readonly stop: AbortController; readonly done: Promise<ListUpdated> } | null = null;

  const made = async () => {
    const [{ policy }, current] = await Promise.all([place.policy(), loadCatalogue(place.folder)]);
    const installed = await installedProducts(place.port, current.catalogue);
    return { current, plan: planUpdate(policy, current, place.port.host.platform, installed) };
  };
  const told = (plan: ListPlan): ListPlanTold =>
    plan.is === 'may-ask' ? { is: 'may-ask', hosts: plan.hosts } : { is: plan.is };

  const run = async ({ signal }: AbortController): Promise<ListUpdated> => {
    const { current, plan } = await made();
    if (plan.is !== 'may-ask') return { asked: 0, answered: 0, newer: 0, stopped: false };
    const { folder } = place;
    const { feeds } = plan;
    const outcomes = await updateList({
      feeds,
      catalogue: current.catalogue,
      folder,
      now: new Date(),
      signal,
      onProgress,
    });
    const answered = outcomes.filter(({ is }) => is === 'newer' || is === 'same').length;
    if (answered > 0) void session.check(RESTING);
    const newer = outcomes.filter(({ is }) => is === 'newer').length;
    return { asked: outcomes.length, answered, newer, stopped: signal.aborted };
  };

  return {
    plan: async () => told((await made()).plan),
    start: () => {
      if (running !== null) return running.done;
      const stop = new AbortController();
      const done = run(stop).finally(() => {
        running = null;
      });
      running = { stop, done };
      return done;
    },
    stop: () => running?.stop.abort(),
  };
};
