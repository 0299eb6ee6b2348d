/** What the words around a link claim or ask for. Every test sees a bounded piece of text. */

import { NON_ASCII } from '../text/ascii.ts';
import { latinLikeness } from './impersonation/confusables.ts';
import { withoutInvisible } from './links/link.ts';
import { type Reason, reason } from './reason.ts';
import { SERVICES } from './services/index.ts';
import type { Service } from './services/service.ts';

/** How many characters before a link are looked at. */
export const CONTEXT = 320;

const JOIN =
  /\b(?:join|enter|attend|click here|open the meeting|meeting link|video call link|(?:review|view|open|accept) (?:the )?(?:invitation|meeting|invite)|start (?:the )?meeting|beitreten|teilnehmen|zur besprechung|rejoindre|participer|unirse|únete|participar|entrar|ingressar|partecipa|deelnemen|dołącz|delta i|liity|anslut|(?:your|the) (?:meeting |video )?link has (?:been )?changed|(?:new|updated) (?:meeting |video )?link|use this link|before the meeting)\b|参加|加入|присоединиться|подключиться/gi;

// “… to join the meeting”: what follows a link belongs to it only when the sentence goes on.
const CONNECTED = /^[\s,]*(?:to|and|for|in order|um|zum|zur|pour|para|per)\b/i;

// Between the promise and its link stands nothing but a few words: a new sentence is about something else.
const NEW_SENTENCE = /[.!?;](?:\s|$)|\n\s*\n.*\S.*\n\s*\n/;

/** Whether the words right before a link, or its own, ask to join something. */
export function promisesMeeting(before: string, shown: string): boolean {
  return `${before.slice(-140)} ${shown.slice(0, 120)}`.search(JOIN) >= 0;
}

const MOST_WORDS = 65_536;

/** The first service of the table that a text names anywhere; null if none. */
export function mentionedService(text: string): Service | null {
  const words = withoutInvisible(text.slice(0, MOST_WORDS));
  return SERVICES.find((service) => service.claim?.test(words)) ?? null;
}

/**
 * The service whose meeting the text right before a link (and the link's own words) promises, also in letters that only
 * look like its name; null if none.
 */
export function claimedService(before: string, shown: string, after = ''): Service | null {
  const text = `${before.slice(-CONTEXT)}${shown.slice(0, 120)}${CONNECTED.test(after) ? after.slice(0, 120) : ''}`;
  if (text.length < 4) return null;
  return promisedIn(text) ?? (NON_ASCII.test(text) ? promisedIn(latinLikeness(text)) : null);
}

function promisedIn(text: string): Service | null {
  let promise = -1;
  // Not matchAll: that makes a new expression for every link.
  JOIN.lastIndex = 0;
  for (let match = JOIN.exec(text); match !== null; match = JOIN.exec(text)) promise = match.index;
  if (promise < 0) return null;
  const between = text.slice(promise);
  if (between.length > 140 || NEW_SENTENCE.test(between)) return null;
  let best: Service | null = null;
  let bestAt = -1;
  for (const service of SERVICES) {
    if (!service.claim) continue;
    const at = lastMatch(text, service.claim);
    if (at > bestAt) [best, bestAt] = [service, at];
  }
  return best;
}

function lastMatch(text: string, pattern: RegExp): number {
  let at = -1;
  for (let from = 0; from < text.length; ) {
    const next = text.slice(from).search(pattern);
    if (next < 0) break;
    at = from + next;
    from = at + 1;
  }
  return at;
}

const RUN_KEYS = /(?:windows(?: key| logo key)?|win|⊞)\s?\+\s?["'“]?[rx]\b/i;
const PASTE = /(?:ctrl|control|strg|cmd|⌘)\s?\+\s?v\b|paste (?:it|this|the (?:command|code|text|following))/i;
const SHELL =
  /\b(?:powershell|mshta|cmd\.exe|rundll32|certutil|bitsadmin|osascript|terminal\.app)\b|\b(?:curl|wget|iwr|invoke-webrequest)\s{1,4}(?:-\w{1,12}\s{1,4}){0,4}["']?https?:|\|\s{0,3}(?:ba|z)?sh\b|open (?:the |your )?terminal/i;
const DEVICE_CODE =
  /microsoft\.com\/devicelogin|login\.microsoftonline\.com\/common\/oauth2\/deviceauth|aka\.ms\/devicelogin|google\.com\/device\b/i;
const INSTALL =
  /\b(?:update|install|download|upgrade|run)\b.{0,60}\b(?:before (?:joining|the meeting|you (?:can )?join)|to (?:join|continue|enter)|plug-?in|codec|sdk|driver)\b|\baudio (?:fix|driver|sdk)\b|\.(?:exe|msi|dmg|pkg|scpt|ps1|bat|apk|msix)\b/i;
// Numbers are disguised with letters and points; the dial-in numbers of an invitation are not asked to be called.
const NUMBER = '(?:\\+|\\(|1[ .-]|0|8)[\\dOoIl(][\\dOoIl ().\u2010-\u2015-]{7,22}';
const CALL_BACK = new RegExp(
  `\\b(?:(?:call|ring|phone|dial|contact|reach)(?:ing)? (?:us|our|this|now|back|immediately|support|help|at|on|the (?:number|support|help|team|following))\\b|help ?-?(?:line|desk)|hot ?line|support (?:line|number)|toll[- ]free|not you\\?|(?:did not|didn.t) (?:make|authori[sz]e|request|place|order)|to (?:cancel|dispute|refund)).{0,90}?${NUMBER}|\\bcall\\s{0,3}:?\\s{0,3}${NUMBER}`,
  'i',
);
/** Turns plain letters round. Calendars put numbers between marks that leave them as they are. */
const TURNED = /[\u202d\u202e]/;
const TURNED_WHERE_NOTHING_NEEDS_IT = /[\u202b\u2067]/;
const FROM_RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const isTurned = (text: string): boolean =>
  TURNED.test(text) || (TURNED_WHERE_NOTHING_NEEDS_IT.test(text) && !FROM_RIGHT_TO_LEFT.test(text));

const PIECE = 4096;
const OVERLAP = 256;

/** Signs in the text itself, wherever they stand. Linear: the text is read in overlapping pieces. */
export function textSigns(text: string): Reason[] {
  const found = new Map<string, Reason>();
  const add = (id: Parameters<typeof reason>[0]) => found.set(id, reason(id));
  let keys = false;
  let paste = false;
  for (let at = 0; at < text.length; at += PIECE - OVERLAP) {
    const written = text.slice(at, at + PIECE);
    const piece = withoutInvisible(written);
    keys ||= RUN_KEYS.test(piece);
    paste ||= PASTE.test(piece);
    if (SHELL.test(piece)) add('asks-to-run');
    if (DEVICE_CODE.test(piece)) add('asks-for-device-code');
    if (INSTALL.test(piece)) add('asks-to-install');
    if (CALL_BACK.test(piece.normalize('NFKC'))) add('asks-to-call');
    if (isTurned(written)) add('hidden-text-direction');
    if (found.size === 5) break;
  }
  if (keys && paste) add('asks-to-run');
  return [...found.values()];
}
