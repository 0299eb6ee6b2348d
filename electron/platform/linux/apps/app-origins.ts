/** Owns where the meeting apps and browsers of a Linux computer come from: one question to each manager that installed some. */

import { posix } from 'node:path';
import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import type { AppOrigins, AppProof, InstalledApp } from '../../../core/facts/index.ts';
import { messages } from '../../../core/messages/messages.ts';
import type { Machine } from '../../machine/machine.ts';
import { attempt } from '../../optional.ts';
import { reader } from '../../reader.ts';
import { installedApps } from './installed-apps.ts';
import { aptProofs } from './packages/apt-sources.ts';
import { rpmProofs } from './packages/rpm-signatures.ts';
import { flatpakProofs, snapProofs } from './packages/store-publishers.ts';

const words = messages('linux-app-origins', {
  signedPacman: 'pacman, with the signature of its packager',
  pacman: 'pacman didn’t note how it checked this package.',
  unnamed: 'The program that installed it didn’t name it.',
});

/** "package zoom in /var/lib/dpkg/status" */
const packageOf = ({ source }: InstalledApp): string => /^package (\S{1,200}) in /.exec(source)?.[1] ?? '';

const folderName = ({ source }: InstalledApp): string => posix.basename(source);

/** `%VALIDATION%` of a package's own file: how pacman checked it when it was installed. The words are the same in every language. */
const pacmanProof = async (machine: Machine, { source }: InstalledApp): Promise<AppProof> => {
  const text = await machine.readText(`${source}/desc`, { maxBytes: 262_144 });
  const checked =
    /^%VALIDATION%\n([a-z0-9 ]{1,60}(?:\n[a-z0-9 ]{1,60}){0,5})/m.exec(text ?? '')?.[1]?.split('\n') ?? [];
  if (checked.includes('pgp')) return { is: 'source', name: words.signedPacman };
  return checked.length === 0 ? { is: 'unread', reason: words.pacman } : { is: 'no-source' };
};

type Proofs = ReadonlyMap<string, AppProof>;

/** One question for all apps of a kind. A manager that does not answer keeps only its own apps from being judged. */
const asked = async (
  ask: () => Promise<Proofs>,
  apps: readonly InstalledApp[],
  nameOf: (app: InstalledApp) => string,
) => {
  const proofs = new Map<InstalledApp, AppProof>();
  if (apps.length === 0) return proofs;
  const answer = await attempt(ask());
  for (const app of apps) {
    const unread: AppProof = {
      is: 'unread',
      reason: answer instanceof FactUnavailable ? answer.reason : words.unnamed,
    };
    proofs.set(app, answer instanceof FactUnavailable ? unread : (answer.get(nameOf(app)) ?? unread));
  }
  return proofs;
};

const scopeName = ({ scope }: InstalledApp): string => (scope === 'user' ? 'user' : 'system');

export const appOrigins = reader<AppOrigins>(9_000, async (machine, catalogue) => {
  const fact = await installedApps.read(machine, catalogue);
  if (fact.state === 'unknown') throw new FactUnavailable(fact.cause, fact.reason);
  const { apps } = fact.value;
  const of = (kind: string) => apps.filter((app) => app.kind === kind);
  const names = (kind: string) => [...new Set(of(kind).map(packageOf))].sort();
  const [byPacman, ...answers] = await Promise.all([
    Promise.all(of('pacman').map(async (app) => [app, await pacmanProof(machine, app)] as const)),
    asked(() => aptProofs(machine, names('dpkg')), of('dpkg'), packageOf),
    asked(() => rpmProofs(machine, names('rpm')), of('rpm'), packageOf),
    asked(
      () => flatpakProofs(machine),
      of('flatpak'),
      (app) => `${folderName(app)} ${scopeName(app)}`,
    ),
    asked(() => snapProofs(machine), of('snap'), folderName),
  ]);
  const proofs = new Map([...byPacman, ...answers.flatMap((answer) => [...answer])]);
  const origins = apps.map((app) => ({
    product: app.product,
    kind: app.kind,
    source: app.source,
    proof: proofs.get(app) ?? ({ is: 'loose' } as const),
  }));
  return known({ origins }, 'package managers and stores of this computer');
});
