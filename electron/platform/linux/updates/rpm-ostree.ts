/** Owns what rpm-ostree tells about updates on image-based systems (Silverblue, Kinoite, Bazzite). */
import * as v from 'valibot';
import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import { isoTime } from '../../../core/text/time.ts';
import { type Machine, runRequired } from '../../machine/machine.ts';
import type { UpdateSource } from './update-source.ts';

const status = v.object({
  deployments: v.array(
    v.object({
      booted: v.optional(v.boolean(), false),
      staged: v.optional(v.boolean(), false),
      version: v.optional(v.string()),
      timestamp: v.optional(v.number()),
    }),
  ),
  'cached-update': v.optional(v.nullable(v.object({ version: v.optional(v.string()) }))),
});

const readStatus = async (machine: Machine): Promise<v.InferOutput<typeof status>> => {
  const { code, stdout } = await runRequired(machine, '/usr/bin/rpm-ostree', ['status', '--json']);
  if (code === 0) {
    try {
      const result = v.safeParse(status, JSON.parse(stdout));
      if (result.success) return result.output;
    } catch {
      // Not JSON: told below like every other form Greenroom does not know.
    }
  }
  throw new FactUnavailable('unreadable', 'rpm-ostree did not tell the state of this system.');
};

/** Whether the next start brings another system image: one that is staged, or one put before the running one. */
export const imageWaits = async (machine: Machine): Promise<boolean> =>
  (await readStatus(machine)).deployments.some(({ booted, staged }, index) => !booted && (staged || index === 0));

export const rpmOstree: UpdateSource = {
  sign: '/run/ostree-booted',

  pending: async (machine) => {
    const { deployments, 'cached-update': cached } = await readStatus(machine);
    const staged = deployments.find(
      (deployment) => !deployment.booted && (deployment.staged || deployments.indexOf(deployment) === 0),
    );
    const version = cached?.version ?? staged?.version;
    if (cached === null || cached === undefined) {
      if (staged === undefined) {
        throw new FactUnavailable(
          'unsupported',
          'This system keeps no list of waiting updates: it tells only when it looks for them.',
        );
      }
    }
    return known(
      {
        updates: [{ name: 'system image', ...(version === undefined ? {} : { version }), security: false }],
        securityKnown: false,
      },
      'rpm-ostree status',
    );
  },

  lookedAt: () =>
    Promise.reject(new FactUnavailable('unsupported', 'This system does not say when it last looked for updates.')),

  installedAt: async (machine) => {
    const booted = (await readStatus(machine)).deployments.find((deployment) => deployment.booted);
    const time = booted?.timestamp === undefined ? undefined : isoTime(booted.timestamp * 1000);
    if (time === undefined)
      throw new FactUnavailable('unreadable', 'rpm-ostree does not say how old the running system is.');
    return known(time, 'rpm-ostree status');
  },
};
