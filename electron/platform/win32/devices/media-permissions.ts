/** Owns who may use the camera and the microphone on Windows: the switches, and the meeting apps. */

import type { Product } from '../../../core/catalogue/catalogue.ts';
import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { Grant, MediaPermissions } from '../../../core/facts/index.ts';
import { messages } from '../../../core/messages/messages.ts';
import { reader } from '../../reader.ts';
import { SCRIPT_TIMEOUT_MS } from '../powershell.ts';
import { programName } from '../running.ts';
import { type Consent, type ConsentEntry, consent, type Device, fileName } from './consent.ts';

const words = messages('windows-permissions', {
  hidden: 'This account may not see who may use the camera and the microphone.',
  unsupported: 'This Windows doesn’t note who may use the camera and the microphone.',
});

const grants: Readonly<Record<string, Grant>> = { Allow: 'allowed', Deny: 'denied', Prompt: 'not-asked' };

/** Every level must allow it; one that denies it decides, one that is not known leaves it open. */
const together = (values: readonly (string | undefined)[]): Grant | null => {
  const found = values.map((value) => grants[value ?? ''] ?? null);
  if (found.includes('denied')) return 'denied';
  if (found.includes(null)) return null;
  return found.includes('not-asked') ? 'not-asked' : 'allowed';
};

const letters = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Meeting apps whose file has another name than the app. */
const otherFiles: Readonly<Record<string, string>> = {
  ciscocollabhost: 'webex',
  msteams: 'teams',
  teams: 'teamsclassic',
};

/** The meeting app that an entry is about. */
export const meetingAppOf = (entry: ConsentEntry, products: readonly Product[]): Product | undefined => {
  const apps = products.filter(({ kind }) => kind === 'meeting-app');
  const family = entry.name.toLowerCase();
  if (entry.level === 'package')
    return apps.find(({ traces }) => traces.win32?.msix?.some((it) => it.toLowerCase() === family));
  if (entry.level !== 'program') return undefined;
  const file = letters(programName(fileName(entry)));
  return apps.find(({ id, name }) => [letters(id), letters(name)].includes(otherFiles[file] ?? file));
};

/** The value at one level, both of the computer and of this person; either may deny. */
const valuesAt = (entries: readonly ConsentEntry[], device: Device, level: ConsentEntry['level']) =>
  (['HKLM', 'HKCU'] as const).map(
    (hive) => entries.find((it) => it.hive === hive && it.device === device && it.level === level)?.Value,
  );

const switchFor = ({ entries, unread }: Consent, device: Device): readonly (string | undefined)[] => {
  const [, person] = valuesAt(entries, device, 'desktop');
  const computer = entries.find((it) => it.hive === 'HKLM' && it.device === device && it.level === 'desktop');
  const isMissing = computer === undefined ? unread === 0 : computer.Value === '' && !computer.closed;
  // Many computers have the switch over desktop programs only for each person.
  return [...valuesAt(entries, device, 'device'), person, ...(isMissing ? [] : [computer?.Value])];
};

const appGrant = (noted: Consent, app: readonly ConsentEntry[], device: Device): Grant | null => {
  const entries = app.filter((entry) => entry.device === device);
  const own = entries.filter(({ Value, closed }) => closed || Value !== '').map(({ Value }) => Value);
  const isPackage = app.some(({ level }) => level === 'package');
  // Without an entry an app of the Store has not asked yet, and a desktop program has no rule of its own.
  const unnoted = noted.unread > 0 ? [undefined] : isPackage ? ['Prompt'] : [];
  const values = own.length === 0 ? unnoted : own;
  const above = isPackage ? valuesAt(noted.entries, device, 'device') : switchFor(noted, device);
  return together([...above, ...values]);
};

export const mediaPermissions = reader<MediaPermissions>(SCRIPT_TIMEOUT_MS, async (machine, { products }) => {
  const noted = await consent(machine);
  const { entries, unread } = noted;
  if (entries.every(({ closed }) => closed) && (unread > 0 || entries.length > 0))
    throw new FactUnavailable('denied', words.hidden);
  if (!entries.some(({ level }) => level === 'device')) throw new FactUnavailable('unsupported', words.unsupported);
  const found = new Map<string, ConsentEntry[]>();
  for (const entry of entries) {
    const product = meetingAppOf(entry, products);
    // A Store app and a desktop program of one name are two apps.
    const key = `${product?.id} ${entry.level}`;
    if (product !== undefined) found.set(key, [...(found.get(key) ?? []), entry]);
  }
  const apps = [...found].map(([key, app]) => ({
    product: key.split(' ', 1)[0] ?? '',
    camera: appGrant(noted, app, 'webcam'),
    microphone: appGrant(noted, app, 'microphone'),
    // Desktop programs need no permission for the screen, and apps of the Store are asked each time.
    screen: null,
  }));
  const camera = together(switchFor(noted, 'webcam'));
  const microphone = together(switchFor(noted, 'microphone'));
  const isDesktopOnly = (grant: Grant | null, device: Device): boolean =>
    grant === 'denied' && together(valuesAt(entries, device, 'device')) !== 'denied';
  const desktopOnly = [
    ...(isDesktopOnly(camera, 'webcam') ? (['camera'] as const) : []),
    ...(isDesktopOnly(microphone, 'microphone') ? (['microphone'] as const) : []),
  ];
  return known(
    { camera, microphone, ...(desktopOnly.length === 0 ? {} : { desktopOnly }), apps },
    'ConsentStore in the registry',
  );
});
