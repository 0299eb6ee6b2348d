/** Every reason the analysis can give, with its weight and its sentence in plain words. */

import { sanitize } from '../text/sanitize.ts';

/** `alarm`: decides against the link. `caution`: worth a question. `note`: good to know. */
export type Weight = 'alarm' | 'caution' | 'note';

type Sentence = string | ((detail: string, other: string) => string);

const REASONS = {
  // About the place a link leads to
  'imitates-service': ['alarm', (d) => `The name of the server is made to look like ${d}, but it is somebody else's.`],
  'hyphen-for-dot': [
    'alarm',
    (d) => `A hyphen stands where the official address has a dot, so the server belongs to ${d}.`,
  ],
  'foreign-letters': [
    'alarm',
    (d) => `The name of the server uses letters that only look like the usual ones. Written plainly it is ${d}.`,
  ],
  'look-alike-letters': [
    'alarm',
    (d) => `Letters were swapped for similar ones: this is ${d}, not the official address.`,
  ],
  'near-miss': ['alarm', (d) => `The server ${d} is a letter or two away from the official address.`],
  'poses-by-path': ['alarm', (d) => `The link is built like one of ${d}, but the server is not theirs.`],
  'official-name-in-path': [
    'alarm',
    (d) => `The official name ${d} stands only behind the server's name. What opens is another server.`,
  ],
  'claimed-by-text': ['alarm', (d) => `The text promises ${d}, but the link leads to another server.`],
  'text-differs-from-target': ['alarm', (d) => `The text shows ${d}, but a click leads somewhere else.`],
  'number-address': ['alarm', 'The server has a number instead of a name. Meeting services do not send such links.'],
  'short-link': ['alarm', (d) => `${d} hides where the link leads. That cannot be known without opening it.`],
  'short-link-alone': ['caution', (d) => `${d} hides where the link leads. That cannot be known without opening it.`],
  'sealed-wrapper': ['caution', (d) => `${d} keeps the address to itself, so it cannot be known without opening it.`],
  'user-info': [
    'alarm',
    'There is a name before an @ in the address. It is only there to be read; the server stands behind the @.',
  ],
  'odd-port': ['alarm', (d) => `The link uses the unusual port ${d}. No meeting service does.`],
  'plain-http': ['alarm', 'The link is not encrypted (http). Meeting services only use https.'],
  'percent-in-host': ['alarm', 'Part of the name of the server is written in code.'],
  'control-character': ['alarm', 'There is a tab, line break or control character in the name of the server.'],
  'invisible-character': ['alarm', 'There are invisible characters in the name of the server.'],
  'disguised-letters': [
    'alarm',
    'The name of the server is written in unusual letters that a browser turns into ordinary ones.',
  ],
  'odd-slashes': ['alarm', 'The slashes in the address are wrong or turned round, which hides the name of the server.'],
  'odd-host-character': ['alarm', 'The name of the server has characters in it that no real one has.'],
  unreadable: ['alarm', 'The address is built so that it cannot be read properly.'],
  'still-encoded': ['alarm', 'The address is wrapped and encoded more often than any mail program does.'],
  'too-many-layers': ['alarm', 'The address is wrapped in too many layers to be honest.'],
  'dangerous-scheme': [
    'alarm',
    (d) => `A link that begins with ${d}: does not open a meeting. It can run something on your computer.`,
  ],
  'app-link-elsewhere': [
    'alarm',
    (d) => `The link starts the meeting app but names the server ${d}, which is not the service's.`,
  ],
  'redirects-elsewhere': ['alarm', (d) => `The official link carries a second address, ${d}, to send you on to.`],
  'imitates-gateway': [
    'alarm',
    (d) => `The server ${d} is made to look like a mail filter or a search engine, but it is somebody else's.`,
  ],
  'strangers-page': [
    'alarm',
    (d) =>
      `It is a page or file somebody put on a public host, made to look like ${d}. ${d} does not host meetings there.`,
  ],
  'unknown-forwarder': [
    'caution',
    (d, service) =>
      `${d} is a forwarder Greenroom does not know. It says it leads to ${service}. Ask your IT department whether it is theirs, or ask the organiser for the plain link.`,
  ],
  'mail-system-forwarder': [
    'caution',
    (d, service) =>
      `The mail system at ${d} says it leads to ${service}. If you get your mail from there, that is normal; otherwise ask the organiser for the plain link.`,
  ],
  'known-forwarder': [
    'caution',
    (d) => `${d} leads on to the meeting. Where it ends is not known here; check the address before you join.`,
  ],
  'program-elsewhere': [
    'alarm',
    (d) =>
      `It offers a program named after ${d} from a server that is not theirs. Get the app from the vendor's own page.`,
  ],
  'program-link': ['alarm', (d) => `The link downloads a program from ${d}. No meeting needs that.`],
  'only-device-code': [
    'alarm',
    (d) =>
      `It promises ${d}, but the only step is to type a code on a sign-in page. That gives somebody else your account.`,
  ],
  'reads-backwards': ['alarm', 'Hidden characters turn the address round: what you read is not what opens.'],
  'promised-elsewhere': [
    'alarm',
    (d) => `The calendar entry says it is a ${d} meeting, but its only link leads to another server.`,
  ],
  'opens-program': [
    'caution',
    (d) => `A link that begins with ${d}: opens a program or a file on your computer, not a meeting.`,
  ],
  'self-hosted': [
    'caution',
    (d) => `${d} looks like a meeting server somebody runs themselves. Greenroom cannot know whose it is.`,
  ],
  'meeting-shaped': [
    'caution',
    (d) => `The link looks like a meeting link, but Greenroom does not know the server ${d}.`,
  ],
  'unconfirmed-host': ['caution', (d) => `${d} may belong to the service, but Greenroom has no proof of that.`],
  'official-link': ['note', (d) => `The link leads to ${d}'s own server.`],
  'vendor-page': ['note', 'The link leads to a page of the service, not into a meeting.'],
  unwrapped: ['note', (d) => `${d} was wrapped round the link. The address inside was read without opening it.`],
  'via-redirector': ['caution', (d) => `The link takes a detour through ${d}. Open the address inside directly.`],
  'no-link': ['note', 'There is no meeting link in it.'],
  retired: ['caution', (d) => `${d} The link may lead nowhere.`],
  // About what the link carries
  'host-token': ['caution', 'The link holds a host key: it opens the meeting in your name. Do not pass it on.'],
  'registrant-token': ['caution', 'The link is personal: it opens the meeting in your name. Do not pass it on.'],
  'start-link': ['caution', 'This is the link for starting the meeting as its host, not for guests.'],
  'personal-room': ['note', 'This is a personal room: everybody who ever had the link can come again.'],
  'passcode-in-link': ['note', 'The passcode is part of the link: everybody who has the link can come in.'],
  'several-meetings': ['caution', 'There is more than one meeting link. Ask which one is meant.'],
  // About the words around it
  'asks-to-run': ['alarm', 'The text asks you to paste or run a command. No meeting needs that.'],
  'asks-for-device-code': [
    'alarm',
    'The text asks you to type a code on a sign-in page. That gives somebody else your account.',
  ],
  'asks-to-install': [
    'caution',
    'The text asks you to install or update something first. Only do that from the vendor’s own page.',
  ],
  'asks-to-call': ['caution', 'The text wants you to ring a number. Take numbers from your own address book only.'],
  'hidden-text-direction': [
    'caution',
    'The text contains characters that turn the reading direction round, which hides what it says.',
  ],
  // About a mail
  'sender-contradicted': ['alarm', (d) => `The receiving server ${d} found that the sender's address is forged.`],
  'confirmed-but-poses': [
    'alarm',
    (d, address) =>
      `The sender calls itself ${d}, but writes from ${address}. That address is confirmed, and it is not theirs.`,
  ],
  'name-contradicts-address': ['alarm', (d) => `The sender calls itself ${d}, but the address is not theirs.`],
  'address-imitates-service': ['alarm', (d) => `The sender's address is made to look like ${d}.`],
  'several-senders': ['alarm', 'The mail names several senders. Mail programs show different ones.'],
  'sender-confirmed': ['note', (d) => `Sender confirmed: ${d}. A confirmed account can still have been taken over.`],
  'sender-unconfirmed': [
    'caution',
    (d) => `The sender could not be confirmed: ${d}. The name in the From line proves nothing by itself.`,
  ],
  'reply-elsewhere': ['caution', (d) => `Answers would go to ${d}, not to the sender.`],
  'attached-program': ['alarm', (d) => `A program or script is attached (${d}). Invitations do not need one.`],
  'attached-disguise': ['alarm', (d) => `The attachment ${d} hides what kind of file it is.`],
  'attached-macros': ['caution', (d) => `A document that can contain macros is attached (${d}).`],
  'attached-page': ['caution', (d) => `A web page is attached (${d}). Such pages imitate sign-in forms.`],
  'attached-archive': ['caution', (d) => `A packed file is attached (${d}). Its content cannot be seen from outside.`],
  'attached-image': ['note', (d) => `A picture is attached (${d}). A code to scan in it is a link as well.`],
  'calendar-differs': ['caution', 'The calendar entry has another meeting link than the mail.'],
  'unreadable-part': ['caution', 'A part of it is damaged or too deeply nested. It was searched as plain text.'],
  'read-in-part': ['caution', (d) => `Not all of it could be read: ${d}. What stands in the rest is not known.`],
  // About a calendar entry
  cancelled: ['caution', 'The meeting has been cancelled.'],
} satisfies Record<string, readonly [Weight, Sentence]>;

export type ReasonId = keyof typeof REASONS;

export interface Reason {
  readonly id: ReasonId;
  readonly weight: Weight;
  readonly text: string;
}

/** A reason with its sentence; `detail` is what the sentence names. Strangers' text is made harmless and cut. */
export function reason(id: ReasonId, detail = '', other = ''): Reason {
  const [weight, sentence]: readonly [Weight, Sentence] = REASONS[id];
  const text = typeof sentence === 'string' ? sentence : sentence(sanitize(detail, 120), sanitize(other, 120));
  return { id, weight, text };
}

const ORDER: Readonly<Record<Weight, number>> = { alarm: 0, caution: 1, note: 2 };

/** The weightiest first, in the order found within a weight; each id once. */
export function byWeight(reasons: readonly Reason[]): Reason[] {
  const seen = new Set<string>();
  return [...reasons]
    .sort((a, b) => ORDER[a.weight] - ORDER[b.weight])
    .filter((r) => !seen.has(r.id) && seen.add(r.id));
}
