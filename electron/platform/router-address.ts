/** Owns the address of the own router, as each system's table of routes tells it. */
import type { Platform } from '../core/facts/index.ts';
import type { Machine } from './machine/machine.ts';
import { optional } from './optional.ts';
import { systemProgram } from './win32/system-program.ts';

/** "0102000A", an address with its last byte first. */
const fromHex = (hex: string): string => [6, 4, 2, 0].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join('.');

/** Of the default routes that lead through a router the preferred one. */
export const routerInTable = (table: string): string | undefined =>
  table
    .split('\n')
    .flatMap((row) => {
      const [, destination = '', gateway = '', , , , metric = ''] = row.trim().split(/\s+/);
      return destination === '00000000' && /^[0-9A-F]{8}$/i.test(gateway) && gateway !== '00000000'
        ? [{ address: fromHex(gateway), metric: Number(metric) }]
        : [];
    })
    .toSorted((a, b) => a.metric - b.metric)[0]?.address;

const ADDRESS = String.raw`(\d{1,3}(?:\.\d{1,3}){3})`;

const readers: Readonly<Record<Platform, (machine: Machine) => Promise<string | undefined>>> = {
  linux: async (machine) => routerInTable((await machine.readText('/proc/net/route', { maxBytes: 1_048_576 })) ?? ''),
  darwin: async (machine) => {
    const answer = await machine.run('/sbin/route', ['-n', 'get', '192.0.2.1'], { timeoutMs: 3_000 });
    return new RegExp(`^ *gateway: ${ADDRESS}$`, 'm').exec(answer?.stdout ?? '')?.[1];
  },
  // The words of the table are the system's language, its row is not.
  win32: async (machine) => {
    const program = systemProgram(machine, 'route.exe');
    const answer = await machine.run(program, ['print', '-4', '0.0.0.0'], { timeoutMs: 3_000, maxBytes: 65_536 });
    return new RegExp(`^ *0\\.0\\.0\\.0 +0\\.0\\.0\\.0 +${ADDRESS} `, 'm').exec(answer?.stdout ?? '')?.[1];
  },
};

/** Undefined where there is none, or it cannot be told: the trial does without. */
export const routerAddress = (machine: Machine): Promise<string | undefined> =>
  optional(readers[machine.host.platform](machine));
