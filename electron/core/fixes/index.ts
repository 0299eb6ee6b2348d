/** Owns the list of fixes, in the order in which a person reads them. A new one is one file, one id and one line here. */
import type { Message } from '../messages/messages.ts';
import { askAgain } from './ask-again.ts';
import type { Fix, FixId } from './fix.ts';
import { holdNotifications } from './hold-notifications.ts';
import { keepAwake } from './keep-awake.ts';
import { signInPage } from './sign-in-page.ts';
import { loudspeakerOn } from './sound/loudspeaker-on.ts';
import { microphoneOn } from './sound/microphone-on.ts';
import { useLoudspeaker, useMicrophone } from './sound/use-device.ts';
import { takeDriveOut } from './take-drive-out.ts';
import { updateFlatpak } from './update-flatpak.ts';
import { wifiOn } from './wifi-on.ts';

const byId: { readonly [K in FixId]: Fix } = {
  'loudspeaker-on': loudspeakerOn,
  'microphone-on': microphoneOn,
  'use-microphone': useMicrophone,
  'use-loudspeaker': useLoudspeaker,
  'wifi-on': wifiOn,
  'sign-in-page': signInPage,
  'hold-notifications': holdNotifications,
  'keep-awake': keepAwake,
  'ask-again': askAgain,
  'take-drive-out': takeDriveOut,
  'update-flatpak': updateFlatpak,
};

/** What a person reads on its button. */
export const labelOf = (id: FixId): Message => byId[id].label;

export const fixes: readonly Fix[] = Object.values(byId);
