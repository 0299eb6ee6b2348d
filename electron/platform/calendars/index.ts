/** Owns the list of sources of calendars that a computer may have. A new one is one file and one line here. */
import type { Platform } from '../../core/facts/index.ts';
import { localMachine } from '../machine/local.ts';
import type { Host } from '../machine/machine.ts';
import { akonadiSource } from './akonadi.ts';
import { eventKitSource } from './eventkit.ts';
import { evolutionSource } from './evolution.ts';
import { outlookSource } from './outlook.ts';
import type { CalendarSourceReader, RunTool } from './source.ts';
import { thunderbirdSource } from './thunderbird.ts';
import { vdirsyncerSource } from './vdirsyncer.ts';

type Source = (host: Host, run: RunTool) => CalendarSourceReader;

const sources: Readonly<Record<Platform, readonly Source[]>> = {
  linux: [thunderbirdSource, evolutionSource, vdirsyncerSource, akonadiSource],
  darwin: [thunderbirdSource, eventKitSource],
  win32: [thunderbirdSource, outlookSource],
};

const runHere: RunTool = (program, args, limits) =>
  localMachine().read({ op: 'run', program, args }, limits, new AbortController().signal);

/** The sources that this kind of system may have. */
export const calendarSourcesOf = (host: Host, run: RunTool = runHere): readonly CalendarSourceReader[] =>
  sources[host.platform].map((source) => source(host, run));
