/** Owns turning times that a log wrote in local time into instants. */
import { type IsoTime, isoTime } from '../core/text/time.ts';
import type { Host } from './machine/machine.ts';

/** `2026-11-20 10:11:12` in the machine's local time. Summer time may make it one hour wrong; days are what counts. */
export const localTime = (text: string, host: Host): IsoTime | undefined =>
  isoTime(Date.parse(`${text.replace(' ', 'T')}Z`) - host.utcOffsetMinutes * 60_000);
