/** Reads HTML the way a mail program shows it: visible text, and every place a click or a form would lead. */

import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { eachLink, type FoundLink } from '../links/find-links.ts';
import { CONTEXT } from '../surrounding-text.ts';

const LOOKS_LIKE_HTML = /<(?:a|area|form|base|meta|p|div|html|body|br|span|table|img|svg|b|font)[\s>/]/i;

/** Whether a text is HTML rather than plain text with angle brackets. */
export const looksLikeHtml = (text: string): boolean => LOOKS_LIKE_HTML.test(text);

const BREAKING = new Set(['p', 'div', 'br', 'tr', 'li', 'table', 'h1', 'h2', 'h3', 'ul', 'hr', 'td', 'th']);
const HIDING =
  /display\s{0,4}:\s{0,4}none|visibility\s{0,4}:\s{0,4}hidden|font-size\s{0,4}:\s{0,4}0(?:px|pt|em|%)?\s{0,4}(?:;|$)|opacity\s{0,4}:\s{0,4}0\s{0,4}(?:;|$)/i;
const LINK_ATTRIBUTES: ReadonlyMap<string, readonly string[]> = new Map([
  ['a', ['href', 'xlink:href', 'ping']],
  ['area', ['href']],
  ['form', ['action']],
  ['button', ['formaction']],
  ['input', ['formaction']],
  ['iframe', ['src']],
  ['frame', ['src']],
  ['embed', ['src']],
  ['object', ['data']],
]);
/** Outlook draws buttons with VML: `<v:roundrect href="…">`. */
const linkAttributes = (name: string): readonly string[] =>
  LINK_ATTRIBUTES.get(name) ?? (name.startsWith('v:') ? ['href'] : []);
