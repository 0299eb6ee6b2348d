/** Owns the list of installed programs as the registry holds it, for whoever looks for a program. */
import * as v from 'valibot';
import type { Machine } from '../../machine/machine.ts';
import { section, text } from '../section.ts';

const schema = v.object({
  entries: v.array(v.object({ key: v.string(), name: text, version: text, publisher: text })),
  unread: v.number(),
  values: v.array(v.object({ key: v.string(), name: v.string(), value: text })),
});
export type SoftwareList = v.InferOutput<typeof schema>;

/** The Uninstall entries of the computer (64 and 32 bits) and of this account, and the versions browsers write down. */
export const softwareList = (machine: Machine): Promise<SoftwareList> => section(machine, 'apps', schema);
