/** Owns the version of macOS: from its own file or, where that file is known to lie, from `sw_vers`. */

import * as v from 'valibot';
import { FactUnavailable } from '../../../core/facts/fact.ts';
import { messages } from '../../../core/messages/messages.ts';
import { type Machine, runRequired } from '../../machine/machine.ts';
import { dict, readPlist } from '../plist/read.ts';

const words = messages('macos-version', {
  untold: 'macOS didn’t say which version it is.',
});

const FILE = '/System/Library/CoreServices/SystemVersion.plist';
const TOOL = '/usr/bin/sw_vers';

export interface SystemVersion {
  /** "26.1" */
  readonly version: string;
  /** "25B78" */
  readonly build: string;
  /** Mark of a rapid security response: "(a)"; empty without one. */
  readonly extra: string;
  readonly source: string;
}

const entries = {
  ProductVersion: v.pipe(v.string(), v.regex(/^\d{1,3}(?:\.\d{1,3}){0,3}$/)),
  ProductBuildVersion: v.optional(v.string(), ''),
  ProductVersionExtra: v.optional(v.string(), ''),
};

/**
 * macOS shows a made-up version to programs built for older systems: 10.16 in place of 11, and 16 in place of 26. No real
 * macOS has a major version from 16 to 25.
 */
const isMadeUp = (version: string): boolean => /^(?:10\.16|1[6-9]|2[0-5])(?:\.|$)/.test(version);

/** `Key:<tabs>value` lines; blanks around the value do not count. */
const fromTool = async (machine: Machine): Promise<SystemVersion> => {
  const { code, stdout } = await runRequired(machine, TOOL, []);
  const lines = stdout.split('\n').map((line) => line.split(':'));
  const fields = new Map(lines.map(([key = '', ...rest]) => [key.trim(), rest.join(':').trim()]));
  const parsed = v.safeParse(v.object(entries), {
    ProductVersion: fields.get('ProductVersion'),
    ProductBuildVersion: fields.get('BuildVersion'),
    ProductVersionExtra: fields.get('ProductVersionExtra'),
  });
  if (code !== 0 || !parsed.success || isMadeUp(parsed.output.ProductVersion))
    throw new FactUnavailable('unreadable', words.untold);
  return {
    version: parsed.output.ProductVersion,
    build: parsed.output.ProductBuildVersion,
    extra: parsed.output.ProductVersionExtra,
    source: TOOL,
  };
};

/** The version of the running system. Throws `FactUnavailable`. */
export const systemVersion = async (machine: Machine): Promise<SystemVersion> => {
  const file = await readPlist(machine, FILE, dict(entries));
  if (file === undefined || isMadeUp(file.ProductVersion)) return fromTool(machine);
  return {
    version: file.ProductVersion,
    build: file.ProductBuildVersion,
    extra: file.ProductVersionExtra,
    source: FILE,
  };
};
