/** Owns what a check costs in a process of its own: time, programs, memory, and how long the command line takes to start. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Report } from '../../electron/core/report/report.ts';
import { root } from '../build.ts';
import { median, round } from './figures.ts';

export const cli = path.join(root, 'dist/main/cli.js');
const state = mkdtempSync(path.join(os.tmpdir(), 'greenroom-bench-'));
const env = { ...process.env, GREENROOM_STATE: state };

/** Milliseconds of wall time of one process, run to its end. */
const timed = (program: string, args: readonly string[]): number => {
  const started = performance.now();
  spawnSync(program, [...args], { env, stdio: 'ignore', maxBuffer: 1 << 28 });
  return performance.now() - started;
};

const times = (count: number, measure: () => number): readonly number[] => Array.from({ length: count }, measure);

/** One check in a process of its own: its report, wall time and greatest memory. */
export const check = async (): Promise<{
  readonly report: Report;
  readonly wallMs: number;
  readonly peakMb: number;
}> => {
  const watch = 'process.on("exit",()=>require("node:fs").writeSync(3,String(process.resourceUsage().maxRSS)))';
  const watchFile = `data:text/javascript,import{createRequire}from"node:module";const require=createRequire("file:///");${encodeURIComponent(watch)}`;
  const started = performance.now();
  const child = spawn(process.execPath, ['--import', watchFile, cli, 'check', '--json', '--timeout', '60'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
  });
  const collect = async (stream: NodeJS.ReadableStream | null): Promise<string> => {
    let text = '';
    if (stream !== null) for await (const chunk of stream) text += String(chunk);
    return text;
  };
  const [json, kilobytes] = await Promise.all([
    collect(child.stdout),
    collect(child.stdio[3] as NodeJS.ReadableStream),
  ]);
  return { report: JSON.parse(json), wallMs: performance.now() - started, peakMb: Number(kilobytes) / 1024 };
};

/** The process that a check asks what computer this is. */
const askingSystem = [process.execPath, path.join(root, 'dist/main/system-information.js')];

/** What two dependencies cost, each apart: systeminformation's own process, and loading semver into one. */
export const benchDependencies = () => {
  const nothing = median(times(15, () => timed(process.execPath, ['--input-type=module', '-e', '0'])));
  const withSemver = median(
    times(15, () => timed(process.execPath, ['--input-type=module', '-e', `await import('semver')`])),
  );
  const [program = '', ...args] = askingSystem;
  return {
    systeminformationMs: round(median(times(7, () => timed(program, args)))),
    semverMs: round(withSemver - nothing, 1),
  };
};

/** Programs of a run, each once: equal ones are shared. */
const commandsOf = (report: Report): readonly string[] => [
  ...new Set(report.probes.flatMap((probe) => probe.commands)),
];

export const benchCheck = async () => {
  // The first run fills apt's own index cache, as on any computer after the first day.
  const first = await check();
  const runs = [await check(), await check(), await check(), await check(), await check()];
  const typical = runs.toSorted((a, b) => a.report.durationMs - b.report.durationMs)[2] ?? first;
  const commands = commandsOf(typical.report).map((command) => {
    const [program = '', ...args] = command === 'systeminformation' ? askingSystem : command.split(' ');
    return { command, ms: round(median(times(5, () => timed(program, args)))) };
  });
  const floorMs = Math.max(1, ...commands.map((command) => command.ms));
  return {
    verdict: typical.report.verdict,
    firstRunMs: first.report.durationMs,
    checkMs: typical.report.durationMs,
    processMs: round(median(runs.map((run) => run.wallMs))),
    floorMs,
    ratio: round(typical.report.durationMs / floorMs, 2),
    childProcesses: commands.length,
    peakMemoryMb: round(Math.max(...runs.map((run) => run.peakMb))),
    probes: typical.report.probes.map(({ fact, state, durationMs }) => ({ fact, state, durationMs })),
    commands,
  };
};

export const benchStart = () => {
  const bare = median(times(15, () => timed(process.execPath, ['-e', '0'])));
  const version = median(times(15, () => timed(process.execPath, [cli, '--version'])));
  return { bareNodeMs: round(bare), cliMs: round(version), ratio: round(version / bare, 2) };
};
