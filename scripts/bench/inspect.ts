/** Owns what `greenroom inspect` of the built program costs, its start included: links a second in a batch, and a mail of 16 MB. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const LINKS = 100_000;
const MAIL_BYTES = 16_000_000;

const line = (index: number): string =>
  [
    `https://us02web.zoom.us/j/${84_100_020_000 + index}?pwd=Qk7abc${index}`,
    `https://teams.microsoft.com/meet/${29_858_872_339 + index}?p=abcd${index}`,
    `https://us02web-zoom${index}.example.com/j/${84_100_020_000 + index}`,
    `Please join https://company${index % 500}.webex.com/meet/person${index} now`,
  ][index % 4] ?? '';

export const benchBatch = (cli: string) => {
  const input = Array.from({ length: LINKS }, (_, index) => JSON.stringify({ input: line(index) })).join('\n');
  const started = performance.now();
  const { status } = spawnSync(process.execPath, [cli, 'inspect', '--batch'], { input, maxBuffer: 1 << 29 });
  if (status !== 0) throw new Error(`inspect --batch ended with ${status}`);
  return { links: LINKS, linksPerSecond: Math.round((LINKS / (performance.now() - started)) * 1000) };
};

const fill = (piece: string): string => piece.repeat(Math.ceil(MAIL_BYTES / piece.length)).slice(0, MAIL_BYTES);

const MAILS = {
  text: `\n${fill('We meet on Monday. Notes: https://docs.example.org/notes/1 and more words.\n')}`,
  calendar: `Content-Type: text/calendar\n\nBEGIN:VCALENDAR\nBEGIN:VEVENT\nDESCRIPTION:${fill('https://docs.example.org/1\\nand words\n ')}`,
};

/** Writes the process's greatest memory, in kilobytes, to its fourth channel. */
const WATCH = `data:text/javascript,import{writeSync}from"node:fs";import{isMainThread}from"node:worker_threads";if(isMainThread)process.on("exit",()=>writeSync(3,String(process.resourceUsage().maxRSS)))`;

/** Of a mail whose only part is so large: wall time and greatest memory of the process. */
export const benchLargeMails = (cli: string) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'greenroom-mails-'));
  try {
    return Object.entries(MAILS).map(([name, rest]) => {
      const file = path.join(folder, `${name}.eml`);
      writeFileSync(file, `From: a@example.org\nMIME-Version: 1.0\n${rest}`);
      const started = performance.now();
      const { output } = spawnSync(process.execPath, ['--import', WATCH, cli, 'inspect', file], {
        stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
      });
      const milliseconds = Math.round(performance.now() - started);
      return { name, milliseconds, peakMb: Math.round(Number(output[3]) / 1024) };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
};
