/** Owns which servers may be named in a recording: makers of systems and of meeting apps, and places of everybody's files. */
import type { Catalogue } from '../catalogue/catalogue.ts';

const PUBLIC =
  /(?:^|\.)(?:example\.(?:org|com|net)|(?:debian|ubuntu|canonical|launchpad|fedoraproject|rpmfusion|opensuse|suse|archlinux|redhat|centos|linuxmint|kernel|gnome|kde|flathub|snapcraft|mozilla|mozilla-team|microsoft|windows|windowsupdate|office|apple|google|googleapis|gstatic|chromium|brave|vivaldi|opera|jitsi|mzstatic)\.(?:org|com|net|io)|launchpadcontent\.net)$/i;

/** Names of these say nothing; what stands before them may be an organisation's or a person's. */
const SHARED =
  /(?:^|\.)((?:github|gitlab|sourceforge|dropbox|dropboxusercontent|sharepoint|live|box|mediafire|wetransfer|icloud|githubusercontent)\.(?:com|net)|bitbucket\.org|1drv\.ms|mega\.nz|we\.tl|archive\.org)$/i;

const officialPlaces = ({ products }: Catalogue): readonly string[] =>
  products.flatMap(({ officialSites = [] }) => officialSites.map((site) => site.toLowerCase()));

const isOn = (host: string, place: string): boolean =>
  host === place.replace(/^\./, '') || host.endsWith(`.${place.replace(/^\./, '')}`);

/** A test for hosts that tell nothing about the person. */
export const knownHosts = (catalogue: Catalogue): ((host: string) => boolean) => {
  const places = officialPlaces(catalogue).map((place) => place.split('/')[0] ?? '');
  return (raw) => {
    const host = raw.toLowerCase();
    if (!host.includes('.') || PUBLIC.test(host)) return true;
    const shared = SHARED.exec(host)?.[1];
    return shared === host || host === `www.${shared}` || places.some((place) => isOn(host, place));
  };
};

/** A test for hosts below a maker's own, which may be called as a customer is: "acme.zoom.us". */
export const isCustomerHost = (catalogue: Catalogue): ((host: string) => boolean) => {
  const places = officialPlaces(catalogue).map((place) => (place.split('/')[0] ?? '').replace(/^\./, ''));
  return (raw) => {
    const host = raw.toLowerCase();
    return (
      places.some((place) => isOn(host, place)) && !places.some((place) => host === place || host === `www.${place}`)
    );
  };
};

/** An address without what may hold a key or a name: its path stays where the maker is told by it. */
export const shortAddress = (catalogue: Catalogue): ((address: string) => string) => {
  const places = officialPlaces(catalogue).map((place) => {
    const [host = '', ...path] = place.split('/');
    return { host, path: `/${path.join('/')}` };
  });
  return (address) => {
    const [, start = '', host = '', path = ''] =
      /^([a-z]{3,8}:\/\/(?:[^/\s"@]*@)?([^/:\s"?#]*)[^/\s"?#]*)([^\s"?#]*)/i.exec(address) ?? [];
    const isMakers = places.some(
      (one) => isOn(host.toLowerCase(), one.host) && path.toLowerCase().startsWith(one.path),
    );
    return isMakers ? `${start}${path}` : `${start}${path === '' ? '' : '/'}`;
  };
};
