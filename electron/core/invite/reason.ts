/** Every reason the analysis can give, with its weight and its sentence in plain words. */

import { english } from '../messages/format.ts';
import { englishText, type Message, messages } from '../messages/messages.ts';
import type { Value, WordKind } from '../messages/value.ts';
import { sanitize } from '../text/sanitize.ts';

/** `alarm`: decides against the link. `caution`: worth a question. `note`: good to know. */
export type Weight = 'alarm' | 'caution' | 'note';

const words = messages('invite', {
  // About the place a link leads to
  'imitates-service': 'The name of the server is made to look like {service}, but it is somebody else’s.',
  'hyphen-for-dot': 'A hyphen stands where the official address has a dot, so the server belongs to {host}.',
  'foreign-letters':
    'The name of the server uses letters that only look like the usual ones. Written plainly it is {host}.',
  'look-alike-letters': 'Letters were swapped for similar ones: this is {host}, not the official address.',
  'near-miss': 'The server {host} is a letter or two away from the official address.',
  'poses-by-path': 'The link is built like one of {service}, but the server is not theirs.',
  'official-name-in-path':
    'The official name {host} stands only behind the server’s name. What opens is another server.',
  'claimed-by-text': 'The text promises {service}, but the link leads to another server.',
  'text-differs-from-target': 'The text shows {host}, but a click leads somewhere else.',
  'number-address': 'The server has a number instead of a name. Meeting services do not send such links.',
  'short-link': '{host} hides where the link leads. That cannot be known without opening it.',
  'short-link-alone': '{host} hides where the link leads. That cannot be known without opening it.',
  'sealed-wrapper': '{host} keeps the address to itself, so it cannot be known without opening it.',
  'user-info':
    'There is a name before an @ in the address. It is only there to be read; the server stands behind the @.',
  'odd-port': 'The link uses the unusual port {term}. No meeting service does.',
  'plain-http': 'The link is not encrypted (http). Meeting services only use https.',
  'percent-in-host': 'Part of the name of the server is written in code.',
  'control-character': 'There is a tab, line break or control character in the name of the server.',
  'invisible-character': 'There are invisible characters in the name of the server.',
  'disguised-letters': 'The name of the server is written in unusual letters that a browser turns into ordinary ones.',
  'odd-slashes': 'The slashes in the address are wrong or turned round, which hides the name of the server.',
  'odd-host-character': 'The name of the server has characters in it that no real one has.',
  unreadable: 'The address is built so that it cannot be read properly.',
  'still-encoded': 'The address is wrapped and encoded more often than any mail program does.',
  'too-many-layers': 'The address is wrapped in too many layers to be honest.',
  'dangerous-scheme': 'A link that begins with {term}: does not open a meeting. It can run something on your computer.',
  'app-link-elsewhere': 'The link starts the meeting app but names the server {host}, which is not the service’s.',
  'redirects-elsewhere': 'The official link carries a second address, {host}, to send you on to.',
  'imitates-gateway':
    'The server {host} is made to look like a mail filter or a search engine, but it is somebody else’s.',
  'strangers-page':
    'It is a page or file somebody put on a public host, made to look like {service}. {service} does not host meetings there.',
  'unknown-forwarder':
    '{host} is a forwarder Greenroom does not know. It says it leads to {service}. Ask your IT department whether it is theirs, or ask the organiser for the plain link.',
  'mail-system-forwarder':
    'The mail system at {host} says it leads to {service}. If you get your mail from there, that is normal; otherwise ask the organiser for the plain link.',
  'known-forwarder':
    '{host} leads on to the meeting. Where it ends is not known here; check the address before you join.',
  'program-elsewhere':
    'It offers a program named after {service} from a server that is not theirs. Get the app from the vendor’s own page.',
  'program-link': 'The link downloads a program from {host}. No meeting needs that.',
  'only-device-code':
    'It promises {service}, but the only step is to type a code on a sign-in page. That gives somebody else your account.',
  'reads-backwards': 'Hidden characters turn the address round: what you read is not what opens.',
  'promised-elsewhere': 'The calendar entry says it is a {service} meeting, but its only link leads to another server.',
  'opens-program': 'A link that begins with {term}: opens a program or a file on your computer, not a meeting.',
  'self-hosted': '{host} looks like a meeting server somebody runs themselves. Greenroom cannot know whose it is.',
  'meeting-shaped': 'The link looks like a meeting link, but Greenroom does not know the server {host}.',
  'unconfirmed-host': '{host} may belong to the service, but Greenroom has no proof of that.',
  'official-link': 'The link leads to {service}’s own server.',
  'vendor-page': 'The link leads to a page of the service, not into a meeting.',
  unwrapped: '{host} was wrapped round the link. The address inside was read without opening it.',
  'via-redirector': 'The link takes a detour through {host}. Open the address inside directly.',
  'no-link': 'There is no meeting link in it.',
  retired: '{said} The link may lead nowhere.',
  // About what the link carries
  'host-token': 'The link holds a host key: it opens the meeting in your name. Do not pass it on.',
  'registrant-token': 'The link is personal: it opens the meeting in your name. Do not pass it on.',
  'start-link': 'This is the link for starting the meeting as its host, not for guests.',
  'personal-room': 'This is a personal room: everybody who ever had the link can come again.',
  'passcode-in-link': 'The passcode is part of the link: everybody who has the link can come in.',
  'several-meetings': 'There is another meeting link in it, of {service}. Ask which one is meant.',
  // About the words around it
  'asks-to-run': 'The text asks you to paste or run a command. No meeting needs that.',
  'asks-for-device-code': 'The text asks you to type a code on a sign-in page. That gives somebody else your account.',
  'asks-to-install': 'The text asks you to install or update something first. Only do that from the vendor’s own page.',
  'asks-to-call': 'The text wants you to ring a number. Take numbers from your own address book only.',
  'hidden-text-direction':
    'The text contains characters that turn the reading direction round, which hides what it says.',
  // About a mail
  'sender-contradicted': 'The receiving server {host} found that the sender’s address is forged.',
  'confirmed-but-poses':
    'The sender calls itself {service}, but writes from {sender}. That address is confirmed, and it is not theirs.',
  'name-contradicts-address': 'The sender calls itself {service}, but the address is not theirs.',
  'address-imitates-service': 'The sender’s address is made to look like {service}.',
  'several-senders': 'The mail names several senders. Mail programs show different ones.',
  'sender-confirmed': 'Sender confirmed: {sender}. A confirmed account can still have been taken over.',
  'sender-unconfirmed':
    'The sender could not be confirmed: {sender}. The name in the From line proves nothing by itself.',
  'reply-elsewhere': 'Answers would go to {sender}, not to the sender.',
  'attached-program': 'A program or script is attached ({file}). Invitations do not need one.',
  'attached-disguise': 'The attachment {file} hides what kind of file it is.',
  'attached-macros': 'A document that can contain macros is attached ({file}).',
  'attached-page': 'A web page is attached ({file}). Such pages imitate sign-in forms.',
  'attached-archive': 'A packed file is attached ({file}). Its content cannot be seen from outside.',
  'attached-image': 'A picture is attached ({file}). A code to scan in it is a link as well.',
  'calendar-differs': 'The calendar entry has another meeting link than the mail.',
  'unreadable-part': 'A part of it is damaged or too deeply nested. It was searched as plain text.',
  'read-in-part': 'Not all of it could be read: {said}. What stands in the rest is not known.',
  // About a calendar entry
  cancelled: 'The meeting has been cancelled.',
});

