/** Puts a recorded Linux machine on a disk: a folder with its files, and with programs that answer as the recorded ones did. */
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Host, Processes } from '../../electron/platform/machine/machine.ts';
import type { Recording } from '../../electron/platform/machine/recording.ts';

/** Above any number that a real process can have, so that none of these is ever taken for a running one. */
const FIRST_PID = 5_000_000;

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

export class Disk {
  readonly root = mkdtempSync(path.join(tmpdir(), 'greenroom-disk-'));
  readonly host: Host;
  readonly programs = new Map<string, string>();
  private readonly texts = new Map<string, string>();

  constructor(recording: Recording) {
    this.host = recording.host;
    // Other accounts may look at it, so that what they are denied is denied by the file itself.
    chmodSync(this.root, 0o755);
    for (const reading of recording.reads) {
      if ('missing' in reading || 'cannotTell' in reading) continue;
      if (reading.op === 'run') {
        const answer = `printf %s ${quoted(reading.stdout)}\nprintf %s ${quoted(reading.stderr)} >&2\nexit ${reading.code ?? 1}`;
        const branch = `${quoted(reading.args.join(' '))})\n${answer}\n;;\n`;
        this.programs.set(reading.program, (this.programs.get(reading.program) ?? '') + branch);
      }
      if (reading.op === 'readText') {
        this.texts.set(reading.path, reading.text);
        this.write(reading.path, reading.text);
      }
      if (reading.op === 'processes') this.writeProcesses(reading.processes);
      if (reading.op === 'freeSpace') mkdirSync(this.at(reading.path), { recursive: true });
    }
    for (const program of this.programs.keys()) this.restore(program);
    for (const reading of recording.reads) {
      if (reading.op === 'readLink' && 'target' in reading) this.link(reading.path, reading.target);
      if (reading.op === 'stat' && 'stat' in reading) {
        if (reading.stat.kind === 'folder') mkdirSync(this.at(reading.path), { recursive: true });
        else if (!existsSync(this.at(reading.path))) this.write(reading.path, '');
        utimesSync(this.at(reading.path), new Date(), new Date(reading.stat.modifiedMs));
      }
    }
    for (const reading of recording.reads) {
      if (reading.op !== 'readDir' || !('entries' in reading)) continue;
      mkdirSync(this.at(reading.path), { recursive: true });
      for (const { name, kind } of reading.entries) this.entry(path.posix.join(reading.path, name), kind);
    }
  }

  at(file: string): string {
    return path.join(this.root, file);
  }

  write(file: string, text: string): void {
    mkdirSync(path.dirname(this.at(file)), { recursive: true });
    writeFileSync(this.at(file), text);
  }

  /** Puts a program in place, whatever was there before. */
  install(program: string, script: string, mode = 0o755): void {
    this.write(program, `#!/bin/sh\n${script}\n`);
    chmodSync(this.at(program), mode);
  }

  /** Puts the recorded program in place again. */
  restore(program: string): void {
    for (const file of [program, `${program}.whole`]) {
      this.install(file, `case "$*" in\n${this.programs.get(program) ?? ''}*) exit 97;;\nesac`);
    }
  }

  /** Puts the recorded file in place again, whatever was made of it. */
  restoreFile(file: string): void {
    rmSync(this.at(file), { force: true });
    this.write(file, this.texts.get(file) ?? '');
  }

  /** Where the recorded program is, whatever stands in its place. */
  whole(program: string): string {
    return this.at(`${program}.whole`);
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  private link(file: string, target: string): void {
    mkdirSync(path.dirname(this.at(file)), { recursive: true });
    if (!lstatSync(this.at(file), { throwIfNoEntry: false })) symlinkSync(target, this.at(file));
  }

  private entry(file: string, kind: 'file' | 'folder' | 'link' | 'other'): void {
    if (lstatSync(this.at(file), { throwIfNoEntry: false })) return;
    if (kind === 'folder') mkdirSync(this.at(file));
    else if (kind === 'link') symlinkSync('nowhere', this.at(file));
    else writeFileSync(this.at(file), '');
  }

  private writeProcesses({ running }: Processes): void {
    this.write('/proc/stat', 'cpu  100 0 100 800 0 0 0 0 0 0\n');
    for (const { pid, name, devices } of running) {
      const folder = `/proc/${FIRST_PID + pid}`;
      this.write(`${folder}/stat`, `${FIRST_PID + pid} (${name}) S 1 1 1 0 -1 4194560 0 0 0 0 5 5 0 0 20 0 1 0 100\n`);
      for (const [index, device] of (devices ?? []).entries()) this.link(`${folder}/fd/${index}`, device);
    }
  }
}
