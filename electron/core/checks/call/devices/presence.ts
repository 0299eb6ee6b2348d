/** Owns whether a kind of device is there, by two witnesses: the system's list, and what the window sees. */
import type { Fact } from '../../../facts/fact.ts';
import type { Computer, ListedDevice, Platform } from '../../../facts/index.ts';
import type { DeviceKind, SeenDevices } from '../../../facts/seen-devices.ts';
import { type Message, messages, type Title, titles } from '../../../messages/messages.ts';
import { names } from '../../../messages/names.ts';
import type { Judgement } from '../../define-check.ts';

interface List {
  readonly devices: readonly ListedDevice[];
  readonly complete: boolean;
}

interface Witnesses {
  readonly kind: DeviceKind;
  readonly list: Fact<List>;
  readonly seen: Fact<SeenDevices>;
  readonly computer: Fact<Computer>;
  readonly platform: Platform;
}

export type Presence =
  | { readonly is: 'listed'; readonly devices: readonly ListedDevice[] }
  /** By the window's word alone. */
  | { readonly is: 'seen' }
  | { readonly is: 'none' }
  | { readonly is: 'open'; readonly judgement: Judgement<never> };

const title = titles('presence', {
  unknown:
    '{kind, select, camera {Couldn’t check for a camera} microphone {Couldn’t check for a microphone} other {Couldn’t check for a loudspeaker}}',
});

const words = messages('presence', {
  unlisted: 'The system doesn’t list any, but Greenroom’s window sees one.',
  unseen: 'The system lists {devices}, but Greenroom’s window sees none.',
  incomplete: 'The list that could be read isn’t complete.',
  session:
    'You’re working on this computer from another. The meeting may use the devices in front of you, which can’t be seen from here.',
  virtual:
    'This is a virtual computer. The meeting may use the devices of the one around it, which can’t be seen from here.',
});

export const unknownPresence = (kind: DeviceKind): Title => title.unknown({ kind });

/** An empty list is none only where it is complete, nothing else was seen, and the computer stands in front of the person. */
export const presenceOf = ({ kind, list, seen, computer, platform }: Witnesses): Presence => {
  const open = (reason: Message): Presence => ({
    is: 'open',
    judgement: { state: 'unknown', title: title.unknown({ kind }), reason },
  });
  const isSeen = seen.state === 'known' && seen.value !== 'not-looked' ? seen.value[kind] : null;
  const { remoteSession = false, virtualMachine = null } = computer.state === 'known' ? computer.value : {};
  // The list of Windows is that of the computer, whoever sits before it.
  if (remoteSession && platform === 'win32') return isSeen === true ? { is: 'seen' } : open(words.session);
  if (list.state === 'unknown') {
    if (isSeen === true) return { is: 'seen' };
    const { cause, reason } = list;
    return { is: 'open', judgement: { state: 'unknown', title: title.unknown({ kind }), reason, cause } };
  }
  const { devices, complete } = list.value;
  if (devices.length > 0)
    return isSeen === false
      ? open(words.unseen({ devices: names(devices.map(({ name }) => name)) }))
      : { is: 'listed', devices };
  if (isSeen === true) return complete ? open(words.unlisted) : { is: 'seen' };
  // A word of caution rests on two that see none; what is red, on a list that is whole.
  if (!complete) return kind === 'camera' && isSeen === false ? { is: 'none' } : open(words.incomplete);
  if (remoteSession) return open(words.session);
  return virtualMachine !== null ? open(words.virtual) : { is: 'none' };
};
