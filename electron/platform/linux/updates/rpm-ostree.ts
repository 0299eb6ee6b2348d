/** Owns what rpm-ostree tells about updates on image-based systems (Silverblue, Kinoite, Bazzite). */

import * as v from 'valibot';
import { FactUnavailable, known } from '../../../core/facts/fact.ts';
import { messages } from '../../../core/messages/messages.ts';
import { type IsoTime, isoTime } from '../../../core/text/time.ts';
import { type Machine, runRequired } from '../../machine/machine.ts';
import { attempt, optional } from '../../optional.ts';
import { reasons } from '../../reasons.ts';
import { imageDay } from './image.ts';
import { timeOr, type UpdateSource } from './update-source.ts';

const words = messages('rpm-ostree', {
  state: 'rpm-ostree didn’t say which image runs.',
  age: 'This system doesn’t say how old the image is that runs.',
});

const status = v.object({
  deployments: v.array(
    v.object({
      booted: v.optional(v.boolean(), false),
      staged: v.optional(v.boolean(), false),
      version: v.optional(v.string()),
      /** Of what was made here, with packages of one's own: the image below is older. */
      timestamp: v.optional(v.number()),
      'base-timestamp': v.optional(v.number()),
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
  throw new FactUnavailable('unreadable', words.state);
};

/** Whether the next start brings another system image: one that is staged, or one put before the running one. */
export const imageWaits = async (machine: Machine): Promise<boolean> =>
  (await readStatus(machine)).deployments.some(({ booted, staged }, index) => !booted && (staged || index === 0));

/** The day of the image that runs; its description names it where rpm-ostree is not there, or answers only root. */
const imageOf = async (machine: Machine): Promise<IsoTime | undefined> => {
  const status = await attempt(readStatus(machine));
  if (status instanceof FactUnavailable) {
    const day = await imageDay(machine);
    if (day === undefined) throw status;
    return day;
  }
  const booted = status.deployments.find((deployment) => deployment.booted);
  const seconds = booted?.['base-timestamp'] ?? booted?.timestamp;
  return seconds === undefined ? undefined : isoTime(seconds * 1000);
};

const NOT_TOLD = words.age;

export const rpmOstree: UpdateSource = {
  sign: '/run/ostree-booted',

  pending: async (machine) => {
    const image = await imageOf(machine);
    if (image === undefined) throw new FactUnavailable('unreadable', NOT_TOLD);
    const status = await optional(readStatus(machine));
    const deployments = status?.deployments ?? [];
    const staged = deployments.find(({ booted, staged }, index) => !booted && (staged || index === 0));
    const cached = status?.['cached-update'];
    const version = cached?.version ?? staged?.version;
    const isWaiting = staged !== undefined || (cached !== undefined && cached !== null);
    const next = { name: 'system image', ...(version === undefined ? {} : { version }), security: null };
    return known({ updates: isWaiting ? [next] : [], imageOf: image }, 'rpm-ostree status');
  },

  lookedAt: () => Promise.reject(new FactUnavailable('unsupported', reasons.lookedAt)),

  installedAt: async (machine) => timeOr(await imageOf(machine), 'rpm-ostree status', NOT_TOLD),
};