/** What people read inside such an element is the link's text. */
const holdsText = (name: string): boolean => name === 'a' || name === 'button' || name.startsWith('v:');
/** All that is read of any element: however many others stand before them. */
const READ_ATTRIBUTES: ReadonlySet<string> = new Set([
  ...[...LINK_ATTRIBUTES.values()].flat(),
  ...['hidden', 'style', 'alt', 'title', 'value', 'http-equiv', 'content', 'onclick', 'srcdoc'],
]);
const REFRESH = /^\s{0,9}[\d.]{0,9}\s{0,9}[;,]\s{0,9}url\s{0,9}=\s{0,9}['"]?/i;
const SHOWN = 2048;
/** What follows a link is looked at as far as a sentence goes. */
const FOLLOWING = 120;
/** What a form or a page that goes on by itself shows is looked at as far as its heading. */
const FORM = 240;

function resolve(href: string, base: string): string {
  if (/^[a-z][a-z0-9+.-]{0,30}:/i.test(href)) return href;
  // Without a base a mail program takes such addresses for https.
  if (!base) return /^[/\\]{2}[^/\\]/.test(href) ? `https://${href.slice(2)}` : href;
  try {
    return new URL(href, base).href;
  } catch {
    return href;
  }
}

/**
 * Calls back for every link of the document and returns its visible text. Built on the tokenizer alone: no element
 * stack, so nesting of any depth costs no more than its length.
 */
export function eachHtmlLink(html: string, found: (link: FoundLink) => void, isWithin = false): string {
  // `<https://…>` is how plain text marks links; as a tag it would be lost.
  const source = html.replace(/<(?=[a-z][a-z0-9+.-]{1,20}:)/gi, '&lt;');
  let text = '';
  let pending = '';
  let base = '';
  let tag = '';
  let attribute = '';
  let value = '';
  let attributes = new Map<string, string>();
  let anchor: { tag: string; targets: string[]; before: string; shown: string } | null = null;
  let ended: { targets: string[]; before: string; shown: string } | null = null;
  let form: { targets: string[]; before: string; shown: string } | null = null;
  const refreshes: string[] = [];
  let hidden: { tag: string; depth: number } | null = null;
  let silent = '';

  const show = (piece: string) => {
    if (silent || hidden) return;
    if (form && form.shown.length < FORM) form.shown += piece;
    // Blanks are shown as one: a thousand of them do not push the rest out of sight.
    if (anchor) anchor.shown = anchor.shown.length < SHOWN ? anchor.shown + piece.replace(/\s+/g, ' ') : anchor.shown;
    else pending += piece;
  };
  /** Looks for links in the text since the last anchor; returns what stands right before the next one. */
  const flush = (): string => {
    const run = pending;
    pending = '';
    text += run;
    if (ended) {
      const { targets, before, shown } = ended;
      ended = null;
      for (const raw of targets)
        found({ raw, shown: shown.trim(), before, after: run.slice(0, FOLLOWING), hasScheme: true });
    }
    let end = 0;
    eachLink(run, (link) => {
      found(link);
      end = run.indexOf(link.raw, end) + link.raw.length;
    });
    return run.slice(Math.max(end, run.length - CONTEXT));
  };
  const closeAnchor = () => {
    if (!anchor) return;
    text += anchor.shown;
    ended = anchor;
    anchor = null;
  };
  const closeForm = () => {
    if (!form) return;
    const { targets, before, shown } = form;
    form = null;
    for (const raw of targets) found({ raw, shown: shown.trim(), before, hasScheme: true });
  };
  /** A document within this one, once: each level would cost its length. */
  const within = (inner: string): void => {
    if (isWithin) eachLink(inner, found);
    else show(eachHtmlLink(inner, found, true));
  };
  const openTag = () => {
    const name = tag;
    if (BREAKING.has(name)) show('\n');
    if (hidden?.tag === name) hidden.depth += 1;
    else if (!hidden && (attributes.has('hidden') || HIDING.test((attributes.get('style') ?? '').slice(0, 1024)))) {
      if (name !== 'br' && name !== 'img' && name !== 'input') hidden = { tag: name, depth: 1 };
    }
    if (name === 'script' || name === 'style' || name === 'title') silent = name;
    if (name === 'base' && !base) base = attributes.get('href')?.trim() ?? '';
    // What a picture or a button says belongs to the link it stands in.
    const words =
      attributes.get('alt') ?? attributes.get('title') ?? (name === 'input' ? attributes.get('value') : null) ?? '';
    if (words && (anchor || form) && (name === 'img' || name === 'input')) show(` ${words} `);
    const targets = linkAttributes(name)
      .flatMap((key) => attributes.get(key)?.trim() || [])
      .map((href) => resolve(href, base));
    const content =
      name === 'meta' && /^refresh$/i.test(attributes.get('http-equiv')?.trim() ?? '')
        ? (attributes.get('content') ?? '')
        : '';
    if (REFRESH.test(content) && refreshes.length < 8)
      refreshes.push(resolve(content.replace(REFRESH, '').replace(/['"]\s*$/, ''), base));
    const page = name === 'iframe' ? attributes.get('srcdoc') : undefined;
    if (page) within(page);
    const onClick = attributes.get('onclick');
    if (onClick) eachLink(onClick, (link) => targets.push(link.raw));
    if (targets.length === 0) return;
    if (holdsText(name)) {
      closeAnchor();
      anchor = { tag: name, targets, before: flush(), shown: '' };
    } else if (name === 'form') {
      closeForm();
      form = { targets, before: flush(), shown: '' };
    } else {
      const before = flush();
      for (const raw of targets)
        found({ raw, shown: name === 'area' ? words : (form?.shown ?? ''), before, hasScheme: true });
    }
  };

  const callbacks: TokenizerCallbacks = {
    onopentagname(start, end) {
      tag = source.slice(start, end).toLowerCase();
      attributes = new Map();
    },
    onattribname(start, end) {
      attribute = source.slice(start, end).toLowerCase();
      value = '';
    },
    onattribdata(start, end) {
      value += source.slice(start, end);
    },
    onattribentity(code) {
      value += String.fromCodePoint(code);
    },
    onattribend() {
      if (READ_ATTRIBUTES.has(attribute) && !attributes.has(attribute)) attributes.set(attribute, value);
    },
    onopentagend: openTag,
    onselfclosingtag: openTag,
    onclosetag(start, end) {
      const name = source.slice(start, end).trim().toLowerCase();
      if (name === silent) silent = '';
      if (hidden?.tag === name) {
        hidden.depth -= 1;
        if (hidden.depth === 0) hidden = null;
      }
      if (name === anchor?.tag) closeAnchor();
      if (name === 'form') closeForm();
      if (BREAKING.has(name)) show('\n');
    },
    ontext(start, end) {
      show(source.slice(start, end));
    },
    ontextentity(code) {
      show(String.fromCodePoint(code));
    },
    oncdata() {},
    oncomment(start, end) {
      const comment = source.slice(start, end);
      if (isWithin) return eachLink(comment, found);
      // Outlook shows what stands in such a comment, and no other program does.
      const inside = /^\[if [^\]]{1,80}\]>([\s\S]*)<!\[endif\]/i.exec(comment)?.[1];
      if (inside) within(inside);
    },
    ondeclaration() {},
    onprocessinginstruction() {},
    onend() {},
  };
  const tokenizer = new Tokenizer({ decodeEntities: true }, callbacks);
  tokenizer.write(source);
  tokenizer.end();
  closeAnchor();
  flush();
  closeForm();
  // Such a page is left before anything in it is read; what it shows is its promise.
  for (const raw of refreshes) found({ raw, shown: text.trim().slice(0, FORM), before: '', hasScheme: true });
  return text;
}
