/** Inspects a saved mail: its sender, every link in every part, attached calendars and messages, attachments. */

import type { Attachment, Email } from 'postal-mime';
import { decodeCalendar, decodeText } from '../../calendar/lines.ts';
import { messages } from '../../messages/messages.ts';
import { name as nameValue } from '../../messages/value.ts';
import { buildInspection } from '../build-inspection.ts';
import { type Collected, startCollection } from '../collect-links.ts';
import { promisedElsewhere, scanCalendar } from '../inspect-calendar.ts';
import { eachLinkInText } from '../inspect-text.ts';
import type { CalendarEvent, Inspection, InspectOptions, Verdict } from '../inspection.ts';
import type { FoundLink } from '../links/find-links.ts';
import { type Reason, reason } from '../reason.ts';
import { serviceById } from '../services/index.ts';
import { textSigns } from '../surrounding-text.ts';
import { judgeAttachment } from './attachments.ts';
import { parseMail } from './parse-mail.ts';
import { judgeSender } from './sender.ts';
import type { MailHeader } from './trusted-results.ts';

const unread = messages('mail', {
  parts: 'it has more than {n, number} parts',
  deep: 'mails are attached to mails in it, many deep',
  form: '{name} is in a form that only some mail programs open',
  ambiguous: 'mail programs differ over what its parts are',
});

/** What lands in the calendar is the calendar part, so its links go before those of the body. */
const BODY_RANK = 20;
const ATTACHED_RANK = 40;
const DEEPEST = 2;
const MOST_ATTACHMENTS = 200;

/** Outlook's own form and sealed S/MIME: the mail program that opens them shows these in place of all the rest. */
const SEALED_TYPES = /^application\/(?:(?:vnd\.)?ms-tnef|(?:x-)?pkcs7-mime|pgp-encrypted)\b/i;
const SEALED_NAMES = /^winmail\.dat$|\.p7m$/i;

const bytesOf = (content: Attachment['content']): Uint8Array =>
  typeof content === 'string' ? new Uint8Array() : content instanceof Uint8Array ? content : new Uint8Array(content);

interface Findings {
  readonly signs: Reason[];
  readonly words: string[];
  event: CalendarEvent | null;
  saysTeams: boolean;
  /** Targets of the links in the body and in the calendar, to compare them. */
  readonly body: Set<string>;
  readonly calendar: Set<string>;
}

type Add = (link: FoundLink, rank: number) => void;

async function scanMail(email: Email, add: Add, findings: Findings, depth: number): Promise<void> {
  const from = depth * ATTACHED_RANK + BODY_RANK;
  for (const body of [email.html, email.text]) {
    if (!body) continue;
    findings.words.push(
      eachLinkInText(body, (link) => {
        add(link, from);
        if (findings.body.size < 500) findings.body.add(link.raw);
      }),
    );
  }
  for (const attachment of email.attachments.slice(0, MOST_ATTACHMENTS))
    await scanAttachment(attachment, add, findings, depth);
  if (email.attachments.length > MOST_ATTACHMENTS)
    findings.signs.push(reason('read-in-part', unread.parts({ n: MOST_ATTACHMENTS })));
}

async function scanAttachment(attachment: Attachment, add: Add, findings: Findings, depth: number): Promise<void> {
  const name = attachment.filename ?? '';
  const type = attachment.mimeType;
  const isCalendar = /^(?:text\/calendar|application\/ics)\b/i.test(type) || /\.(?:ics|vcs|ical|ifb)$/i.test(name);
  const isMessage = /^message\/(?:rfc822|global)\b/i.test(type) || /\.eml$/i.test(name);
  const judged = judgeAttachment({
    name,
    type,
    inline: attachment.related === true || attachment.disposition === 'inline',
  });
  if (judged) findings.signs.push(judged);
  const bytes = bytesOf(attachment.content);
  if (isCalendar) {
    const { event, signs, words, saysTeams } = scanCalendar(
      decodeCalendar(bytes),
      (link, rank) => {
        add(link, rank);
        if (findings.calendar.size < 500) findings.calendar.add(link.raw);
      },
      depth * ATTACHED_RANK,
    );
    findings.event ??= event;
    findings.words.push(words);
    findings.saysTeams ||= saysTeams;
    findings.signs.push(...signs);
  } else if (isMessage) {
    if (depth < DEEPEST) await readInto(bytes, add, findings, depth + 1);
    else findings.signs.push(reason('read-in-part', unread.deep));
  } else if (SEALED_TYPES.test(type) || SEALED_NAMES.test(name)) {
    findings.signs.push(reason('read-in-part', unread.form({ name: nameValue(name || type) })));
  } else if (judged?.id === 'attached-page' || /^text\//i.test(type)) {
    findings.words.push(eachLinkInText(decodeText(bytes), (link) => add(link, (depth + 1) * ATTACHED_RANK)));
  }
}

