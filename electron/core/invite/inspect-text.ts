/** Inspects pasted text: a link, an invitation in plain words, or HTML. */

import { buildBriefInspection, buildInspection } from './build-inspection.ts';
import { type Collected, startCollection } from './collect-links.ts';
import type { Decision, Inspection } from './inspection.ts';
import { brokenWhole, dangerousWhole, eachLink, type FoundLink } from './links/find-links.ts';
import { LONGEST_LINK, trimBlanks } from './links/link.ts';
import { eachHtmlLink, looksLikeHtml } from './mail/html.ts';
import type { Reason } from './reason.ts';
import { textSigns } from './surrounding-text.ts';

const whole = (raw: string): FoundLink => ({ raw, shown: '', before: '', hasScheme: true });

/** Calls back for each link of a text that may be plain or HTML; returns the text people would read. */
export function eachLinkInText(text: string, found: (link: FoundLink) => void): string {
  if (looksLikeHtml(text)) return eachHtmlLink(text, found);
  eachLink(text, found);
  return text;
}

interface Read {
  readonly collected: Collected;
  readonly signs: readonly Reason[];
}

function read(text: string): Read {
  const collection = startCollection();
  if (dangerousWhole(text)) {
    collection.add(whole(trimBlanks(text)), 0);
    return { collected: collection.finish({ isWhole: true }), signs: [] };
  }
  const broken = brokenWhole(text);
  if (broken) {
    const joined = startCollection();
    joined.add(whole(broken), 0);
    const collected = joined.finish();
    if (collected.chosen) return { collected, signs: [] };
  }
  // Teams' classic link, copied undone, has quotation marks in it.
  const single = text.length < LONGEST_LINK && /^https:\/\/[^\s<>]{1,8192}$/i.test(text.trim()) && text.includes('{"');
  if (single) collection.add(whole(text.trim()), 0);
  const readable = eachLinkInText(text, (link) => collection.add(link, 0));
  // One word is a link or nothing: it asks for nothing.
  const isWhole = !/\s/.test(readable.trim());
  const signs = isWhole ? [] : textSigns(readable);
  return { collected: collection.finish({ isWhole, words: isWhole ? '' : readable }), signs };
}

/** Inspects a text of any length. Never throws; linear in the length. */
export function inspectText(text: string): Inspection {
  const { collected, signs } = read(text);
  return buildInspection('text', collected, signs);
}

/** As `inspectText`, without what only a person looks at: for the many lines of a batch. */
export function inspectTextBriefly(text: string): Decision {
  const { collected, signs } = read(text);
  return buildBriefInspection(collected, signs);
}
