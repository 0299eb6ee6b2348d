/** Owns what a person may type as the address of a published calendar: whose it is, and whether it is the address that is wanted. */
import { type Message, messages } from '../messages/messages.ts';

/** Whose calendars are published there. */
export type CalendarProvider = 'google' | 'microsoft' | 'icloud' | 'other';

export const addressWords = messages('calendar-address', {
  google:
    'Google: on a computer, open calendar.google.com, then Settings, then your calendar on the left, then “Integrate calendar”. Copy “Secret address in iCal format”. If it is not there, your organisation has switched it off. “Reset” makes the address invalid.',
  microsoft:
    'Outlook.com and Microsoft 365, also the new Outlook: open Outlook on the web, then Settings, Calendar, “Shared calendars”, “Publish a calendar”. Choose “Can view all details”, publish it and copy the ICS link. With less than all details there is no meeting link in it. “Unpublish” makes the address invalid.',
  icloud:
    'iCloud: in Calendar on a Mac or on icloud.com, share the calendar as “Public Calendar” and copy its address. Anybody who has the address can read all of it. Untick “Public Calendar” to make it invalid.',
  other:
    'Nextcloud, Fastmail, mailbox.org and others: look for a public or secret link in the calendar’s own settings. Delete that link there to make it invalid.',
  webPage: 'This is the address of a web page, not of the calendar itself.',
  wrong: 'Type an address that begins with https:// or webcal:// and has no password in it.',
  found:
    '{count, plural, =0 {Read. It holds no online meeting in the next {hours, number} hours.} one {Found # meeting in the next {hours, number} hours.} other {Found # meetings in the next {hours, number} hours.}}',
});

const parsed = (text: string): UrlParts | null => {
  try {
    return new URL(text);
  } catch {
    return null;
  }
};

const isUnder = (host: string, domain: string): boolean => host === domain || host.endsWith(`.${domain}`);

const providerOf = (host: string): CalendarProvider => {
  if (host === 'calendar.google.com' || host === 'www.google.com') return 'google';
  if (['office365.com', 'office.com', 'live.com', 'cloud.microsoft'].some((domain) => isUnder(host, domain)))
    return 'microsoft';
  return isUnder(host, 'icloud.com') ? 'icloud' : 'other';
};

/** Web pages that people copy from the line of their browser in place of the calendar's own address. */
const isWebPage = ({ hostname, pathname }: UrlParts, provider: CalendarProvider): boolean => {
  if (/\.ics$/i.test(pathname)) return false;
  if (/\.html?$/i.test(pathname)) return true;
  if (provider === 'google')
    return /^\/calendar\/(?:embed|u\/|r(?:\/|$)|render|b\/|$)/.test(pathname) || pathname === '/';
  if (provider === 'microsoft') return /^\/(?:calendar|owa|mail)?(?:\/|$)/.test(pathname);
  return hostname === 'www.icloud.com' || hostname === 'icloud.com';
};

export type TypedAddress =
  | { readonly is: 'address'; readonly address: string }
  | { readonly is: 'web-page'; readonly provider: CalendarProvider }
  | { readonly is: 'wrong' };

/** `webcal:` stands for the same address by https. */
export const typedAddress = (typed: string): TypedAddress => {
  const address = typed.trim().replace(/^webcals?:/i, 'https:');
  const url = parsed(address);
  // What stands before an @ is a name and a password.
  if (url === null || !/^https:\/\/[^\s/@\\?#]+(?:[/?#]|$)/i.test(address)) return { is: 'wrong' };
  const provider = providerOf(url.hostname);
  return isWebPage(url, provider) ? { is: 'web-page', provider } : { is: 'address', address };
};

/** How to get the address from a provider. */
export const stepsFor = (provider: CalendarProvider): Message => addressWords[provider];

export const providers: readonly CalendarProvider[] = ['google', 'microsoft', 'icloud', 'other'];
