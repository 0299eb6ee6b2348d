/** Owns `greenroom:` links: hostile until parsed, and only three forms of them exist. */
const SCHEME = 'greenroom';

/** A meeting link of the greatest length that is looked at, with every character percent-encoded. */
const LONGEST = 3 * 8192 + 64;
const LONGEST_TARGET = 8192;

export type DeepLink =
  | { readonly action: 'check' }
  | { readonly action: 'join'; readonly url: string }
  | { readonly action: 'open'; readonly checkId: string };

/** A link has a scheme, and nothing in it may move or hide what stands around it. */
const TARGET = /^[a-z][a-z0-9+.-]{1,40}:[^\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]+$/iu;

const decoded = (text: string): string | null => {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
};

/**
 * `greenroom://check`, `greenroom://join?url=…` (percent-encoded) or `greenroom://open/<check>`; null for every other
 * text. Systems may add a slash behind the first word.
 */
export const parseDeepLink = (text: string, checkIds: readonly string[]): DeepLink | null => {
  if (text.length > LONGEST) return null;
  if (/^greenroom:\/\/check\/?$/i.test(text)) return { action: 'check' };
  const checkId = /^greenroom:\/\/open\/([a-z0-9-]{1,60})\/?$/i.exec(text)?.[1];
  if (checkId !== undefined) return checkIds.includes(checkId) ? { action: 'open', checkId } : null;
  const encoded = /^greenroom:\/\/join\/?\?url=([^&#\s]+)$/i.exec(text)?.[1];
  const url = encoded === undefined ? null : decoded(encoded);
  return url !== null && url.length <= LONGEST_TARGET && TARGET.test(url) ? { action: 'join', url } : null;
};

/** The links that the program gives to itself: what is chosen in the tray goes the way of what comes from outside. */
export const openLink = (checkId: string): string => `${SCHEME}://open/${checkId}`;
export const joinLink = (url: string): string => `${SCHEME}://join?url=${encodeURIComponent(url)}`;

/** The `greenroom:` link among the words of a start, as the system hands it over on Windows and Linux. */
export const deepLinkIn = (argv: readonly string[]): string | null =>
  argv.slice(1).findLast((word) => new RegExp(`^${SCHEME}:`, 'i').test(word)) ?? null;
