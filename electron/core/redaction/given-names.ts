/** Owns which words of the facts people gave: networks, drives, places, programs. A fact that is not looked at does not compile. */

import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Fact } from '../facts/fact.ts';
import type { AllFacts, AnyFactKey } from '../facts/index.ts';
import { english } from '../messages/format.ts';
import { isCustomerHost, knownHosts } from './known-hosts.ts';
import { knownPrograms } from './known-programs.ts';

type KnownFacts = { readonly [K in AnyFactKey]?: { readonly fact: Fact<AllFacts[K]> } };
type NamesIn = { readonly [K in AnyFactKey]: (value: AllFacts[K]) => readonly (string | null | undefined)[] };

const none = (): readonly string[] => [];

/** "/srv/copies/ada", "\\server\share": each part is a name. */
const partsOf = (place: string): readonly string[] =>
  /[/\\]/.test(place) ? [place, ...place.split(/[/\\]+/)] : [place];

/** The server in an address. */
const hostIn = (address: string): string | undefined =>
  /^[a-z]{3,8}:\/\/(?:[^/\s@]*@)?([^/:\s?#]+)/i.exec(address)?.[1];

/** Servers of package sources: "apt.example.org stable". */
const hostsIn = (text: string): readonly string[] => text.match(/\b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,24}\b/gi) ?? [];

const fileName = (path: string): string => path.split(/[/\\]/).at(-1) ?? '';

const givenNames: NamesIn = {
  operatingSystem: none,
  pendingUpdates: none,
  updatesLookedAt: none,
  updatesInstalledAt: none,
  installedApps: none,
  appOrigins: ({ origins }) => origins.flatMap(({ proof }) => ('name' in proof ? hostsIn(english(proof.name)) : [])),
  appUpdaters: none,
  installers: ({ files }) =>
    files.flatMap(({ path, product, from }) => [...(product === null ? [fileName(path)] : []), ...from.map(hostIn)]),
  backupTools: ({ tools }) =>
    tools.flatMap(({ name, destinations }) => [
      // Back In Time names the profile of a person's behind its own name.
      /^Back In Time \((.*)\)$/.exec(name)?.[1],
      ...destinations.flatMap((to) =>
        to.kind === 'drive' || to.kind === 'folder' || /[/\\.]/.test(to.name) ? partsOf(to.name) : [],
      ),
    ]),
  externalDrives: ({ drives }) => drives.flatMap(({ label, mountPoints }) => [label, ...mountPoints.flatMap(partsOf)]),
  backupRuns: ({ runs }) => runs.map(({ destination }) => destination?.name),
  backupActivity: none,
  restartPending: none,
  autoUpdates: none,
  firewall: none,
  diskEncryption: none,
  antivirus: none,
  screenLock: none,
  remoteLogin: none,
  remoteControl: none,
  network: ({ wifi }) => [wifi?.name],
  connection: none,
  cameraUse: ({ users }) => users,
  microphoneUse: ({ users }) => users,
  mediaPermissions: none,
  cameras: ({ cameras }) => cameras.map(({ name }) => name),
  sound: ({ microphones, loudspeakers }) =>
    [microphones, loudspeakers].flatMap(({ devices, missing }) => [...devices.map(({ name }) => name), missing]),
  headsets: ({ headsets }) => headsets.map(({ name }) => name),
  power: none,
  diskSpace: none,
  load: ({ busiest }) => busiest.map(({ name }) => name),
  focusMode: none,
  clock: none,
  computer: none,
  driveHealth: ({ drives }) => drives.map(({ name }) => name),
  ownProgram: none,
  organisationPolicy: none,
  attestations: none,
  backupMemory: ({ drives }) => drives.map(({ label }) => label),
  updateMemory: none,
  cameraLook: none,
  cameraView: none,
  seenDevices: none,
  triedMicrophone: (tried) => (tried === null ? [] : [tried.label, tried.choice]),
  throttling: none,
  screens: none,
  nextMeeting: none,
  connectionTrial: (tried) => (tried === 'not-tried' ? [] : [tried.trial.host, tried.trial.proxy]),
  browserAnswers: (told) => (told === 'no-host' ? [] : [told.host]),
};

/** Shorter words, and names of the system's own, say nothing of anybody. */
const isTelling = (name: string): boolean =>
  name.length > 2 && !/^(?:\d+|media|run|mnt|home|users|volumes|[a-z]:|time machine)$/i.test(name);

export const givenNamesIn = (facts: KnownFacts, catalogue: Catalogue): readonly string[] => {
  const isProgram = knownPrograms(catalogue);
  const isHost = knownHosts(catalogue);
  const isCustomers = isCustomerHost(catalogue);
  // What stands before a service's own name may be an organisation's.
  const isPublic = (name: string): boolean => name.includes('.') && isHost(name) && !isCustomers(name);
  const of = <K extends AnyFactKey>(key: K): readonly (string | null | undefined)[] => {
    const fact = facts[key]?.fact;
    return fact?.state === 'known' ? givenNames[key](fact.value as AllFacts[K]) : [];
  };
  const all = (Object.keys(givenNames) as AnyFactKey[]).flatMap(of);
  return [
    ...new Set(
      all
        .filter((name) => typeof name === 'string')
        .filter((name) => isTelling(name) && !isProgram(name) && !isPublic(name)),
    ),
  ];
};
