/** Owns the inspected invitations of this session, in memory only, and what may be opened because of them. */
import { randomUUID } from 'node:crypto';
import { hostSteps } from '../../core/invite/host-advice.ts';
import type { Inspection } from '../../core/invite/inspection.ts';
import { mayJoin } from '../../core/invite/links/is-safe-to-open.ts';
import type { Opened } from '../../core/ipc/contract.ts';
import type { Inspected, JoinWay, SubmittedInvitation } from '../../core/ipc/invitation-messages.ts';
import { mayOpen, openIf } from '../open-external.ts';
import type { Inspect } from './inspect-in-worker.ts';

/** An official link and, where it is an address of the web, nothing in it but a server's name and what stands behind that. */
export const mayOpenMeeting = (link: string): boolean =>
  mayJoin(link) && (!link.startsWith('https:') || mayOpen(link, process.platform));

/** More than anybody compares; the oldest is forgotten. */
const KEPT = 20;

export interface Invitations {
  inspect(given: SubmittedInvitation): Promise<Inspected>;
  /** Opens the inspection's own link, if its verdict is "official" and the link passes the list of official places again. */
  open(inspectionId: string, way: JoinWay): Promise<Opened>;
}

export const createInvitations = (inspect: Inspect): Invitations => {
  const kept = new Map<string, Pick<Inspection, 'verdict' | 'joinUrl' | 'browserJoinUrl'>>();
  return {
    inspect: async (given) => {
      const { inspection, host } = await inspect(given);
      const id = randomUUID();
      const { verdict, joinUrl, browserJoinUrl } = inspection;
      kept.set(id, { verdict, joinUrl, browserJoinUrl });
      for (const oldest of kept.keys()) {
        if (kept.size <= KEPT) break;
        kept.delete(oldest);
      }
      return { id, inspection, host };
    },
    open: (inspectionId, way) => {
      const inspection = kept.get(inspectionId);
      const link = way === 'app' ? inspection?.joinUrl : inspection?.browserJoinUrl;
      return openIf(inspection?.verdict === 'genuine' ? (link ?? undefined) : undefined, mayOpenMeeting);
    },
  };
};

/** Opens a constant page of a vendor, by "service/topic". */
export const openHostPage = (pageId: string): Promise<Opened> => {
  const [service = '', topic = ''] = pageId.split('/', 2);
  const page = hostSteps(service).find((steps) => steps.topic === topic)?.page;
  return openIf(`${service}/${topic}` === pageId ? page : undefined, (link) => mayOpen(link, process.platform));
};
