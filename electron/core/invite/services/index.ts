/** The host table: which service operates a host, and whether a link on it leads into a meeting. */

import { type Link, queryValue } from '../links/link.ts';
import { CALL_SERVICES } from './calls.ts';
import { FURTHER_SERVICES } from './further.ts';
import { LARGE_SERVICES } from './large.ts';
import { ROOM_SERVICES } from './rooms.ts';
import type { AppScheme, SecretPlaces, Service, Shape, Site } from './service.ts';
import { PAGE_NAMES } from './service.ts';
import { SMALL_SERVICES } from './small.ts';

export const SERVICES: readonly Service[] = [
  ...LARGE_SERVICES,
  ...SMALL_SERVICES,
  ...CALL_SERVICES,
  ...ROOM_SERVICES,
  ...FURTHER_SERVICES,
];

export const serviceById = (id: string): Service | undefined => SERVICES.find((service) => service.id === id);

interface Place {
  readonly service: Service;
  readonly site: Site;
}

const places = new Map<string, Place[]>();
for (const service of SERVICES) {
  for (const site of service.sites) {
    for (const host of site.hosts) places.set(host, [...(places.get(host) ?? []), { service, site }]);
  }
}

const appSchemes = new Map<string, { service: Service; app: AppScheme }>();
for (const service of SERVICES) for (const app of service.schemes ?? []) appSchemes.set(app.scheme, { service, app });

/** Every place in the table that `host` belongs to, the exact ones first. */
function placesOf(host: string): readonly Place[] {
  const found = [...(places.get(host) ?? []), ...(places.get(`.${host}`) ?? [])];
  for (let dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) {
    const parent = places.get(host.slice(dot));
    if (parent) found.push(...parent);
  }
  return found;
}

const shapes = new Map(SERVICES.map((service) => [service, service.sites.flatMap((site) => site.shapes)]));

/** Every shape of a service's links, on whichever of its hosts. */
export const shapesOf = (service: Service): readonly Shape[] => shapes.get(service) ?? [];

/** The service that operates this host, or null. */
export const operatorOf = (host: string): Service | null => placesOf(host)[0]?.service ?? null;

/** Whether the link has this shape, wherever it stands. */
export function hasShape(link: Pick<Link, 'path' | 'query' | 'hash'>, shape: Shape): boolean {
  if (!shape.path.test(link.path)) return false;
  if (shape.hash && !shape.hash.test(link.hash)) return false;
  if (shape.query) {
    for (const [name, value] of Object.entries(shape.query)) {
      const given = queryValue(link.query, name);
      if (given === null || !value.test(given)) return false;
    }
  }
  if (!shape.named) return true;
  return !PAGE_NAMES.has((link.path.split('/', 2)[1] ?? '').toLowerCase());
}

export interface OfficialPlace {
  readonly service: Service;
  /** Null: a page of the vendor that is no meeting. */
  readonly shape: Shape | null;
}

/** The official place a web link leads to, or null when no service in the table operates its host. */
export function officialPlace(link: Link): OfficialPlace | null {
  const found = placesOf(link.host);
  for (const { service, site } of found) {
    if (site.notOn?.includes(link.host)) continue;
    const shape = site.shapes.find((candidate) => candidate.kind !== 'lure' && hasShape(link, candidate));
    if (shape) return { service, shape };
  }
  const first = found[0];
  return first ? { service: first.service, shape: null } : null;
}

export interface AppPlace {
  readonly service: Service;
  /** False: the scheme is the vendor's, the host is not. */
  readonly official: boolean;
  readonly meeting: boolean;
}

/** Where a link with an app's own scheme leads, or null if no service in the table uses the scheme. */
export function appPlace(link: Link): AppPlace | null {
  const entry = appSchemes.get(link.scheme);
  if (!entry) return null;
  const { service, app } = entry;
  const afterScheme = link.raw.slice(link.raw.indexOf(':') + 1);
  if (app.host === 'none')
    return { service, official: !link.signs.includes('control-character'), meeting: app.rest.test(afterScheme) };
  const hostIsPath = app.host === 'optional' && !link.host.includes('.');
  const rest = hostIsPath
    ? afterScheme.replace(/^\/*/, '/')
    : `${link.path}${link.query && `?${link.query}`}${link.hash}`;
  const official = link.signs.length === 0 && (hostIsPath || operatorOf(link.host)?.id === service.id);
  return { service, official, meeting: app.rest.test(rest) };
}

export const isAppScheme = (scheme: string): boolean => appSchemes.has(scheme);

/** Whether one of the places holds a value in this link. */
export function holds(link: Link, where: SecretPlaces | undefined): boolean {
  if (!where) return false;
  if (where.query?.some((name) => !!queryValue(link.query, name))) return true;
  return !!where.hash?.test(link.hash) || !!where.path?.test(link.path);
}
