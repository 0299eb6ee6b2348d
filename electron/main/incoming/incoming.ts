/** Owns what comes in by a `greenroom:` link or as an opened file: what is done about it, and what the page is told of it. */

import { fileLabel, notReadable } from '../../core/invite/accepted-files.ts';
import type { Incoming, Inspected, PageView } from '../../core/ipc/invitation-messages.ts';
import { isReady, linkFor, readinessFor } from '../../core/meeting/readiness.ts';
import { spoken } from '../../core/messages/localise.ts';
import { messages } from '../../core/messages/messages.ts';
import type { Session } from '../../engine/session/session.ts';
import type { Invitations } from '../invitations/invitations.ts';
import { parseDeepLink } from './deep-link.ts';
import { readOpened } from './open-file.ts';

export interface IncomingOptions {
  readonly session: Pick<Session, 'snapshot' | 'check'>;
  readonly invitations: Invitations;
  readonly checkIds: readonly string[];
  readonly publish: (incoming: Incoming) => void;
}

export interface IncomingItems {
  /** What came in last, for a page that has just been loaded. A view that was chosen in the tray is told once. */
  latest(): Incoming | null;
  /** Takes what was chosen in the tray. */
  show(view: PageView): void;
  /** Takes a link from outside. Settles when nothing more comes of it. */
  take(link: string): Promise<void>;
  /** Takes what was opened with Greenroom: paths or `file:` addresses. `folder` is where a relative path begins. */
  open(words: readonly string[], folder: string): Promise<void>;
}

type Told<A> = A extends Incoming ? Omit<A, 'number'> : never;

const words = messages('incoming', { refused: 'Greenroom didn’t understand that link, so it did nothing.' });

export const createIncomingItems = ({
  session,
  invitations,
  checkIds,
  publish: tell,
}: IncomingOptions): IncomingItems => {
  let latest: Incoming | null = null;
  let number = 0;

  /** False when something newer has come in meanwhile. */
  const say = (own: number, what: Told<Incoming>): boolean => {
    if (own !== number) return false;
    latest = { number: own, ...what };
    tell(latest);
    return true;
  };

  const join = async (own: number, url: string): Promise<void> => {
    const inspected: Inspected = await invitations.inspect({ kind: 'text', text: url });
    const { inspection, id } = inspected;
    const invitation = { kind: 'invitation', inspected } as const;
    const official = inspection.verdict === 'genuine';
    if (!say(own, { ...invitation, progress: official ? 'checking' : 'shown' }) || !official) return;
    await session.check(null);
    const readiness = readinessFor(session.snapshot().report?.findings ?? [], inspection);
    if (!isReady(readiness)) {
      say(own, { ...invitation, progress: 'not-ready' });
      return;
    }
    const link = linkFor(inspection, readiness.method);
    // A site must not start an app past the question that the browser would ask: that takes the person's click.
    if (link === null || !link.startsWith('https:')) {
      say(own, { ...invitation, progress: 'shown' });
      return;
    }
    if (own !== number) return;
    const opened = await invitations.open(id, link === inspection.browserJoinUrl ? 'browser' : 'app');
    say(own, { ...invitation, progress: opened === 'opened' ? 'opened' : 'refused-by-system' });
  };

  return {
    latest: () => {
      const told = latest;
      // A page that is loaded again must not open the camera by itself.
      if (told?.kind === 'view') latest = null;
      return told;
    },
    show: (view) => {
      number += 1;
      say(number, { kind: 'view', view });
    },
    take: async (text) => {
      number += 1;
      const own = number;
      const link = parseDeepLink(text, checkIds);
      try {
        if (link === null) say(own, { kind: 'refused', sentence: spoken(words.refused) });
        else if (link.action === 'open') say(own, { kind: 'finding', checkId: link.checkId });
        else if (link.action === 'join') await join(own, link.url);
        else {
          say(own, { kind: 'check' });
          await session.check(null);
        }
      } catch {
        // A stranger's link must never end the program.
        say(own, { kind: 'refused', sentence: spoken(words.refused) });
      }
    },
    open: async (words, folder) => {
      number += 1;
      const own = number;
      const opened = await readOpened(words, folder);
      if (opened.kind === 'refused') {
        say(own, { kind: 'refused', sentence: spoken(opened.sentence) });
        return;
      }
      const { name, bytes } = opened.given;
      try {
        const inspected = await invitations.inspect(opened.given);
        say(own, { kind: 'file', inspected, label: spoken(fileLabel(name, bytes.byteLength)) });
      } catch {
        // A stranger's file must never end the program.
        say(own, { kind: 'refused', sentence: spoken(notReadable(name)) });
      }
    },
  };
};