const WEIGHTS: Readonly<Record<keyof typeof words, Weight>> = {
  'imitates-service': 'alarm',
  'hyphen-for-dot': 'alarm',
  'foreign-letters': 'alarm',
  'look-alike-letters': 'alarm',
  'near-miss': 'alarm',
  'poses-by-path': 'alarm',
  'official-name-in-path': 'alarm',
  'claimed-by-text': 'alarm',
  'text-differs-from-target': 'alarm',
  'number-address': 'alarm',
  'short-link': 'alarm',
  'short-link-alone': 'caution',
  'sealed-wrapper': 'caution',
  'user-info': 'alarm',
  'odd-port': 'alarm',
  'plain-http': 'alarm',
  'percent-in-host': 'alarm',
  'control-character': 'alarm',
  'invisible-character': 'alarm',
  'disguised-letters': 'alarm',
  'odd-slashes': 'alarm',
  'odd-host-character': 'alarm',
  unreadable: 'alarm',
  'still-encoded': 'alarm',
  'too-many-layers': 'alarm',
  'dangerous-scheme': 'alarm',
  'app-link-elsewhere': 'alarm',
  'redirects-elsewhere': 'alarm',
  'imitates-gateway': 'alarm',
  'strangers-page': 'alarm',
  'unknown-forwarder': 'caution',
  'mail-system-forwarder': 'caution',
  'known-forwarder': 'caution',
  'program-elsewhere': 'alarm',
  'program-link': 'alarm',
  'only-device-code': 'alarm',
  'reads-backwards': 'alarm',
  'promised-elsewhere': 'alarm',
  'opens-program': 'caution',
  'self-hosted': 'caution',
  'meeting-shaped': 'caution',
  'unconfirmed-host': 'caution',
  'official-link': 'note',
  'vendor-page': 'note',
  unwrapped: 'note',
  'via-redirector': 'caution',
  'no-link': 'note',
  retired: 'caution',
  'host-token': 'caution',
  'registrant-token': 'caution',
  'start-link': 'caution',
  'personal-room': 'note',
  'passcode-in-link': 'note',
  'several-meetings': 'caution',
  'asks-to-run': 'alarm',
  'asks-for-device-code': 'alarm',
  'asks-to-install': 'caution',
  'asks-to-call': 'caution',
  'hidden-text-direction': 'caution',
  'sender-contradicted': 'alarm',
  'confirmed-but-poses': 'alarm',
  'name-contradicts-address': 'alarm',
  'address-imitates-service': 'alarm',
  'several-senders': 'alarm',
  'sender-confirmed': 'note',
  'sender-unconfirmed': 'caution',
  'reply-elsewhere': 'caution',
  'attached-program': 'alarm',
  'attached-disguise': 'alarm',
  'attached-macros': 'caution',
  'attached-page': 'caution',
  'attached-archive': 'caution',
  'attached-image': 'note',
  'calendar-differs': 'caution',
  'unreadable-part': 'caution',
  'read-in-part': 'caution',
  cancelled: 'caution',
};

