/** Owns the inspection that the page waits for or shows; a newer one takes the place of an older one. */
import { useCallback, useRef, useState } from 'react';
import type { GreenroomApi } from '../../electron/core/ipc/contract.ts';
import type { Inspected } from '../../electron/core/ipc/invitation-messages.ts';
import { type Message, messages } from '../../electron/core/messages/messages.ts';
import type { InvitationTaken } from './input.ts';

const words = messages('inspecting', {
  failed: 'Greenroom couldn’t read this. Try again, or paste only the part with the link.',
});

export type InspectionState =
  | { readonly kind: 'none' }
  | { readonly kind: 'looking'; readonly label: Message }
  | { readonly kind: 'refused'; readonly sentence: Message }
  | { readonly kind: 'answered'; readonly inspected: Inspected; readonly label: Message };

export interface Inspecting {
  readonly state: InspectionState;
  readonly look: (taken: Promise<InvitationTaken>) => void;
  readonly show: (inspected: Inspected, label: Message) => void;
}

export const useInspection = (api: Pick<GreenroomApi, 'inspect'>): Inspecting => {
  const [state, setState] = useState<InspectionState>({ kind: 'none' });
  const newest = useRef(0);

  const look = useCallback(
    (reading: Promise<InvitationTaken>): void => {
      newest.current += 1;
      const own = newest.current;
      const set = (next: InspectionState): void => {
        if (own === newest.current) setState(next);
      };
      const inspect = async (): Promise<void> => {
        const taken = await reading;
        if (own !== newest.current) return;
        if (taken.kind === 'refused') return set(taken);
        const { given, label } = taken;
        set({ kind: 'looking', label });
        set({ kind: 'answered', inspected: await api.inspect(given), label });
      };
      inspect().catch(() => set({ kind: 'refused', sentence: words.failed }));
    },
    [api],
  );
  const show = useCallback((inspected: Inspected, label: Message): void => {
    newest.current += 1;
    setState({ kind: 'answered', inspected, label });
  }, []);
  return { state, look, show };
};
