/** Owns the one run of `system_profiler` that tells of firewall, Wi-Fi, power and devices: the slowest thing asked of a Mac. */

import * as v from 'valibot';
import { FactUnavailable, NOT_RECORDED } from '../../core/facts/fact.ts';
import { type Message, messages } from '../../core/messages/messages.ts';
import { type Machine, runRequired } from '../machine/machine.ts';
import { deviceParts, withoutGivenNames } from './devices/device-parts.ts';

export const PROFILER = '/usr/sbin/system_profiler';

/** After these seconds it leaves out what it still waits for, so that the rest is not lost. */
const GIVES_UP_AFTER = 8;

const text = v.optional(v.string());
/** What another form of harms nothing else. */
const aside = v.optional(v.fallback(v.optional(v.string()), undefined));
const minutes = v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)));

const powerSettings = v.optional(
  v.object({ 'Current Power Source': text, 'Display Sleep Timer': minutes, 'System Sleep Timer': minutes }),
);

/** Each part as far as Greenroom reads it; everything else in it (names, serial numbers, neighbours) is left out. */
const parts = {
  SPFirewallDataType: v.array(v.object({ spfirewall_globalstate: text })),
  SPAirPortDataType: v.array(
    v.object({
      spairport_airport_interfaces: v.optional(
        v.array(
          v.object({
            _name: v.string(),
            spairport_status_information: text,
            spairport_current_network_information: v.optional(
              v.object({
                spairport_security_mode: text,
                spairport_signal_noise: aside,
                spairport_network_channel: aside,
              }),
            ),
          }),
        ),
      ),
    }),
  ),
  SPPowerDataType: v.array(
    v.object({
      _name: text,
      sppower_battery_charge_info: v.optional(
        v.object({
          sppower_battery_state_of_charge: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(100))),
        }),
      ),
      sppower_battery_charger_connected: text,
      'AC Power': powerSettings,
      'Battery Power': powerSettings,
      'UPS Power': powerSettings,
    }),
  ),
  ...deviceParts,
} as const;
type Parts = { readonly [K in keyof typeof parts]: v.InferOutput<(typeof parts)[K]> };

const words: Readonly<Record<keyof Parts, Message>> = messages('system-profiler', {
  SPFirewallDataType: 'macOS described its firewall in a form Greenroom doesn’t know.',
  SPAirPortDataType: 'macOS described its Wi-Fi in a form Greenroom doesn’t know.',
  SPPowerDataType: 'macOS described its power supply in a form Greenroom doesn’t know.',
  SPAudioDataType: 'macOS described its microphones and loudspeakers in a form Greenroom doesn’t know.',
  SPCameraDataType: 'macOS described its cameras in a form Greenroom doesn’t know.',
  SPBluetoothDataType: 'macOS described its Bluetooth devices in a form Greenroom doesn’t know.',
});

const ARGS = ['-json', '-timeout', String(GIVES_UP_AFTER), ...Object.keys(parts)];
export const profilerSource = (part: keyof Parts): string => `system_profiler ${part}`;

const parse = (stdout: string): Readonly<Record<string, unknown>> => {
  try {
    const value: unknown = JSON.parse(stdout);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
};

/** Recordings of an older Greenroom hold none of these. */
const isOlder = (answer: Readonly<Record<string, unknown>>, part: keyof Parts): boolean =>
  Object.hasOwn(deviceParts, part) &&
  Object.hasOwn(answer, 'SPPowerDataType') &&
  !Object.keys(deviceParts).some((one) => Object.hasOwn(answer, one));

/** One part of the answer; an empty one counts only where nothing may be there. Throws `FactUnavailable` that names it. */
export const profiled = async <K extends keyof Parts>(
  machine: Machine,
  part: K,
  { mayBeEmpty = false } = {},
): Promise<Parts[K]> => {
  const { code, stdout } = await runRequired(machine, PROFILER, ARGS, { timeoutMs: (GIVES_UP_AFTER + 1) * 1_000 });
  const answer = code === 0 ? parse(stdout) : {};
  if (isOlder(answer, part)) throw new FactUnavailable('not-recorded', NOT_RECORDED);
  const result = v.safeParse(parts[part], answer[part]);
  if (!result.success || (result.output.length === 0 && !mayBeEmpty))
    throw new FactUnavailable('unreadable', words[part]);
  return result.output as Parts[K];
};

/** What `profiled` reads in an answer, and nothing else of it. */
export const allowedProfiler = (stdout: string): string => {
  const whole = parse(stdout);
  const kept = Object.entries(parts).flatMap(([part, schema]) => {
    const result = v.safeParse(schema, whole[part]);
    return result.success ? [[part, result.output] as const] : [];
  });
  const all = Object.fromEntries(kept);
  return JSON.stringify({ ...all, ...withoutGivenNames(all) });
};