// No mail program writes so many parts; each costs the parser far more than its bytes.
const MOST_CUTS = 5000;

function hasTooManyParts(bytes: Uint8Array): boolean {
  let cuts = 0;
  for (let at = bytes.indexOf(10); at >= 0 && cuts <= MOST_CUTS; at = bytes.indexOf(10, at + 1)) {
    if (bytes[at + 1] === 45 && bytes[at + 2] === 45) cuts += 1;
  }
  return cuts > MOST_CUTS;
}

async function readInto(bytes: Uint8Array, add: Add, findings: Findings, depth: number): Promise<Email | null> {
  try {
    if (hasTooManyParts(bytes)) throw new Error('too many parts');
    const { email, ambiguous } = await parseMail(bytes);
    if (ambiguous) findings.signs.push(reason('read-in-part', unread.ambiguous));
    await scanMail(email, add, findings, depth);
    return email;
  } catch {
    // Too deep or broken on purpose: links can still be seen in the plain bytes.
    findings.signs.push(reason('unreadable-part'));
    eachLinkInText(new TextDecoder('utf-8').decode(bytes), (link) => add(link, (depth + 1) * ATTACHED_RANK));
    return null;
  }
}

/** The headers of the outermost mail, in file order; read apart from the body so that a broken body costs nothing. */
function headersOf(bytes: Uint8Array): MailHeader[] {
  const head = new TextDecoder('utf-8').decode(bytes.subarray(0, 262_144));
  const end = head.search(/\r?\n\r?\n/);
  const unfolded = (end < 0 ? head : head.slice(0, end)).replace(/\r?\n[ \t]+/g, ' ');
  return unfolded.split(/\r?\n/).flatMap((line) => {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    return colon > 0 && /^[!-9;-~]{1,80}$/.test(name) ? [{ name, value: line.slice(colon + 1).trim() }] : [];
  });
}

const MEETING_WORDS = /\bmeeting|\bwebinar|\binvit|\bcall\b|besprechung|réunion|reunión|riunione|vergadering/i;

/** A forged sender makes a mail suspicious if it has to do with a meeting; otherwise it is simply no invitation. */
function worseBySender(collected: Collected, poses: string | null, subject: string): Verdict | null {
  return collected.chosen || poses || MEETING_WORDS.test(subject) ? 'suspicious' : null;
}

/** Inspects a mail given as bytes. Never throws; linear in its length. */
export async function inspectMail(bytes: Uint8Array, options: InspectOptions = {}): Promise<Inspection> {
  const collection = startCollection();
  const findings: Findings = {
    signs: [],
    words: [],
    event: null,
    saysTeams: false,
    body: new Set(),
    calendar: new Set(),
  };
  const email = await readInto(bytes, collection.add, findings, 0);
  const words = findings.words.join('\n');
  const found = collection.finish({ words: `${email?.subject ?? ''}\n${words}`, loneCounts: false });
  const collected = findings.event ? promisedElsewhere(found, findings.saysTeams) : found;
  const { sender, reasons, poses } = judgeSender(headersOf(bytes), options.trustedAuthserv);
  const worse = sender.standing === 'spoofed' ? worseBySender(collected, poses, email?.subject ?? '') : null;
  const signs = [...reasons, ...findings.signs, ...textSigns(words)];
  const answer = buildInspection('mail', collected, signs, worse);
  const posed = answer.service === null && poses ? serviceById(poses) : undefined;
  return {
    ...answer,
    ...(posed ? { service: posed.id, serviceName: posed.name } : {}),
    sender,
    ...(findings.event ? { event: findings.event } : {}),
  };
}