export type ReasonId = keyof typeof words;

export interface Reason {
  readonly id: ReasonId;
  readonly weight: Weight;
  /** In English, for machines. */
  readonly text: string;
  readonly message: Message;
}

type Values = Required<Message>['values'];

/** What each placeholder takes. */
const kinds: ReadonlyMap<string, WordKind> = new Map([
  ['service', 'product'],
  ['host', 'place'],
  ['sender', 'place'],
  ['file', 'name'],
  ['term', 'term'],
]);

const namedBy = (placeholder: string, detail: string | Message): Value =>
  typeof detail === 'string' ? { kind: kinds.get(placeholder) ?? 'quote', text: sanitize(detail, 120) } : detail;

/** A reason with its sentence; `detail` is what the sentence names. Strangers' text is made harmless and cut. */
export function reason(id: ReasonId, detail: string | Message = '', other = ''): Reason {
  const said = words[id] as Message | ((values: Values) => Message);
  const given = (): Values => {
    const [first = '', second = ''] = placeholdersOf(id);
    return { [first]: namedBy(first, detail), ...(second === '' ? {} : { [second]: namedBy(second, other) }) };
  };
  const message = typeof said === 'function' ? said(given()) : said;
  return { id, weight: WEIGHTS[id], text: english(message), message };
}

/** In the order in which its text names them. */
const placeholdersOf = (id: ReasonId): readonly string[] => [
  ...new Set([...(englishText(`invite.${id}`) ?? '').matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)),
];

const ORDER: Readonly<Record<Weight, number>> = { alarm: 0, caution: 1, note: 2 };

/** The weightiest first, in the order found within a weight; each id once. */
export function byWeight(reasons: readonly Reason[]): Reason[] {
  const seen = new Set<string>();
  return [...reasons]
    .sort((a, b) => ORDER[a.weight] - ORDER[b.weight])
    .filter((r) => !seen.has(r.id) && seen.add(r.id));
}
