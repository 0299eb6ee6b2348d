/** Owns the six areas, always in this order, and their names. The checks of an area stand in the folder of its id. */
import { says } from '../messages/says.ts';

export const areas = ['call', 'apps', 'system', 'protection', 'backup', 'camera'] as const;
export type Area = (typeof areas)[number];

export const areaNames: Readonly<Record<Area, string>> = says('area', {
  call: 'The call',
  apps: 'Meeting apps',
  system: 'System and updates',
  protection: 'Protection',
  backup: 'Backup',
  camera: 'Camera and sound',
});
